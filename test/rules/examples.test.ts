import { describe, expect, it } from 'vitest';
import { rules } from '../../src/lint/rules.generated.ts';
import { filesOf } from '../support/lay-over.ts';
import { lintTexts } from '../support/lint-texts.ts';

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
	it('fires once on its bad example, and nothing else does', async () => {
		const report = await lintTexts(filesOf(rule.examples.bad));
		expect(
			report.findings.map((finding) => `${finding.rule} ${finding.range.start.line}: ${finding.message}`),
		).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
	});

	it('is silent on its good example, and so is every other', async () => {
		const report = await lintTexts(filesOf(rule.examples.good));
		expect(
			report.findings.map((finding) => `${finding.rule} ${finding.range.start.line}: ${finding.message}`),
		).toEqual([]);
	});
});
