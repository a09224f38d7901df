import { countOf } from '../diagnostics/count-of.ts';
import type { LintReport } from '../diagnostics/lint-report.ts';
import { countSeverities, documentName, type FileFindings, findingsByFile } from './findings-by-file.ts';
import { markdownDetails } from './markdown-details.ts';
import { markdownText } from './markdown-text.ts';
import type { ReportOptions } from './reporter.ts';
import { summaryLine } from './summary-line.ts';
import { unevaluatedChecks } from './unevaluated-checks.ts';

// GitHub takes comments of 65,536 characters.
const longest = 60_000;
const mostRows = 100;

/**
 * A comment for a pull or merge request: the summary, a table by file, and the findings to unfold.
 * Begins with a comment by which a build can find and replace what it wrote before. Never longer than a comment may be.
 */
export function markdown(report: LintReport, options: ReportOptions): string {
	const files = findingsByFile(report).filter((file) => file.findings.length > 0);
	const head = [
		'<!-- sop lint -->',
		`### ${markdownText(summaryLine(report))}`,
		...table(files, options),
		...notEvaluated(report),
	];
	let length = head.join('\n\n').length;
	const details: string[] = [];
	for (const file of files) {
		const text = markdownDetails(file, options);
		if (length + text.length > longest) break;
		length += text.length + 2;
		details.push(text);
	}
	const left = files.length - details.length;
	if (left > 0)
		details.push(
			`The findings of ${countOf(left, 'more file')} are left out here: run \`sop lint\` to see them.`,
		);
	return `${[...head, ...details].join('\n\n')}\n`;
}

function table(files: readonly FileFindings[], options: ReportOptions): readonly string[] {
	if (files.length === 0) return [];
	const rows = files.slice(0, mostRows).map(({ file, linted, findings }) => {
		const { errors, warnings } = countSeverities(findings);
		const path = markdownText(options.root.fromRepository + file);
		return `| ${markdownText(documentName(linted))} | <code>${path}</code> | ${errors} | ${warnings} |`;
	});
	const left = files.length - rows.length;
	if (left > 0) rows.push(`| and ${countOf(left, 'more file')} | | | |`);
	return [['| Document | File | Errors | Warnings |', '|---|---|--:|--:|', ...rows].join('\n')];
}

function notEvaluated(report: LintReport): readonly string[] {
	if (report.notEvaluated.length === 0) return [];
	const checks = unevaluatedChecks(report).map(
		({ rule, reason }) => `- <code>${markdownText(rule)}</code>: ${markdownText(reason)}`,
	);
	return ['Not evaluated:', checks.join('\n')];
}
