import { alwaysWritten, auditedSections, neededParts } from '../../document-sections.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';
import { sectionHints } from '../../section-hints.ts';

export const missingSection: FileRule = {
	name: 'document/missing-section',
	severity: 'error',
	summary: 'A section is absent or empty.',
	why: 'Whoever follows the procedure, or audits it, looks for each section in its place. One that is not there was not thought of.',
	remedy:
		'Write the section; sections 2, 3, 5, 6, 9, 10, 12 and 13 may say `not_applicable:` with the reason.',
	points: 'At the key of the empty section; for an absent one, at the top of the document.',
	clauses: ['nist-800-53 xx-1 a'],
	options: {
		sections: {
			summary: 'Numbers of the sections that must be there. The minimal preset asks for 7, 8, 11 and 14.',
			default: Array.from({ length: 15 }, (_, index) => String(index + 1)),
		},
	},
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: 'exceptions: []\ndecisions:\n  - id: complete\n    after: enter\n    question: Is the invoice complete?\n    branches:\n      - if: Number, supplier and amount agree\n        goto: release\n      - otherwise: Something differs\n        goto: enter\n',
		good: 'regulations:\n  not_applicable: No law asks for this procedure by name.\n',
	},
	*check(subject) {
		const { value } = subject;
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
		const asked = new Set(subject.option<readonly string[]>('sections').map(String));
		for (const { number, name, keys } of neededParts(subject.kind === 'checklist' ? 'checklist' : 'sop')) {
			const contents = keys.map((key) => (Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined));
			if (!asked.has(String(number)) || !contents.every(isEmpty)) continue;
			const written = keys.find((key) => Object.hasOwn(value, key));
			const path = [written ?? keys[0] ?? ''];
			const audited = auditedSections.has(number) ? 'Audits fail on this section. ' : '';
			const hint = keys.includes('items') ? 'Write `items:` with what is to be done.' : sectionHints[number];
			yield {
				place: written === undefined ? { path } : { path, part: 'key' },
				message: `Section ${number}, ${name}, is ${written === undefined ? 'missing' : 'empty'}`,
				help: audited + hint,
				severity: alwaysWritten.has(number) ? 'error' : 'warning',
				section: number,
			};
		}
	},
};

function isEmpty(content: unknown): boolean {
	if (content === undefined || content === null || content === '') return true;
	return typeof content === 'object' && Object.keys(content).length === 0;
}
