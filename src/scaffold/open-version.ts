import type { TextEdit } from '../diagnostics/text-edit.ts';
import { canonicalText } from '../model/digest.ts';
import { applyEdits } from '../source/apply-edits.ts';
import { commentsOf } from '../source/comments.ts';
import { insertFirstRow } from '../source/insert-row.ts';
import { endOfLine, lineEndOf } from '../source/lines-around.ts';
import { readYaml } from '../source/read-yaml.ts';
import { type RootEntry, rootEntries, type WrittenRoot } from '../source/root-entries.ts';
import { startOfLine } from '../source/value-text.ts';
import { type NextVersion, versionRow } from './version-row.ts';

/** A text with its next version opened, or why it cannot be: a sentence without a full stop. */
export type OpenedVersion =
	| { readonly text: string; readonly whyNot?: never }
	| { readonly text?: never; readonly whyNot: string };

/**
 * Opens the next version in the text of a document: number, first day in force, and a row on top of the change log. Only
 * these places are touched; comments, spaces, quotes and the order of keys stay byte for byte. The result is read again,
 * and given only where it says exactly what it should.
 */
export function openVersion(text: string, next: NextVersion): OpenedVersion {
	const root = rootEntries(text);
	const version = root?.entries.get('version');
	if (root === undefined || version === undefined)
		return { whyNot: 'its header has no version that could be raised' };
	const row = insertFirstRow(text, root, 'change_log', versionRow(next, keyQuotes(text, root)));
	if (row === undefined) return { whyNot: 'its section 14 (change_log) is no list of rows' };
	const edits = [numberEdit(version, next.version), row, ...effectiveEdits(text, root, version, next)];
	const opened = applyEdits(text, edits).text;
	const whyNot = whyWrong(text, opened, next);
	return whyNot === undefined ? { text: opened } : { whyNot };
}

/** Keys between braces keep the quotes that JSON gives them. */
function keyQuotes(text: string, { inBraces, entries }: WrittenRoot): boolean {
	const [first] = entries.values();
	return inBraces && first !== undefined && text[first.keyFrom] === '"';
}

function numberEdit({ form, from, to }: RootEntry, number: string): TextEdit {
	const quote = form === 'single quotes' ? "'" : '"';
	return { from, to, text: `${form === 'nothing' ? ' ' : ''}${quote}${number}${quote}` };
}

function effectiveEdits(
	text: string,
	{ inBraces, entries }: WrittenRoot,
	version: RootEntry,
	{ effective }: NextVersion,
): readonly TextEdit[] {
	const written = entries.get('effective');
	if (written === undefined) {
		if (effective === undefined) return [];
		if (inBraces) return [{ from: version.to, to: version.to, text: `, "effective": "${effective}"` }];
		const lineEnd = lineEndOf(text);
		const at = endOfLine(text, version.to);
		const margin = ' '.repeat(version.keyFrom - startOfLine(text, version.keyFrom));
		const line = `${margin}effective: ${effective}`;
		return [{ from: at, to: at, text: text[at - 1] === '\n' ? line + lineEnd : lineEnd + line }];
	}
	const { form, from, to, keyFrom } = written;
	if (effective !== undefined) {
		const quote = form === 'double quotes' ? '"' : form === 'single quotes' ? "'" : '';
		return [{ from, to, text: `${form === 'nothing' ? ' ' : ''}${quote}${effective}${quote}` }];
	}
	if (inBraces) return [withoutPair(text, written)];
	const end = endOfLine(text, to);
	const [comment] = commentsOf(text).filter((one) => one.from >= to && one.from < end);
	// What the user has noted beside the day stays.
	return [
		{
			from: comment === undefined ? startOfLine(text, keyFrom) : keyFrom,
			to: comment?.from ?? end,
			text: '',
		},
	];
}

/** A pair between braces goes with the comma behind it, or with the one before it. */
function withoutPair(text: string, { keyFrom, to }: RootEntry): TextEdit {
	const after = /^\s*,[ \t]*/.exec(text.slice(to));
	if (after !== null) return { from: keyFrom, to: to + after[0].length, text: '' };
	const before = /,\s*$/.exec(text.slice(0, keyFrom));
	return { from: before?.index ?? keyFrom, to, text: '' };
}

/** What keeps the new text from saying what it should, and nothing else; undefined where nothing does. */
function whyWrong(before: string, after: string, next: NextVersion): string | undefined {
	const byHand = 'its header or change log is written in a way that cannot be edited without changing more';
	const { value, problems } = readYaml(after);
	if (problems.length > 0) return byHand;
	if (canonicalText(value) !== canonicalText(expectedValue(readYaml(before).value, next))) return byHand;
	const comments = (text: string) =>
		commentsOf(text)
			.map((comment) => comment.text.trimEnd())
			.join('\n');
	return comments(before) === comments(after) ? undefined : byHand;
}

/** The content value of a document with its next version open. */
export function expectedValue(value: unknown, next: NextVersion): unknown {
	const { version, effective, date, author, what, why, affects, retrain } = next;
	// Only a text whose value is a map has a version to raise.
	const { effective: _, ...before } = value as Readonly<Record<string, unknown>>;
	const row = {
		version,
		date,
		author,
		what,
		why,
		...(affects.length === 0 ? {} : { affects }),
		...(retrain === undefined ? {} : { retrain }),
	};
	const rows = Array.isArray(before['change_log']) ? before['change_log'] : [];
	return {
		...before,
		version,
		...(effective === undefined ? {} : { effective }),
		change_log: [row, ...rows],
	};
}
