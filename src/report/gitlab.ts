import type { LintReport } from '../diagnostics/lint-report.ts';
import { messageWithHelp } from './finding-sentences.ts';
import { fingerprints } from './fingerprint.ts';
import { inertText } from './inert-text.ts';
import { jsonText } from './json-text.ts';
import type { ReportOptions } from './reporter.ts';

/**
 * A GitLab Code Quality report (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
 * It has no place for checks that were not evaluated.
 */
export function gitlab(report: LintReport, options: ReportOptions): string {
	const names = fingerprints(report.findings);
	return jsonText(
		report.findings.map((finding, at) => ({
			description: inertText(messageWithHelp(finding)),
			check_name: finding.rule,
			fingerprint: names[at],
			severity: finding.severity === 'error' ? 'major' : 'minor',
			location: {
				path: options.root.fromRepository + finding.file,
				lines: { begin: finding.range.start.line, end: finding.range.end.line },
			},
		})),
	);
}
