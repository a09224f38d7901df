import type { OffsetRange } from '../diagnostics/position.ts';
import { commentsOf } from '../source/comments.ts';
import type { LineIndex } from '../source/line-index.ts';

/** One rule kept quiet on one line by a comment. */
export interface Suppression {
	readonly rule: string;
	/** The line it speaks for, from 1: the next one that is neither empty nor a comment. */
	readonly line: number;
	/** Where the rule's name stands in the comment. */
	readonly offsets: OffsetRange;
	readonly reason: string;
	/** Last day it holds, YYYY-MM-DD; undefined: until it is taken out. */
	readonly until: string | undefined;
	/** What it is about, by the keys that lead to its line: stays the same when other lines move. */
	readonly about: string;
	/** Whether the policy of the branch point knows nothing of it, so that it keeps nothing quiet. */
	readonly isNew?: boolean;
}

const marker = 'sop-disable-next-line';
const form = /^#\s*sop-disable-next-line\s+(?<rules>[^\s,]+(?:\s*,\s*[^\s,]+)*)\s*(?:--\s*(?<reason>.*))?$/s;
const untilForm = /(?:^|\s)\[?until\s+(?<day>\d{4}-\d{2}-\d{2})\]?\s*$/;

/** Reads `# sop-disable-next-line RULE[, RULE] -- reason [until 2026-12-31]` comments. */
export function readSuppressions(text: string, lines: LineIndex): readonly Suppression[] {
	if (!text.includes(marker)) return [];
	const suppressions: Suppression[] = [];
	for (const comment of commentsOf(text)) {
		const groups = form.exec(comment.text)?.groups;
		if (!groups || !comment.ownLine) continue;
		const stated = (groups['reason'] ?? '').trim();
		const until = untilForm.exec(stated)?.groups?.['day'];
		const reason = stated.replace(untilForm, '').trim();
		const line = nextContentLine(lines, lines.position(comment.from).line);
		for (const match of (groups['rules'] ?? '').matchAll(/[^\s,]+/g)) {
			const from = comment.from + comment.text.indexOf(match[0], marker.length);
			suppressions.push({
				rule: match[0],
				line,
				offsets: { from, to: from + match[0].length },
				reason,
				until,
				about: keysTo(lines, line),
			});
		}
	}
	return suppressions;
}

/** Between two columns. */
const half = 0.5;

/** The keys that lead to a line by their indents, items of lists by what names them. */
function keysTo(lines: LineIndex, line: number): string {
	const keys: string[] = [];
	let indent = Number.POSITIVE_INFINITY;
	for (let at = line; at > 0 && indent > 0; at--) {
		const text = lines.line(at);
		const [, spaces = '', key = '', value = ''] = /^(\s*(?:- +)*)([^\s#:][^:]*)(?::(.*))?$/.exec(text) ?? [];
		const dash = spaces.indexOf('-');
		const column = dash < 0 ? spaces.length : dash;
		// A list may stand as far in as the key above it; items of one list stand beside each other.
		if (key === '' || column >= indent - (dash < 0 ? 0 : half)) continue;
		indent = dash < 0 ? column : column + half;
		keys.push(/^(?:id|term|name|version|role|file)$/.test(key) ? `${key}:${value.trim()}` : key);
	}
	return keys.reverse().join('/');
}

function nextContentLine(lines: LineIndex, after: number): number {
	for (let line = after + 1; line <= lines.lineCount; line++) {
		if (!/^\s*(?:#|$)/.test(lines.line(line))) return line;
	}
	return after + 1;
}
