import type { Finding } from '../diagnostics/finding.ts';
import type { LintReport } from '../diagnostics/lint-report.ts';
import { countOf } from './count-of.ts';
import { messageWithHelp } from './finding-sentences.ts';
import { inertText } from './inert-text.ts';
import type { ReportOptions } from './reporter.ts';
import { summaryLine } from './summary-line.ts';

/**
 * Workflow commands of GitHub Actions: an annotation a finding, a notice a check that was not evaluated, and the
 * summary for readers of the log. GitHub shows ten annotations of a kind for each step; the log has all.
 */
export function github(report: LintReport, options: ReportOptions): string {
	const lines = [
		...report.findings.map((finding) => {
			const place = { file: options.root.fromRepository + finding.file, ...placeOf(finding) };
			return command(finding.severity, { ...place, title: finding.rule }, messageWithHelp(finding));
		}),
		...report.notEvaluated.map(({ rule, reason, documents }) => {
			const where = documents > 0 ? ` (${countOf(documents, 'document')})` : '';
			return command('notice', { title: `${rule} not evaluated` }, `${reason}${where}`);
		}),
		inertText(summaryLine(report)),
	];
	return `${lines.join('\n')}\n`;
}

/** GitHub counts the last column in, and takes columns only for a range within one line. */
function placeOf({ range: { start, end } }: Finding): Record<string, number> {
	if (start.line !== end.line) return { line: start.line, endLine: end.line };
	return {
		line: start.line,
		endLine: end.line,
		col: start.column,
		endColumn: Math.max(start.column, end.column - 1),
	};
}

function command(name: string, properties: Readonly<Record<string, string | number>>, data: string): string {
	const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
	return `::${name} ${list.join(',')}::${escapeData(inertText(data))}`;
}

function escapeData(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
