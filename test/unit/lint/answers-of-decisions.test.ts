import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { layOver } from '../../support/lay-over.ts';
import { lintTexts } from '../../support/lint-texts.ts';

const small = readFileSync(new URL('../../fixtures/small.sop.yaml', import.meta.url), 'utf8');

async function messages(rule: string, over: string): Promise<readonly string[]> {
	const { findings } = await lintTexts({ 'a.sop.yaml': layOver(small, over) });
	return findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
}

const inputs = `inputs:
  - { id: invoice, name: Invoice, from: supplier }
  - { id: amount, name: Amount, type: number }
  - { id: second, name: Second signature, type: boolean }
`;
const steps = (gives: string) => `procedure:
  - { id: enter, do: Enter the invoice., by: clerk, needs: [invoice], ${gives}trigger: An invoice arrives, done_when: It shows. }
  - { id: release, do: Release the payment., by: controller, needs: [second], done_when: It is paid., next: end }
`;

describe('inputs/not-yet-given', () => {
	const table = `decisions:
  - { id: limit, question: Two?, input: amount, branches: [ { above: 10, gives: { second: true } }, { at_most: 10, gives: { second: false } } ] }
`;

	it('names the lookup table that would give it, and what that lacks', async () => {
		expect(await messages('inputs/not-yet-given', inputs + steps('') + table)).toEqual([
			'release needs "second", which decision limit gives only when amount is known, and it is not known on one way to it (by way of enter, release)',
		]);
		expect(await messages('inputs/not-yet-given', inputs + steps('gives: [amount], ') + table)).toEqual([]);
	});
});

describe('decisions/incomplete-answer', () => {
	const decision = (second: string) => `decisions:
  - { id: limit, after: enter, question: Two?, input: amount, branches: [ { above: 10, goto: release, gives: { second: true } }, { at_most: 10, ${second} } ] }
`;

	it.each([
		['goto: release', ['Branch 2 does not give second, as others do']],
		['goto: end', []],
		['goto: release, gives: { second: false }', []],
	])('of a branch with %s', async (second, expected) => {
		const text = inputs + steps('gives: [amount], ') + decision(second);
		expect(await messages('decisions/incomplete-answer', text)).toEqual(expected);
	});
});
