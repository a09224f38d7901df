import type { FixSource } from '../../../diagnostics/problem.ts';
import type { TextEdit } from '../../../diagnostics/text-edit.ts';
import { sectionOfKey, sections } from '../../../model/sections.ts';
import { applyEdits } from '../../../source/apply-edits.ts';
import { readYaml } from '../../../source/read-yaml.ts';
import { reorderBlocks } from '../../../source/reorder-blocks.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

/** Keys of the sections in their order; `raci` belongs to the fourth, `items` stand where an SOP has its procedure. */
const order = sections.flatMap(({ key }) => {
	if (key === 'roles') return ['roles', 'raci'];
	if (key === 'inputs') return ['inputs', 'outputs'];
	return key === 'procedure' ? ['procedure', 'items'] : [key];
});

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
		const keys = Object.keys(value).filter((key) => order.includes(key));
		let last = '';
		for (const key of keys) {
			if (last !== '' && numberOf(key) < numberOf(last)) {
				yield {
					place: { path: [key], part: 'key' },
					message: `${capital(nameOf(key))} stands below ${nameOf(last)}`,
					fix: { safety: 'unsafe', edits: (source) => inOrder(source, Object.keys(value)) },
				};
				return;
			}
			last = key;
		}
	},
};

function inOrder(source: FixSource, keys: readonly string[]): readonly TextEdit[] {
	const edit = reorderBlocks(
		source.text,
		keys.map((key) => {
			const rank = order.indexOf(key);
			const at = source.rangeOf({ path: [key], part: 'key' }).from;
			return { at, rank: rank === -1 ? undefined : rank };
		}),
	);
	// An alias that would come before its anchor, or a text that keeps the blank lines below it, must not be moved.
	return edit !== undefined && sameValue(source.text, applyEdits(source.text, [edit]).text) ? [edit] : [];
}

function sameValue(before: string, after: string): boolean {
	const [one, other] = [readYaml(before), readYaml(after)];
	return other.problems.length === one.problems.length && canonical(one.value) === canonical(other.value);
}

function canonical(value: unknown): string {
	return JSON.stringify(Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}

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
