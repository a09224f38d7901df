import type { Finding, NotEvaluated } from '../../../src/diagnostics/finding.ts';
import type { LintedFile, LintReport, SectionState } from '../../../src/diagnostics/lint-report.ts';
import type { ReportOptions, RuleDescription } from '../../../src/report/reporter.ts';

const reconciliation = 'sops/finance/bank-reconciliation.sop.yaml';

/** A finding as in the design of `pretty`, with what a test changes. */
export function sampleFinding(changes: Partial<Finding> = {}): Finding {
	return {
		rule: 'decisions/gap',
		severity: 'error',
		file: reconciliation,
		document: 'SOP-FIN-002',
		section: 8,
		range: { start: { line: 88, column: 16 }, end: { line: 88, column: 18 } },
		message: 'No branch covers variance = 60',
		why: 'A case that no branch covers is decided differently by everybody who meets it.',
		help: 'Start this branch at 50, or add one for 50 to 70.',
		clauses: [],
		fix: null,
		anchor: 'SOP-FIN-002 decisions/tolerance',
		excerpt: {
			firstLine: 86,
			lines: ['        at_most: 50', '        goto: review', '      - above: 70'],
		},
		...changes,
	};
}

/** A finding about one line, at the words `marked` in it. */
export function findingOnLine(
	line: number,
	text: string,
	marked: string,
	changes: Partial<Finding> = {},
): Finding {
	const column = text.indexOf(marked) + 1;
	return sampleFinding({
		range: { start: { line, column }, end: { line, column: column + marked.length } },
		excerpt: { firstLine: line, lines: [text] },
		...changes,
	});
}

/** Sections that are complete but for those named. */
export function sampleSections(
	changes: Readonly<Record<number, SectionState>> = {},
): readonly SectionState[] {
	return Array.from({ length: 15 }, (_, index) => changes[index + 1] ?? 'complete');
}

/** A file of the library, with what a test changes. */
export function sampleFile(changes: Partial<LintedFile> = {}): LintedFile {
	return {
		file: reconciliation,
		kind: 'sop',
		document: 'SOP-FIN-002',
		title: 'Bank reconciliation',
		function: 'finance',
		sections: sampleSections({ 8: 'findings' }),
		...changes,
	};
}

/** A report whose counts follow from its findings. */
export function sampleReport(
	findings: readonly Finding[],
	changes: {
		readonly files?: readonly LintedFile[];
		readonly notEvaluated?: readonly NotEvaluated[];
		readonly documents?: number;
		readonly suppressed?: number;
		readonly baselined?: number;
	} = {},
): LintReport {
	const files = changes.files ?? [sampleFile()];
	const notEvaluated = changes.notEvaluated ?? [];
	return {
		tool: { name: 'sop', version: '0.1.0' },
		asOf: '2026-11-22',
		files,
		findings,
		notEvaluated,
		policy: null,
		summary: {
			documents: changes.documents ?? files.length,
			errors: findings.filter((finding) => finding.severity === 'error').length,
			warnings: findings.filter((finding) => finding.severity === 'warning').length,
			notEvaluated: new Set(notEvaluated.map((check) => check.rule)).size,
			fixable: findings.filter((finding) => finding.fix === 'safe').length,
			suppressed: changes.suppressed ?? 0,
			baselined: changes.baselined ?? 0,
		},
	};
}

/** Options of a terminal of a given width, without colour. */
export function sampleOptions(changes: Partial<ReportOptions> = {}): ReportOptions {
	return {
		color: false,
		width: 90,
		root: { fromWorkingDirectory: '', fromRepository: 'examples/' },
		rules: new Map([[gap.name, gap]]),
		...changes,
	};
}

const gap: RuleDescription = {
	name: 'decisions/gap',
	summary: 'Typed branches, or the rows of a table, leave a value or combination uncovered.',
	why: 'A case that no branch covers is decided differently by everybody who meets it.',
	remedy: 'Add a branch for the value, or `otherwise`.',
	fixSafety: null,
	severity: 'error',
	docsUrl: 'https://sop.example/rules/decisions/gap',
};

/** What the git-based rules say in a shallow clone. */
export const shallowClone: NotEvaluated = {
	rule: 'change-log/undocumented-change',
	reason: 'shallow clone',
	documents: 12,
};

/** Text as an attacker would write it: for terminals, build servers, HTML, Markdown, XML, tables and spreadsheets. */
export const hostileText = [
	'\u001B[2J\u001B]0;owned\u0007\u009B31m',
	'\u202Egnp.exe\u2066\u200B\uFEFF',
	'</failure>]]><script>alert(1)</script><img src=x onerror=alert(1)>',
	'[click](https://evil.example) https://evil.example www.evil.example a@evil.example <https://evil.example>',
	'@everyone #1 !1 GH-12 :tada: ~"bug"',
	'a|b|c `x` **bold** ~~gone~~ _it_ \\',
	'\n\n## Heading\n::error file=x::owned\n/close\n::stop-commands::x\r\n##[add-mask]x ##vso[task.setvariable]x',
	'{0} %0A %25 \uD800 \uFFFE \u0000',
].join(' ');

/** A report with hostile text wherever a document's text can stand. */
export function hostileReport(): LintReport {
	const file = 'sops/\u001B[31m::error x,y:z%0A\n@me|<b>`#1\u202E ü.sop.yaml';
	const text = `key: ${hostileText.replaceAll('\n', ' ')}`;
	const finding = sampleFinding({
		file,
		document: hostileText,
		message: hostileText,
		why: hostileText,
		help: hostileText,
		clauses: [hostileText],
		anchor: hostileText,
		range: { start: { line: 3, column: 6 }, end: { line: 3, column: 12 } },
		excerpt: { firstLine: 3, lines: [text, '```', hostileText] },
	});
	return sampleReport([finding, { ...finding, severity: 'warning' }], {
		files: [sampleFile({ file, document: hostileText, title: hostileText, function: hostileText })],
		notEvaluated: [{ rule: 'change-log/undocumented-change', reason: hostileText, documents: 1 }],
	});
}
