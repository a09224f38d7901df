import { countOf } from '../diagnostics/count-of.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { groupBy } from '../diagnostics/group-by.ts';
import type { LintReport } from '../diagnostics/lint-report.ts';
import { messageWithHelp } from './finding-sentences.ts';
import { inertText } from './inert-text.ts';
import type { ReportOptions } from './reporter.ts';
import { summaryLine } from './summary-line.ts';

/**
 * Workflow commands of GitHub Actions: an annotation a finding, a notice a cause for which checks were not evaluated, and
 * the summary for readers of the log. GitHub shows ten annotations of a kind for each step; the log has all.
 */
export function github(report: LintReport, options: ReportOptions): string {
	const lines = [
		...report.findings.map((finding) => {
			const place = { file: options.root.fromRepository + finding.file, ...placeOf(finding) };
			return command(finding.severity, { ...place, title: finding.rule }, messageWithHelp(finding));
		}),
		...[...groupBy(report.notEvaluated, causeOf)].map(([cause, same]) => {
			const names = same.map(({ rule }) => rule);
			return names.length === 1
				? command('notice', { title: `${names[0]} not evaluated` }, cause)
				: command(
						'notice',
						{ title: `${names.length} checks not evaluated` },
						`${cause}: ${names.join(', ')}`,
					);
		}),
		inertText(summaryLine(report)),
	];
	return `${lines.join('\n')}\n`;
}

function causeOf({ reason, documents }: LintReport['notEvaluated'][number]): string {
	return documents > 0 ? `${reason} (${countOf(documents, 'document')})` : reason;
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
