import type { Finding } from '../diagnostics/finding.ts';
import type { LintReport } from '../diagnostics/lint-report.ts';
import { messageWithHelp } from './finding-sentences.ts';
import { inertText } from './inert-text.ts';
import { jsonText } from './json-text.ts';
import type { ReportOptions } from './reporter.ts';
import { sarifRule } from './sarif-rule.ts';

const root = '%SRCROOT%';

/** What keeps a result quiet: a comment in the file, or something outside of it. */
export interface ResultSuppression {
	readonly kind: 'inSource' | 'external';
	readonly justification: string;
}

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), for code scanning.
 * Describes the rules that it mentions; checks that were not evaluated are notifications of the run. `suppressionsOf` says
 * what keeps each finding quiet, where findings are told all the same; a finding in no file has no place.
 */
export function sarif(
	report: LintReport,
	options: ReportOptions,
	suppressionsOf?: (finding: Finding) => readonly ResultSuppression[],
): string {
	const mentioned = [...report.findings, ...report.notEvaluated].map(({ rule }) => rule);
	const rules = [...new Set(mentioned)].sort();
	const files = [...new Set([...report.files, ...report.findings].map(({ file }) => file))].filter(Boolean);
	const indexes = new Map(files.map((file, index) => [file, index]));
	const artifactOf = (file: string): object => ({
		uri: uriOf(options.root.fromRepository + file),
		uriBaseId: root,
		index: indexes.get(file),
	});
	return jsonText({
		$schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
		version: '2.1.0',
		runs: [
			{
				tool: {
					driver: {
						name: report.tool.name,
						version: report.tool.version,
						semanticVersion: report.tool.version,
						rules: rules.map((name) => sarifRule(name, options.rules.get(name))),
					},
				},
				columnKind: 'utf16CodeUnits',
				originalUriBaseIds: { [root]: { description: { text: 'The root of the repository.' } } },
				artifacts: files.map((file) => ({ location: artifactOf(file), roles: ['analysisTarget'] })),
				invocations: [
					{
						executionSuccessful: true,
						toolExecutionNotifications: report.notEvaluated.map(({ rule, reason, documents }) => ({
							associatedRule: { id: rule, index: rules.indexOf(rule) },
							level: 'warning',
							message: { text: messageText(`${rule} was not evaluated: ${reason}`) },
							properties: { documents },
						})),
					},
				],
				results: report.findings.map((finding) => ({
					ruleId: finding.rule,
					ruleIndex: rules.indexOf(finding.rule),
					level: finding.severity,
					message: { text: messageText(messageWithHelp(finding)) },
					...(finding.file === ''
						? {}
						: {
								locations: [
									{
										physicalLocation: {
											artifactLocation: artifactOf(finding.file),
											region: regionOf(finding),
										},
									},
								],
								partialFingerprints: { 'anchor/v1': finding.anchor },
							}),
					// Either all results say whether they are suppressed, or none does (§3.27.23).
					...(suppressionsOf === undefined
						? {}
						: { suppressions: suppressionsOf(finding).map(suppressionObject) }),
					properties: propertiesOf(finding),
				})),
			},
		],
	});
}

/** A suppression object (§3.35) that somebody has accepted. */
function suppressionObject({ kind, justification }: ResultSuppression): object {
	return { kind, status: 'accepted', justification: inertText(justification) };
}

function regionOf({ range }: Finding): object {
	return {
		startLine: range.start.line,
		startColumn: range.start.column,
		endLine: range.end.line,
		endColumn: range.end.column,
	};
}

function propertiesOf({ document, section, clauses, fix }: Finding): object {
	return { document, section, clauses, fixable: fix !== null, ...(fix === null ? {} : { fixSafety: fix }) };
}

/** SARIF reads `[text](target)` in a message as a link (§3.11.6): document text must make none. */
function messageText(text: string): string {
	return inertText(text).replaceAll('](', '] (');
}

/** A relative URI reference: each segment percent-encoded as UTF-8. */
function uriOf(path: string): string {
	return path
		.replace(/\p{Cs}/gu, '\uFFFD')
		.split('/')
		.map(encodeURIComponent)
		.join('/');
}
