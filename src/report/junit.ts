import type { LintReport } from '../diagnostics/lint-report.ts';
import { whatToDo, whyItMatters } from './finding-sentences.ts';
import { countSeverities, type FileFindings, findingsByFile } from './findings-by-file.ts';
import type { ReportOptions } from './reporter.ts';
import { findingCounts } from './summary-line.ts';
import { xmlText } from './xml-text.ts';

/**
 * JUnit XML, by the schema of Ant: each file a test case that fails where there are findings, and each check that was
 * not evaluated a skipped one. The time stamp is the day the library was judged on.
 */
export function junit(report: LintReport, options: ReportOptions): string {
	const files = findingsByFile(report);
	const failures = files.filter((file) => file.findings.length > 0).length;
	const checks = report.notEvaluated;
	const suites = [
		...suite(
			'sop lint',
			0,
			report,
			{ tests: files.length, failures, skipped: 0 },
			files.flatMap((file) => fileCase(file, options)),
		),
	];
	if (checks.length > 0) {
		const cases = checks.flatMap(({ rule, reason }) => [
			`\t\t<testcase name="${xmlText(rule)}" classname="sop.checks" time="0">`,
			`\t\t\t<skipped message="not evaluated: ${xmlText(reason)}"/>`,
			'\t\t</testcase>',
		]);
		suites.push(
			...suite('sop checks', 1, report, { tests: checks.length, failures: 0, skipped: checks.length }, cases),
		);
	}
	return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites>', ...suites, '</testsuites>', ''].join(
		'\n',
	);
}

interface Counts {
	readonly tests: number;
	readonly failures: number;
	readonly skipped: number;
}

function suite(
	name: string,
	id: number,
	report: LintReport,
	counts: Counts,
	cases: readonly string[],
): readonly string[] {
	const totals = `tests="${counts.tests}" failures="${counts.failures}" errors="0" skipped="${counts.skipped}"`;
	return [
		`\t<testsuite name="${name}" package="sop" id="${id}" ${totals} time="0" timestamp="${xmlText(report.asOf)}T00:00:00" hostname="localhost">`,
		'\t\t<properties>',
		`\t\t\t<property name="version" value="${xmlText(report.tool.version)}"/>`,
		'\t\t</properties>',
		...cases,
		'\t\t<system-out/>',
		'\t\t<system-err/>',
		'\t</testsuite>',
	];
}

function fileCase({ file, linted, findings }: FileFindings, options: ReportOptions): readonly string[] {
	const path = options.root.fromRepository + file;
	const group = xmlText(`sop.${linted?.function ?? linted?.kind ?? 'library'}`);
	const open = `\t\t<testcase name="${xmlText(path)}" classname="${group}" time="0"`;
	if (findings.length === 0) return [`${open}/>`];
	const { errors, warnings } = countSeverities(findings);
	const lines = findings.flatMap((finding) => {
		const { line, column } = finding.range.start;
		const place = `${path}:${line}:${column}: ${finding.severity}: ${finding.message} [${finding.rule}]`;
		const sentences = [
			['why', whyItMatters(finding)],
			['do', whatToDo(finding)],
		].filter(([, sentence]) => sentence !== '');
		return [
			xmlText(place),
			...sentences.map(([label, sentence]) => `    ${label}: ${xmlText(sentence ?? '')}`),
		];
	});
	const type = errors > 0 ? 'error' : 'warning';
	const message = `${findingCounts(errors, warnings)}: ${xmlText(findings[0]?.message ?? '')}`;
	return [
		`${open}>`,
		`\t\t\t<failure message="${message}" type="${type}">${lines.join('\n')}`,
		'</failure>',
		'\t\t</testcase>',
	];
}
