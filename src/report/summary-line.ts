import { countOf } from '../diagnostics/count-of.ts';
import type { LintReport } from '../diagnostics/lint-report.ts';

const reasonsNamed = 2;

/** The whole report in one line: `12 documents: 1 error, 2 warnings (1 fixable with --fix)`. Not inert yet. */
export function summaryLine(report: LintReport): string {
	const { documents, suppressed, baselined, notEvaluated } = report.summary;
	const parts = [severityCounts(report.summary)];
	if (suppressed > 0) parts.push(`${suppressed} suppressed`);
	if (baselined > 0) parts.push(`${baselined} in the baseline`);
	if (notEvaluated > 0) parts.push(`${countOf(notEvaluated, 'check')} not evaluated${reasons(report)}`);
	return `${countOf(documents, 'document')}: ${parts.join(', ')}`;
}

/** `1 error, 2 warnings (1 fixable with --fix)`, or `no findings`. */
function severityCounts({ errors, warnings, fixable }: LintReport['summary']): string {
	const counts = findingCounts(errors, warnings);
	return fixable > 0 ? `${counts} (${fixable} fixable with --fix)` : counts;
}

/** `1 error, 2 warnings`, without what there is none of. */
export function findingCounts(errors: number, warnings: number): string {
	const parts: string[] = [];
	if (errors > 0) parts.push(countOf(errors, 'error'));
	if (warnings > 0) parts.push(countOf(warnings, 'warning'));
	return parts.length === 0 ? 'no findings' : parts.join(', ');
}

function reasons(report: LintReport): string {
	const all = [...new Set(report.notEvaluated.map((check) => check.reason))];
	if (all.length === 0) return '';
	const named = all.slice(0, reasonsNamed);
	if (all.length > reasonsNamed) named.push(`${countOf(all.length - reasonsNamed, 'more reason')}`);
	return ` (${named.join('; ')})`;
}
