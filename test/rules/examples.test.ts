import { describe, expect, it } from 'vitest';
import type { Rule } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules.generated.ts';
import { filesOf } from '../support/lay-over.ts';
import { lintHistory } from '../support/lint-history.ts';
import { lintTexts } from '../support/lint-texts.ts';

/** Examples about the past are played in a real repository. */
const lint = (rule: Rule, example: string) =>
	rule.scope === 'history' ? lintHistory(example) : lintTexts(filesOf(example));

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
	it('fires once on its bad example, and nothing else does', async () => {
		const report = await lint(rule, rule.examples.bad);
		expect(
			report.findings.map((finding) => `${finding.rule} ${finding.range.start.line}: ${finding.message}`),
		).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
	});

	it('is silent on its good example, and so is every other', async () => {
		const report = await lint(rule, rule.examples.good);
		expect(
			report.findings.map((finding) => `${finding.rule} ${finding.range.start.line}: ${finding.message}`),
		).toEqual([]);
	});
});
