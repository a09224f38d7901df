/** Markdown code spans and fenced blocks as spaces of the same length, so that offsets into the rest stay right. */
export function blankCode(text: string): string {
	if (!text.includes('`')) return text;
	const runs = [...text.matchAll(/`+/g)].map((match) => ({ from: match.index, length: match[0].length }));
	let result = '';
	let reached = 0;
	for (const [at, run] of runs.entries()) {
		if (run.from < reached) continue;
		const end = closing(runs, at);
		if (end === undefined) continue;
		result += text.slice(reached, run.from) + ' '.repeat(end - run.from);
		reached = end;
	}
	return result + text.slice(reached);
}

/** A code span ends at the next run of as many backticks; looking further than this few runs helps nobody. */
const farthest = 100;

function closing(
	runs: readonly { readonly from: number; readonly length: number }[],
	at: number,
): number | undefined {
	const length = runs[at]?.length;
	const end = runs.slice(at + 1, at + 1 + farthest).find((run) => run.length === length);
	return end && end.from + end.length;
}

/** Addresses of pages and files as spaces of the same length. */
export function blankAddresses(text: string): string {
	if (!text.includes(':')) return text;
	return text.replace(/\b(?:https?|ftp|sftp|ssh|git|file|mailto|tel):[^\s<>"'`]+/gi, (found) =>
		' '.repeat(found.length),
	);
}
