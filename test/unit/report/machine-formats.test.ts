import { describe, expect, test } from 'vitest';
import { gitlab } from '../../../src/report/gitlab.ts';
import { json } from '../../../src/report/json.ts';
import { line } from '../../../src/report/line.ts';
import { hostileReport, sampleFinding, sampleOptions, sampleReport, shallowClone } from './sample-report.ts';

const options = sampleOptions({ root: { fromWorkingDirectory: '../', fromRepository: 'examples/' } });

describe('line', () => {
	test('gives one finding a line and nothing else', () => {
		const report = sampleReport([sampleFinding(), sampleFinding({ severity: 'warning' })], {
			notEvaluated: [shallowClone],
		});
		expect(line(report, options)).toBe(
			'../sops/finance/bank-reconciliation.sop.yaml:88:16: error: No branch covers variance = 60 [decisions/gap]\n' +
				'../sops/finance/bank-reconciliation.sop.yaml:88:16: warning: No branch covers variance = 60 [decisions/gap]\n',
		);
		expect(line(sampleReport([]), options)).toBe('');
	});

	test('keeps hostile text in its line', () => {
		const text = line(hostileReport(), options);
		expect(text.split('\n')).toHaveLength(3);
		expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]|##\w*\[/u);
	});
});

describe('json', () => {
	test('has exactly the documented shape', () => {
		const report = sampleReport([sampleFinding({ clauses: ['ISO 9001:2015 7.5.2 a'], fix: 'safe' })], {
			documents: 12,
			notEvaluated: [shallowClone],
		});
		expect(json(report, options)).toBe(`{
  "format": 1,
  "tool": {
    "name": "sop",
    "version": "0.1.0"
  },
  "asOf": "2026-11-22",
  "summary": {
    "documents": 12,
    "errors": 1,
    "warnings": 0,
    "notEvaluated": 1
  },
  "findings": [
    {
      "rule": "decisions/gap",
      "severity": "error",
      "file": "sops/finance/bank-reconciliation.sop.yaml",
      "document": "SOP-FIN-002",
      "section": 8,
      "range": {
        "start": {
          "line": 88,
          "column": 16
        },
        "end": {
          "line": 88,
          "column": 18
        }
      },
      "message": "No branch covers variance = 60",
      "why": "A case that no branch covers is decided differently by everybody who meets it.",
      "help": "Start this branch at 50, or add one for 50 to 70.",
      "clauses": [
        "ISO 9001:2015 7.5.2 a"
      ],
      "fix": "safe"
    }
  ],
  "notEvaluated": [
    {
      "rule": "change-log/undocumented-change",
      "reason": "shallow clone"
    }
  ]
}
`);
	});

	test('gives back every text exactly', () => {
		const report = hostileReport();
		const read: { findings: { message: string; file: string }[] } = JSON.parse(json(report, options));
		expect(read.findings[0]?.message).toBe(report.findings[0]?.message);
		expect(read.findings[0]?.file).toBe(report.findings[0]?.file);
	});
});

interface CodeQualityIssue {
	description: string;
	check_name: string;
	fingerprint: string;
	severity: string;
	location: { path: string; lines: { begin: number; end: number } };
}

describe('gitlab', () => {
	const issues = (report: ReturnType<typeof sampleReport>): CodeQualityIssue[] =>
		JSON.parse(gitlab(report, options));

	test('has what GitLab documents for a Code Quality report', () => {
		const [issue] = issues(sampleReport([sampleFinding()]));
		expect(issue).toEqual({
			description: 'No branch covers variance = 60. Start this branch at 50, or add one for 50 to 70.',
			check_name: 'decisions/gap',
			fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
			severity: 'major',
			location: { path: 'examples/sops/finance/bank-reconciliation.sop.yaml', lines: { begin: 88, end: 88 } },
		});
		expect(issues(sampleReport([sampleFinding({ severity: 'warning' })]))[0]?.severity).toBe('minor');
		expect(issues(sampleReport([]))).toEqual([]);
	});

	test('keeps a fingerprint when lines move, and tells findings apart', () => {
		const moved = { start: { line: 90, column: 16 }, end: { line: 90, column: 18 } };
		const prints = (findings: Parameters<typeof sampleReport>[0]) =>
			issues(sampleReport(findings)).map((i) => i.fingerprint);
		const [before] = prints([sampleFinding()]);
		expect(prints([sampleFinding({ range: moved })])).toEqual([before]);
		const others = prints([
			sampleFinding(),
			sampleFinding(),
			sampleFinding({ rule: 'decisions/overlap' }),
			sampleFinding({ file: 'a.sop.yaml' }),
			sampleFinding({ anchor: 'SOP-FIN-002 decisions/other' }),
		]);
		expect(others[0]).toBe(before);
		expect(new Set(others).size).toBe(5);
	});

	test('makes hostile text inert', () => {
		for (const issue of issues(hostileReport())) {
			expect(issue.description).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
			expect(issue.location.path).toBe(`examples/${hostileReport().findings[0]?.file}`);
		}
	});
});
