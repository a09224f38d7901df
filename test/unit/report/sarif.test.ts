import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { LintReport } from '../../../src/diagnostics/lint-report.ts';
import { sarif } from '../../../src/report/sarif.ts';
import { hostileReport, sampleFinding, sampleOptions, sampleReport, shallowClone } from './sample-report.ts';

const schema = JSON.parse(readFileSync('test/fixtures/conformance/sarif-2.1.0.json', 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function runOf(report: LintReport) {
	const log = JSON.parse(sarif(report, sampleOptions()));
	validate(log);
	expect(validate.errors).toBeNull();
	expect(log.runs).toHaveLength(1);
	return log.runs[0];
}

describe('sarif', () => {
	test.each([
		['findings', sampleReport([sampleFinding()], { notEvaluated: [shallowClone] })],
		['none', sampleReport([])],
		['hostile text', hostileReport()],
	])('holds to the official schema with %s', (_, report) => {
		runOf(report);
	});

	test('places a finding, with a fingerprint that does not depend on lines', () => {
		const run = runOf(sampleReport([sampleFinding({ fix: 'safe', clauses: ['ISO 9001:2015 7.5.2 a'] })]));
		expect(run.columnKind).toBe('utf16CodeUnits');
		expect(run.results).toEqual([
			{
				ruleId: 'decisions/gap',
				ruleIndex: 0,
				level: 'error',
				message: {
					text: 'No branch covers variance = 60. Start this branch at 50, or add one for 50 to 70.',
				},
				locations: [
					{
						physicalLocation: {
							artifactLocation: {
								uri: 'examples/sops/finance/bank-reconciliation.sop.yaml',
								uriBaseId: '%SRCROOT%',
								index: 0,
							},
							region: { startLine: 88, startColumn: 16, endLine: 88, endColumn: 18 },
						},
					},
				],
				partialFingerprints: { 'anchor/v1': 'SOP-FIN-002 decisions/tolerance' },
				properties: {
					document: 'SOP-FIN-002',
					section: 8,
					clauses: ['ISO 9001:2015 7.5.2 a'],
					fixable: true,
					fixSafety: 'safe',
				},
			},
		]);
	});

	test('describes the rules that it mentions, and those it knows nothing of by name', () => {
		const run = runOf(sampleReport([sampleFinding()], { notEvaluated: [shallowClone] }));
		const [unknown, known] = run.tool.driver.rules;
		expect(unknown).toEqual({ id: 'change-log/undocumented-change' });
		expect(known).toMatchObject({
			id: 'decisions/gap',
			helpUri: 'https://sop.example/rules/decisions/gap',
			defaultConfiguration: { level: 'error' },
			properties: { tags: ['decisions'], fixable: false },
		});
		expect(known.help.text).toContain('Add a branch for the value');
		expect(run.results[0].ruleIndex).toBe(1);
	});

	test('notifies of checks that were not evaluated', () => {
		const run = runOf(sampleReport([], { notEvaluated: [shallowClone] }));
		expect(run.invocations[0].toolExecutionNotifications).toEqual([
			{
				associatedRule: { id: 'change-log/undocumented-change', index: 0 },
				level: 'warning',
				message: { text: 'change-log/undocumented-change was not evaluated: shallow clone' },
				properties: { documents: 12 },
			},
		]);
	});

	test('encodes paths so that they decode to what they were', () => {
		const report = hostileReport();
		const run = runOf(report);
		const uri: string = run.results[0].locations[0].physicalLocation.artifactLocation.uri;
		expect(uri).toMatch(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/%]+$/);
		expect(decodeURIComponent(uri)).toBe(`examples/${report.findings[0]?.file}`);
		expect(run.artifacts[0].location.uri).toBe(uri);
	});

	test('makes no links of document text', () => {
		for (const { message } of runOf(hostileReport()).results) expect(message.text).not.toContain('](');
	});
});
