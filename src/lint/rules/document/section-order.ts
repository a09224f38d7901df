import { sectionOfKey, sections } from '../../../model/sections.ts';
import { documentKinds } from '../../from-reading.ts';
import { moveSections, sectionKeys } from '../../move-sections.ts';
import type { FileRule } from '../../rule.ts';

/** The items of a checklist stand where an SOP has section 7. */
const itemsStandFor = 7;

export const sectionOrder: FileRule = {
	name: 'document/section-order',
	severity: 'warning',
	summary: 'The sections are out of order.',
	why: 'Readers and auditors know the fifteen sections by their place; in every other document they find them there.',
	remedy: 'Put the sections in the order of their numbers; --fix-unsafe moves them with their comments.',
	points: 'At the key of the first section that stands too low.',
	clauses: ['iso-9001 7.5.2 b'],
	fix: { safety: 'unsafe', summary: 'Moves the sections into order, each with the comments above it.' },
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: '# Below section 15, at the end of the file:\nraci:\n  - steps:\n      - release\n    informed:\n      - clerk\n',
		good: '# Section 2 above section 3:\nregulations:\n  not_applicable: No law asks for this procedure by name.\ndefinitions:\n  not_applicable: Every word is used in its everyday sense.\n',
	},
	*check(subject) {
		const { value } = subject;
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
		const keys = Object.keys(value).filter((key) => sectionKeys.includes(key));
		let last = '';
		for (const key of keys) {
			if (last !== '' && numberOf(key) < numberOf(last)) {
				yield {
					place: { path: [key], part: 'key' },
					message: `${capital(nameOf(key))} stands below ${nameOf(last)}`,
					fix: { safety: 'unsafe', edits: (source) => moveSections(source, Object.keys(value)) },
				};
				return;
			}
			last = key;
		}
	},
};

function numberOf(key: string): number {
	return sectionOfKey(key) ?? itemsStandFor;
}

function nameOf(key: string): string {
	if (key === 'items') return 'the list of items';
	const section = sections.find(({ number }) => number === numberOf(key));
	return `section ${section?.number} (${section?.name})`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
