import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillIn } from '../../../../src/scaffold/questions/fill-in.ts';
import { openQuestions } from '../../../../src/scaffold/questions/open-questions.ts';
import { readYaml } from '../../../../src/source/read-yaml.ts';

const text = `# A remark with <name of the bank portal> stays.
title: Reconcile <name of the bank>
retention: 7 years  # confirm
tools:
  - name: <name of the bank portal>
    use: "Statements of <name of the bank>"
procedure:
  - id: collect
    do: >-
      Download the statement from <name of the bank
      portal> for the period, and say so to the people at <name of the bank>.
    uses: [<name of the bank portal>]
decisions:
  - id: tolerance
    branches:
      - at_most: 50  # confirm: what your auditor accepts
        goto: collect
      - above: 50    # confirm
        goto: collect
`;

describe('open questions of a text', () => {
	const { placeholders, values } = openQuestions(text);

	it('asks each placeholder once, and says on which lines it stands', () => {
		expect(placeholders.map(({ words, lines }) => ({ words, lines }))).toEqual([
			{ words: 'name of the bank', lines: [2, 6, 11] },
			{ words: 'name of the bank portal', lines: [5, 10, 12] },
		]);
	});

	it('names values to confirm by their path', () => {
		expect(values.map(({ name, line, scalar }) => [name, line, scalar.value])).toEqual([
			['retention', 3, '7 years'],
			['decisions.tolerance.branches.1.at_most', 16, 50],
			['decisions.tolerance.branches.2.above', 18, 50],
		]);
	});
});

describe('filling in', () => {
	const filled = fillIn(text, {
		placeholders: new Map([
			['name of the bank', 'First: "Bank" #1, Ltd.'],
			['name of the bank portal', 'Portal, [old]'],
		]),
		confirmed: new Map<string, string | number>([
			['retention', '7 years'],
			['decisions.tolerance.branches.1.at_most', 20],
		]),
	});

	it('writes each answer wherever it belongs, and keeps all else', () => {
		expect(filled).toBe(`# A remark with <name of the bank portal> stays.
title: "Reconcile First: \\"Bank\\" #1, Ltd."
retention: 7 years
tools:
  - name: "Portal, [old]"
    use: "Statements of First: \\"Bank\\" #1, Ltd."
procedure:
  - id: collect
    do: >-
      Download the statement from Portal, [old] for the period, and say so to the people at First: "Bank" #1, Ltd..
    uses: ["Portal, [old]"]
decisions:
  - id: tolerance
    branches:
      - at_most: 20
        goto: collect
      - above: 50    # confirm
        goto: collect
`);
	});

	it('leaves open what has no answer', () => {
		expect(openQuestions(filled).values.map(({ name }) => name)).toEqual([
			'decisions.tolerance.branches.2.above',
		]);
		expect(openQuestions(filled).placeholders).toEqual([]);
		expect(fillIn(text, { placeholders: new Map(), confirmed: new Map() })).toBe(text);
	});

	it('takes an answer for what it says, never for another question', () => {
		const swapped = fillIn(text, {
			placeholders: new Map([
				['name of the bank', '<name of the bank portal>'],
				['name of the bank portal', '$& $1'],
			]),
			confirmed: new Map(),
		});
		expect(readYaml(swapped).value).toMatchObject({
			title: 'Reconcile <name of the bank portal>',
			tools: [{ name: '$& $1' }],
		});
	});

	it('says exactly what was answered, whatever it is', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), (answer) => {
				const line = answer.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim() || 'x';
				const { value } = readYaml(
					fillIn(text, { placeholders: new Map([['name of the bank portal', line]]), confirmed: new Map() }),
				);
				expect(value).toMatchObject({ tools: [{ name: line }], procedure: [{ uses: [line] }] });
			}),
		);
	});
});
