import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { LintReport } from '../../../src/diagnostics/lint-report.ts';
import { junit } from '../../../src/report/junit.ts';
import {
	hostileReport,
	sampleFile,
	sampleFinding,
	sampleOptions,
	sampleReport,
	shallowClone,
} from './sample-report.ts';

const schema = readFileSync('test/fixtures/conformance/JUnit.xsd', 'utf8');

async function validated(report: LintReport): Promise<string> {
	const contents = junit(report, sampleOptions());
	const { valid, errors } = await validateXML({
		xml: [{ fileName: 'report.xml', contents }],
		schema: [{ fileName: 'JUnit.xsd', contents: schema }],
	});
	expect(errors).toEqual([]);
	expect(valid).toBe(true);
	return contents;
}

const clean = sampleFile({ file: 'sops/hr/onboarding.sop.yaml', function: 'hr' });

describe('junit', () => {
	test('makes a test case of each file', async () => {
		const findings = [
			sampleFinding({ clauses: ['ISO 9001:2015 7.5.2 a'] }),
			sampleFinding({ severity: 'warning' }),
		];
		const xml = await validated(sampleReport(findings, { files: [sampleFile(), clean] }));
		await expect(xml).toMatchFileSnapshot('fixtures/junit.txt');
	});

	test('skips checks that were not evaluated', async () => {
		const xml = await validated(sampleReport([], { notEvaluated: [shallowClone] }));
		expect(xml).toContain(
			'<testsuite name="sop checks" package="sop" id="1" tests="1" failures="0" errors="0" skipped="1"',
		);
		expect(xml).toContain('<skipped message="not evaluated: shallow clone"/>');
	});

	test('fails a file that is no document, e.g. the config', async () => {
		const xml = await validated(sampleReport([sampleFinding({ file: 'sop.config.yaml' })]));
		expect(xml).toContain('tests="2" failures="1"');
		expect(xml).toContain('<testcase name="examples/sop.config.yaml" classname="sop.library" time="0">');
	});

	test('is valid XML 1.0 whatever a document says', async () => {
		const xml = await validated(hostileReport());
		expect(xml).not.toContain('<script>');
		expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000D-\u001F\uFFFE\uFFFF]/);
	});
});
