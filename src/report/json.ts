import type { LintReport } from '../diagnostics/lint-report.ts';
import { jsonText } from './json-text.ts';
import type { ReportOptions } from './reporter.ts';

/** The stable format for programs, `format: 1`. Paths are relative to the library; texts are exactly the document's. */
export function json(report: LintReport, _options: ReportOptions): string {
	const { documents, errors, warnings, notEvaluated } = report.summary;
	return jsonText({
		format: 1,
		tool: { name: report.tool.name, version: report.tool.version },
		asOf: report.asOf,
		...(report.policy === null ? {} : { policy: { from: report.policy.from, commit: report.policy.commit } }),
		summary: { documents, errors, warnings, notEvaluated },
		findings: report.findings.map((finding) => ({
			rule: finding.rule,
			severity: finding.severity,
			file: finding.file,
			document: finding.document,
			section: finding.section,
			range: {
				start: { line: finding.range.start.line, column: finding.range.start.column },
				end: { line: finding.range.end.line, column: finding.range.end.column },
			},
			message: finding.message,
			why: finding.why,
			help: finding.help,
			clauses: finding.clauses,
			fix: finding.fix,
		})),
		notEvaluated: report.notEvaluated.map(({ rule, reason }) => ({ rule, reason })),
	});
}
