import { sectionOfKey, sections } from '../../../model/sections.ts';
import { alwaysWritten } from '../../document-sections.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';
import { sectionHints } from '../../section-hints.ts';

/** Words that only say again that the section does not apply. */
const noReason =
	/^(?:n\.?\s?\/?\s?a\.?|none|no|nil|not applicable|does not apply|not needed|not relevant|[-–—.?x]*)[.!]?$/i;

export const notApplicable: FileRule = {
	name: 'document/not-applicable',
	severity: 'error',
	summary: 'A section that must always be written is set aside, or one is set aside without a reason.',
	why: 'Who takes part, what is done, what is decided and who may depart from it are in every procedure. For the rest an auditor asks why it was left out.',
	remedy: 'Write the section, or give the reason why it does not apply.',
	points: 'At the reason.',
	clauses: [],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: 'tools:\n  not_applicable: N/A\n',
		good: 'tools:\n  not_applicable: Any payment system will do.\n',
	},
	*check(subject) {
		for (const [key, section] of Object.entries(subject.document ?? {})) {
			const number = sectionOfKey(key);
			if (number === undefined || !isSetAside(section)) continue;
			const name = sections.find((one) => one.number === number)?.name;
			const place = { path: [key, 'not_applicable'] };
			// A checklist may lean on the exceptions of the SOP that it carries out.
			const optional = subject.kind === 'checklist' && key === 'exceptions';
			if (alwaysWritten.has(number) && !optional) {
				yield {
					place,
					message: `Section ${number}, ${name}, is set aside, and must always be written`,
					help: sectionHints[number],
				};
			} else if (noReason.test(String(section.not_applicable ?? '').trim())) {
				yield {
					place,
					message: `Section ${number}, ${name}, is set aside without a reason`,
					help: 'Say in a sentence why it does not apply here.',
				};
			}
		}
	},
};

function isSetAside(section: unknown): section is { readonly not_applicable: unknown } {
	return typeof section === 'object' && section !== null && Object.hasOwn(section, 'not_applicable');
}
