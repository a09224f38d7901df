import { describe, expect, test } from 'vitest';
import type { LintReport } from '../../../src/diagnostics/lint-report.ts';
import { displayWidth } from '../../../src/report/display-width.ts';
import { pretty } from '../../../src/report/pretty.ts';
import type { ReportOptions } from '../../../src/report/reporter.ts';
import {
	findingOnLine,
	hostileReport,
	sampleFile,
	sampleFinding,
	sampleOptions,
	sampleReport,
	sampleSections,
	shallowClone,
} from './sample-report.ts';

/** The text must be exactly that of `fixtures/NAME.txt`. */
async function expectText(
	name: string,
	report: LintReport,
	changes: Partial<ReportOptions> = {},
): Promise<string> {
	const text = await pretty(report, sampleOptions(changes));
	await expect(text).toMatchFileSnapshot(`fixtures/${name}.txt`);
	return text;
}

const vague = { rule: 'procedure/vague-wording', severity: 'warning' } as const;
const onboarding = sampleFile({
	file: 'sops/hr/onboarding.sop.yaml',
	document: 'SOP-HR-001',
	title: 'Employee onboarding and orientation in the first week',
	function: 'hr',
	sections: sampleSections({ 5: 'not applicable', 6: 'missing', 11: 'missing', 13: 'findings' }),
});
const version = findingOnLine(7, 'version: 2.10', '2.10', {
	file: onboarding.file,
	rule: 'document/version-not-text',
	message: 'YAML reads 2.10 as the number 2.1',
	why: 'The version that people see and the one that tools read must be one.',
	help: 'Write "2.10" in quotes.',
	fix: 'safe',
});
const several = sampleReport(
	[
		sampleFinding({ clauses: ['ISO 9001:2015 8.5.1 a', 'PCAOB AS 2201'] }),
		findingOnLine(104, '    do: Reconcile and, if necessary, ask the controller', 'if necessary', {
			...vague,
			message: '"if necessary" does not say when',
			why: 'Two people who read it do two things, and an auditor cannot test either.',
			help: 'Name the condition: `only_if` with an input, or a decision.',
		}),
		findingOnLine(112, '    do: Tell the treasurer immediately', 'immediately', {
			...vague,
			message:
				'"immediately" is no time limit, and this message is too long to stand beside the name of its rule',
			help: 'Say within which time.',
			fix: 'unsafe',
		}),
		version,
	],
	{ files: [sampleFile(), onboarding], documents: 12, notEvaluated: [shallowClone] },
);

describe('pretty', () => {
	test('tells many warnings of one rule in a line each after the first three, and errors always whole', async () => {
		const warnings = [10, 20, 30, 40, 50].map((line) =>
			findingOnLine(line, '    do: Tell the treasurer immediately', 'immediately', {
				...vague,
				help: 'Say within which time.',
			}),
		);
		const errors = [60, 61, 62, 63].map((line) => findingOnLine(line, '      - above: 70', '70'));
		const report = sampleReport([...warnings, ...errors], { files: [sampleFile()], documents: 1 });
		const text = await expectText('many-of-one-rule', report);
		expect(text.match(/▸/g)).toHaveLength(3 + 4);
		expect(text.match(/Say within which time/g)).toHaveLength(1);
	});

	test('reads as designed', async () => {
		const report = sampleReport([sampleFinding()], { documents: 12 });
		expect(
			await pretty(report, sampleOptions()),
		).toBe(`SOP-FIN-002 Bank reconciliation  sops/finance/bank-reconciliation.sop.yaml

  88:16  error  No branch covers variance = 60                               decisions/gap
     86 │         at_most: 50
     87 │         goto: review
   ▸ 88 │       - above: 70
        │                ~~
     why  A case that no branch covers is decided differently by everybody who meets it.
     do   Start this branch at 50, or add one for 50 to 70.

  8 Decisions ✗   11 Exceptions ✓   14 Change log ✓   12 of 12 other sections complete

12 documents: 1 error
`);
	});

	test('says why once a file and rule, wraps, and lists what was not evaluated', async () => {
		await expectText('several', several);
	});

	test.each([40, 44, 60, 100])('keeps to %i columns', async (width) => {
		const text = await pretty(several, sampleOptions({ width }));
		for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
	});

	test('wraps in a narrow terminal', async () => {
		await expectText('narrow', several, { width: 48 });
	});

	test('colours by severity', async () => {
		const text = await expectText('colour', several, { color: true });
		expect(text.replace(/\u001B\[\d+m/g, '')).toBe(await pretty(several, sampleOptions()));
	});

	test('clips long lines around the range', async () => {
		const long = `    why: ${'Agree every bank account with the general ledger. '.repeat(4)}Do it timely. ${'So that cash is right. '.repeat(4)}`;
		const excerpt = { firstLine: 20, lines: ['purpose:', long, `    ${'in_scope '.repeat(20)}`] };
		const at = (words: string) => {
			const column = long.indexOf(words) + 1;
			return { start: { line: 21, column }, end: { line: 21, column: column + words.length } };
		};
		const findings = ['Agree', 'timely', 'right. '].map((words) =>
			sampleFinding({ excerpt, range: at(words) }),
		);
		await expectText('long-lines', sampleReport(findings));
	});

	test('aligns behind tabs, wide and combining characters', async () => {
		const line = 'by:\t経理担当者\te\u0301tape 👩\u200D💻 → staff';
		const findings = ['経理担当者', 'e\u0301tape', '👩\u200D💻', 'staff'].map((words) =>
			findingOnLine(5, line, words, { message: `Nobody holds ${words}` }),
		);
		await expectText('tabs-and-wide-characters', sampleReport(findings));
	});

	test('reads the same with CRLF', async () => {
		const crlf = (report: LintReport): LintReport => ({
			...report,
			findings: report.findings.map((finding) => ({
				...finding,
				excerpt: { ...finding.excerpt, lines: finding.excerpt.lines.map((line) => `${line}\r`) },
			})),
		});
		expect(await pretty(crlf(several), sampleOptions())).toBe(await pretty(several, sampleOptions()));
	});

	test('makes hostile text inert', async () => {
		const text = await expectText('hostile', hostileReport());
		expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
		expect(text).not.toMatch(/^\s*::/m);
		expect(text).not.toMatch(/##\w*\[/);
	});

	test('counts by rule and function first where findings are many', async () => {
		const config = sampleFinding({ file: 'sop.config.yaml', rule: 'config/unknown-key', document: null });
		const findings = [...Array.from({ length: 13 }, () => several.findings).flat(), config];
		const text = await pretty({ ...several, findings }, sampleOptions());
		expect(text.split('\n\n')[0]).toBe(
			[
				'Findings by rule           finance  hr  –  all',
				'procedure/vague-wording         26          26',
				'decisions/gap                   13          13',
				'document/version-not-text           13      13',
				'config/unknown-key                      1    1',
			].join('\n'),
		);
		const few = await pretty({ ...several, findings: findings.slice(0, 50) }, sampleOptions());
		expect(few).not.toContain('Findings by rule');
	});

	test('counts in two lists where a terminal is too narrow for one', async () => {
		const findings = Array.from({ length: 13 }, () => several.findings).flat();
		const text = await pretty({ ...several, findings }, sampleOptions({ width: 40 }));
		expect(text).toMatch(
			/^Findings by rule +all\n(?:.+\n)+\nFindings by function {2}all\nfinance {16}39\nhr {21}13\n\n/,
		);
	});

	test('lists documents without findings only where asked', async () => {
		const clean = sampleFile({ sections: sampleSections() });
		const report = sampleReport([version], { files: [clean, onboarding] });
		expect(await pretty(report, sampleOptions())).not.toContain('SOP-FIN-002');
		await expectText('verbose', report, { verbose: true });
	});

	test('names paths from where the user stands', async () => {
		const root = { fromWorkingDirectory: '../library/', fromRepository: 'library/' };
		const text = await pretty(sampleReport([version]), sampleOptions({ root }));
		expect(text.split('\n')[0]).toBe('../library/sops/hr/onboarding.sop.yaml');
	});

	test('ends a clean run with a friendly line', async () => {
		expect(await pretty(sampleReport([], { documents: 12 }), sampleOptions())).toBe(
			'12 documents: no findings\n',
		);
	});

	test('never passes off a check that was not made as clean', async () => {
		const report = sampleReport([], {
			documents: 1,
			notEvaluated: [shallowClone],
			suppressed: 2,
			baselined: 3,
		});
		expect(await pretty(report, sampleOptions())).toBe(
			[
				'Not evaluated',
				'  change-log/undocumented-change  shallow clone (12 documents)',
				'',
				'1 document: no findings, 2 suppressed, 3 in the baseline, 1 check not evaluated (shallow',
				'  clone)',
				'',
			].join('\n'),
		);
	});
});
