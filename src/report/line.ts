import type { LintReport } from '../diagnostics/lint-report.ts';
import { inertText } from './inert-text.ts';
import type { ReportOptions } from './reporter.ts';

/** One finding a line, `path:line:column: severity: message [rule]`, for editors and grep. Nothing for a clean library. */
export function line(report: LintReport, options: ReportOptions): string {
	return report.findings
		.map(({ file, range, severity, message, rule }) => {
			const path = inertText(options.root.fromWorkingDirectory + file);
			const { line: number, column } = range.start;
			return `${path}:${number}:${column}: ${severity}: ${inertText(message)} [${rule}]\n`;
		})
		.join('');
}
