import { isBareClause, judgeCitation } from '../../../model/clause-packs/judge-citation.ts';
import { packsOf } from '../../../model/clause-packs/packs.ts';
import { nearest } from '../../../model/nearest.ts';
import { withoutRegister } from '../../../model/registers.ts';
import { rows } from '../../../model/several.ts';
import { citingTexts } from '../../citations.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const unknownControl: FileRule = {
	name: 'controls/unknown-control',
	severity: 'error',
	summary: '`satisfies` names what neither the controls register nor any clause pack has.',
	why: 'The control matrix leads from each control to the procedures that answer it. What nobody knows leads nowhere, and the control looks unanswered.',
	remedy: 'Add the control to registers/controls.yaml, or write its id as it stands there.',
	points: 'At the control.',
	clauses: ['soc-2 CC5.3'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: `satisfies:
  - control: 21 CFR 11.101
    how: Each payment is signed electronically
`,
		good: `satisfies:
  - control: 21 CFR 11.100
    how: Each payment is signed electronically
`,
	},
	*check(subject) {
		const { registers, config, today } = subject.library;
		const known = new Set(rows(registers.controls?.controls).map((control) => control.id ?? ''));
		let unjudged = false;
		for (const { text, path, from } of citingTexts(subject)) {
			if (from !== 'satisfies' || known.has(text)) continue;
			const judged = judgeCitation(text, today);
			const wrong = judged.find((one) => one.state === 'unknown');
			if (wrong === undefined && judged.length > 0) continue;
			if (isBareClause(text, packsOf(config.frameworks), today)) continue;
			if (registers.controls === undefined && wrong === undefined) {
				unjudged = true;
				continue;
			}
			const near = nearest(text, known);
			yield {
				place: wrong === undefined ? { path } : { path, within: wrong.at },
				message: `The control ${wrong?.printed ?? `"${text}"`} is in no register and in no clause pack`,
				...(near === undefined ? {} : { help: `Did you mean ${near}?` }),
			};
		}
		if (unjudged) yield { notEvaluated: withoutRegister(registers, 'controls') };
	},
};
