import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillIn } from '../../../../src/scaffold/questions/fill-in.ts';
import { mergeEqual } from '../../../../src/scaffold/questions/merge-equal.ts';
import { readYaml } from '../../../../src/source/read-yaml.ts';

const text = `title: Pay people
tools:
  # The heart of it.
  - name: <name of the payroll system>
    use: Calculation and pay slips.
    access: read-write
  - name: Excel
  - name: <name of the HR system>
    use: >-
      Approved records of starters, leavers
      and pay changes
    access: read-write
    x-cost: 7
  - name: <name of the ticket system>
    access: read
procedure:
  - id: collect
    uses: [<name of the HR system>, Excel, <name of the payroll system>]
  - id: pay
    uses:
      - <name of the payroll system>
      - <name of the ticket system>
      - <name of the HR system>
`;

const filledWith = (answers: Readonly<Record<string, string>>, before = text) =>
	fillIn(before, { placeholders: new Map(Object.entries(answers)), confirmed: new Map() });

const both = { 'name of the payroll system': 'Personio', 'name of the HR system': 'Personio' };

describe('entries that became one', () => {
	it('are put together with all that they said, and named once in a list', () => {
		expect(mergeEqual(text, filledWith(both))).toEqual({
			tools: ['Personio'],
			text: `title: Pay people
tools:
  # The heart of it.
  - name: Personio
    use: Calculation and pay slips; Approved records of starters, leavers and pay changes
    access: read-write
    x-cost: 7
  - name: Excel
  - name: <name of the ticket system>
    access: read
procedure:
  - id: collect
    uses: ["Personio", Excel]
  - id: pay
    uses:
      - Personio
      - <name of the ticket system>
`,
		});
	});

	it('may be three, and one that stood there by its name', () => {
		const { text: merged } = mergeEqual(
			text,
			filledWith({
				'name of the payroll system': 'Excel',
				'name of the HR system': 'Excel',
				'name of the ticket system': 'Excel',
			}),
		);
		expect(readYaml(merged).value).toEqual({
			title: 'Pay people',
			tools: [
				{
					name: 'Excel',
					use: 'Calculation and pay slips; Approved records of starters, leavers and pay changes',
					access: 'read-write; read',
					'x-cost': 7,
				},
			],
			procedure: [
				{ id: 'collect', uses: ['Excel'] },
				{ id: 'pay', uses: ['Excel'] },
			],
		});
	});
});

describe('what stays as it was', () => {
	it.each([
		['answers that differ', text, { 'name of the payroll system': 'A', 'name of the HR system': 'B' }],
		['no answers', text, {}],
		[
			'entries that were equal before',
			'tools:\n  - name: <name of the bank>\n  - name: <name of the bank>\nuses: [a, a]\n',
			{ 'name of the bank': 'First' },
		],
		['a comment that would be lost', text.replace('x-cost: 7', 'x-cost: 7  # yearly'), both],
		['values that cannot be joined', text.replace('use: Calculation and pay slips.', 'x-cost: 8'), both],
	])('%s', (_, before, answers) => {
		const filled = filledWith(answers, before);
		const merged = mergeEqual(before, filled);
		expect(readYaml(merged.text).value).toMatchObject({
			tools: (readYaml(filled).value as { tools: object }).tools,
		});
		expect(merged.tools).toEqual([]);
	});

	it('is what two tests of one decision say', () => {
		const before = 'tools: []\nbranches:\n  - test: ["<= 1", "<= 2"]  # confirm\n';
		const filled = before.replace('<= 2', '<= 1');
		expect(mergeEqual(before, filled)).toEqual({ text: filled, tools: [] });
	});

	it('is every name, however it is answered', () => {
		const names = fc
			.string({ unit: 'binary', minLength: 1, maxLength: 12 })
			.map((answer) => answer.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu, '').trim() || 'x');
		fc.assert(
			fc.property(names, fc.option(names, { nil: undefined }), (one, other) => {
				const filled = filledWith({
					'name of the payroll system': one,
					'name of the HR system': other ?? one,
				});
				const { tools } = readYaml(mergeEqual(text, filled).text).value as { tools: { name: string }[] };
				expect(tools.map(({ name }) => name)).toEqual([
					...new Set([one, 'Excel', other ?? one, '<name of the ticket system>']),
				]);
			}),
		);
	});
});
