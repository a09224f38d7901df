import { describe, expect, it } from 'vitest';
import type { Path } from '../../../src/diagnostics/path.ts';
import { besideBrokenParts } from '../../../src/lint/beside-broken-parts.ts';
import type { RuleProblem } from '../../../src/lint/rule-problem.ts';
import { rules } from '../../../src/lint/rules.generated.ts';
import { lintTexts } from '../../support/lint-texts.ts';

const rule = (name: string) => {
	const found = rules.find((one) => one.name === name);
	if (found === undefined) throw new Error(`no rule ${name}`);
	return found;
};
const setting = { severity: 'error', chosen: false, options: {}, from: 'test' } as const;
const problem = (name: string, path: Path): RuleProblem => ({
	rule: rule(name),
	setting,
	problem: { place: { path }, message: `${name} at ${path.join('/')}` },
});
const broken = (name: string, path: Path) => ({ rule: name, place: { path }, message: 'broken' });
const left = (found: readonly RuleProblem[], reading: Parameters<typeof besideBrokenParts>[1]) =>
	besideBrokenParts(found, reading).map((one) => one.problem.message);

describe('besideBrokenParts', () => {
	const found = [
		problem('document/placeholder', ['purpose']),
		problem('document/placeholder', ['purpose', 'why']),
		problem('document/placeholder', ['procedure', 1, 'do']),
		problem('document/schema', ['purpose']),
	];

	it('leaves everything where nothing is broken', () => {
		expect(besideBrokenParts(found, [])).toBe(found);
		expect(besideBrokenParts(found, [broken('document/number-not-exact', ['purpose'])])).toBe(found);
	});

	it('drops what other rules say at the place or below it, and no more', () => {
		expect(left(found, [broken('document/schema', ['purpose'])])).toEqual([
			'document/placeholder at procedure/1/do',
			'document/schema at purpose',
		]);
		expect(left(found, [broken('document/unknown-key', ['purpose', 'why'])])).toEqual([
			'document/placeholder at purpose',
			'document/placeholder at procedure/1/do',
			'document/schema at purpose',
		]);
		expect(left(found, [broken('document/schema', ['procedure', '1'])])).toHaveLength(4);
		expect(left(found, [broken('document/schema', [])])).toEqual(['document/schema at purpose']);
	});

	it('keeps what points at the text itself', () => {
		const offsets: RuleProblem = {
			rule: rule('document/hidden-text'),
			setting,
			problem: { place: { offsets: { from: 0, to: 1 } }, message: 'hidden' },
		};
		expect(left([offsets], [broken('document/schema', [])])).toEqual(['hidden']);
	});

	it('says of a placeholder that the schema forbids what is to be written there, once', async () => {
		const text =
			'format: 1\nid: SOP-FIN-001\ntitle: <what it is called>\nexceptions:\n  - id: late\n    when: It is late.\n    do: Wait.\n    limit: <how long>\n';
		const { findings } = await lintTexts({ 'a.sop.yaml': text });
		const at = (line: number) =>
			findings
				.filter(({ range }) => range.start.line === line)
				.map(({ rule: name, message }) => [name, message]);
		expect(at(3)).toEqual([
			['document/placeholder', 'The placeholder <what it is called> still waits for its words'],
		]);
		expect(at(8)).toEqual([['document/schema', expect.stringContaining('limit')]]);
	});

	it('is wired into the engine', async () => {
		const text = 'format: 1\nid: SOP-FIN-001\npurpose: TODO\n';
		const report = await lintTexts(
			{ 'a.sop.yaml': text },
			{ rules: [rule('document/schema'), rule('document/placeholder')] },
		);
		expect(report.findings.filter((one) => one.range.start.line === 3).map((one) => one.rule)).toEqual([
			'document/schema',
		]);
	});
});
