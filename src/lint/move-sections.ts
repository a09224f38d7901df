import type { FixSource } from '../diagnostics/problem.ts';
import type { TextEdit } from '../diagnostics/text-edit.ts';
import { sections } from '../model/sections.ts';
import { applyEdits } from '../source/apply-edits.ts';
import { readYaml } from '../source/read-yaml.ts';
import { reorderBlocks } from '../source/reorder-blocks.ts';

/** Keys of the sections in their order; `raci` belongs to the fourth, `items` stand where an SOP has its procedure. */
export const sectionKeys: readonly string[] = sections.flatMap(({ key }) => {
	if (key === 'roles') return ['roles', 'raci'];
	if (key === 'inputs') return ['inputs', 'outputs'];
	return key === 'procedure' ? ['procedure', 'items'] : [key];
});

/** The edit that moves the sections of a document into order, with their comments; none where its value would change. */
export function moveSections(source: FixSource, keys: readonly string[]): readonly TextEdit[] {
	const edit = reorderBlocks(
		source.text,
		keys.map((key) => {
			const rank = sectionKeys.indexOf(key);
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
