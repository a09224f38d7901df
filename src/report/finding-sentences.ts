import type { Finding } from '../diagnostics/finding.ts';

/** Why it matters, with the clauses it answers; empty where nothing is known. */
export function whyItMatters(finding: Finding): string {
	if (finding.clauses.length === 0) return finding.why;
	return `${finding.why} (${finding.clauses.join('; ')})`.trimStart();
}

/** What to do, and which flag does it. */
export function whatToDo(finding: Finding): string {
	if (finding.fix === null) return finding.help;
	const flag = finding.fix === 'safe' ? '--fix' : '--fix-unsafe';
	return `${finding.help} (${flag} does this)`.trimStart();
}

/** What is wrong and what to do, for formats with room for one text only. */
export function messageWithHelp(finding: Finding): string {
	if (finding.help === '') return finding.message;
	const stop = /[.!?:]$/.test(finding.message) ? '' : '.';
	return `${finding.message}${stop} ${finding.help}`;
}
