import type { Path } from '../../diagnostics/path.ts';
import type { TextEdit } from '../../diagnostics/text-edit.ts';
import { canonicalText } from '../../model/digest.ts';
import { applyEdits } from '../../source/apply-edits.ts';
import { commentsOf } from '../../source/comments.ts';
import { endOfLine } from '../../source/lines-around.ts';
import { readYaml } from '../../source/read-yaml.ts';
import { startOfLine } from '../../source/value-text.ts';
import { type WrittenScalar, writtenAt, writtenScalars } from '../../source/written-scalars.ts';
import { yamlProse } from '../../source/yaml-text.ts';
import { type MergedEntry, mergedTools } from './merged-tools.ts';

/** A text in which nothing stands twice by its answers. */
export interface MergedText {
	readonly text: string;
	/** Names of the tools of section 5 that had several entries, in its order. */
	readonly tools: readonly string[];
}

/**
 * Puts together what became equal when the questions of a text were answered: entries of section 5, with all that each
 * said, and names in one list. What was equal before stays, and so does everything where a comment would be lost.
 */
export function mergeEqual(before: string, filled: string): MergedText {
	const [asked, said] = [readYaml(before).value, readYaml(filled).value];
	const entries = mergedTools(toolsOf(asked), toolsOf(said));
	const scalars = writtenScalars(filled);
	const repeated = repeatedIn(asked, said, []);
	const edits = [
		...repeated.map((path) => withoutItem(filled, scalars, path)),
		...entries.flatMap((entry) => entryEdits(filled, scalars, entry)),
	];
	if (edits.length === 0) return { text: filled, tools: [] };
	const text = applyEdits(filled, edits).text;
	const isWhole =
		comments(text) === comments(filled) &&
		canonicalText(readYaml(text).value) === canonicalText(meant(said, repeated, entries));
	return isWhole ? { text, tools: entries.map(({ name }) => name) } : { text: filled, tools: [] };
}

function toolsOf(document: unknown): readonly unknown[] {
	const tools: unknown =
		typeof document === 'object' && document !== null ? Reflect.get(document, 'tools') : undefined;
	return Array.isArray(tools) ? tools : [];
}

function comments(text: string): string {
	return commentsOf(text)
		.map((comment) => comment.text.trimEnd())
		.join('\n');
}

/** Lists of names, in no order; in others, such as the tests of a decision, the same may stand in two places. */
const namesIn: ReadonlySet<unknown> = new Set(['uses', 'to', 'from']);

/** Where a name stands in a list again that had another before. */
function repeatedIn(before: unknown, after: unknown, path: Path): readonly Path[] {
	if (Array.isArray(after) && Array.isArray(before)) {
		return after.flatMap((item: unknown, index): readonly Path[] => {
			const isAgain =
				typeof item === 'string' &&
				namesIn.has(path.at(-1)) &&
				after.slice(0, index).some((one, at) => one === item && before[at] !== before[index]);
			return isAgain ? [[...path, index]] : repeatedIn(before[index], item, [...path, index]);
		});
	}
	if (typeof after !== 'object' || after === null || typeof before !== 'object' || before === null) return [];
	return Object.entries(after).flatMap(([key, value]) =>
		repeatedIn(Reflect.get(before, key), value, [...path, key]),
	);
}

/** What the text is to say in the end. */
function meant(value: unknown, repeated: readonly Path[], entries: readonly MergedEntry[]): unknown {
	const gone = new Set(repeated.map((path) => JSON.stringify(path)));
	const dropped = new Set(entries.flatMap((entry) => entry.dropped));
	const put = new Map(entries.map((entry) => [entry.index, entry.value]));
	const without = (one: unknown, path: Path): unknown => {
		if (Array.isArray(one))
			return one.flatMap((item: unknown, index) =>
				gone.has(JSON.stringify([...path, index])) ? [] : [without(item, [...path, index])],
			);
		if (typeof one !== 'object' || one === null) return one;
		return Object.fromEntries(
			Object.entries(one).map(([key, child]) => [key, without(child, [...path, key])]),
		);
	};
	const whole = without(value, []);
	if (entries.length === 0 || typeof whole !== 'object' || whole === null) return whole;
	const tools = toolsOf(whole).flatMap((tool, index) => (dropped.has(index) ? [] : [put.get(index) ?? tool]));
	return { ...whole, tools };
}

function withoutItem(text: string, scalars: readonly WrittenScalar[], path: Path): TextEdit {
	const item = writtenAt(scalars, path);
	const before = writtenAt(scalars, [...path.slice(0, -1), Number(path.at(-1)) - 1]);
	// An item that is written by an alias stays, and the text is seen not to say what is meant.
	if (item === undefined || before === undefined) return { from: 0, to: 0, text: '' };
	if (item.inBrackets) return { from: before.to, to: item.to, text: '' };
	return { from: startOfLine(text, item.from), to: endOfLine(text, item.to), text: '' };
}

function entryEdits(
	text: string,
	scalars: readonly WrittenScalar[],
	{ index, dropped, value }: MergedEntry,
): readonly TextEdit[] {
	const own = of(scalars, index);
	const [first, last] = [own[0], own.at(-1)];
	if (first === undefined || last === undefined) return [];
	const margin = ' '.repeat(first.from - startOfLine(text, first.from));
	const changes = Object.entries(value).flatMap(([key, said]): readonly TextEdit[] => {
		const written = writtenAt(scalars, ['tools', index, key]);
		// A value with parts of its own is left to the comparison at the end.
		if (written?.value === said || (typeof said === 'object' && said !== null)) return [];
		const prose = typeof said === 'string' ? yamlProse(said, margin.length + 2) : String(said);
		if (written !== undefined)
			return [{ from: written.from, to: written.to, text: written.style === 'block' ? `${prose}\n` : prose }];
		const line = `${margin}${key}: ${prose}`;
		return [{ from: last.to, to: last.to, text: last.style === 'block' ? `${line}\n` : `\n${line}` }];
	});
	const removals = dropped.flatMap((one): readonly TextEdit[] => {
		const others = of(scalars, one);
		const [from, to] = [others[0], others.at(-1)];
		if (from === undefined || to === undefined) return [];
		const end = to.style === 'block' ? to.to : endOfLine(text, to.to);
		return [{ from: startOfLine(text, from.from), to: end, text: '' }];
	});
	return [...changes, ...removals];
}

/** Keys and values of an entry of section 5, in order. */
function of(scalars: readonly WrittenScalar[], index: number): readonly WrittenScalar[] {
	return scalars.filter(({ path }) => path[0] === 'tools' && path[1] === index);
}
