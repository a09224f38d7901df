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
			});
		}
	}
	return suppressions;
}

function nextContentLine(lines: LineIndex, after: number): number {
	for (let line = after + 1; line <= lines.lineCount; line++) {
		if (!/^\s*(?:#|$)/.test(lines.line(line))) return line;
	}
	return after + 1;
}
