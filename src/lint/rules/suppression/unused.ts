import { nearest } from '../../../model/nearest.ts';
import { holds } from '../../apply-suppressions.ts';
import type { SilencingRule } from '../../rule.ts';

export const unused: SilencingRule = {
	name: 'suppression/unused',
	severity: 'warning',
	summary: 'A comment keeps a rule quiet that finds nothing there, or that does not exist.',
	why: 'A comment that is no longer needed would hide the next defect on its line.',
	remedy: 'Delete the comment.',
	points: 'At the name of the rule in the comment.',
	clauses: [],
	silenceable: false,
	scope: 'silencing',
	examples: {
		bad: 'tools:\n  # sop-disable-next-line document/not-applicable -- decided with the move to the new bank\n  not_applicable: Any payment system will do.\n',
		good: 'tools:\n  not_applicable: Any payment system will do.\n',
	},
	*check({ unusedSuppressions, library }) {
		for (const suppression of unusedSuppressions) {
			// Without a reason, or past its day, it keeps nothing quiet: that is said already.
			if (!holds(suppression, library.today)) continue;
			const { rule, file, offsets } = suppression;
			const place = { offsets };
			if (library.ruleNames.includes(rule)) {
				yield { file, place, message: `${rule} finds nothing on the line below` };
				continue;
			}
			const near = nearest(rule, library.ruleNames);
			yield {
				file,
				place,
				message: `There is no rule ${rule}`,
				help: near === undefined ? 'sop rules lists them all.' : `Write ${near}; sop rules lists them all.`,
			};
		}
	},
};
