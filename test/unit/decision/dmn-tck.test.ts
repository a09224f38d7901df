import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDecisionTable } from '../../../src/model/decision/decision-table.ts';
import { findGap } from '../../../src/model/decision/find-gap.ts';
import { findOverlaps } from '../../../src/model/decision/find-overlaps.ts';
import { matchingRows } from '../../../src/model/decision/matching-rows.ts';
import { parseUnaryTests } from '../../../src/model/decision/parse-unary-tests.ts';
import { describeWitness } from '../../../src/model/decision/witness.ts';
import { type DmnTable, dmnCases, dmnTables } from './dmn-tables.ts';

const names = readdirSync(new URL('../../fixtures/dmn-tck/', import.meta.url))
	.filter((file) => file.endsWith('.dmn'))
	.map((file) => file.replace('.dmn', ''));

function read({ inputs, rules }: DmnTable) {
	return readDecisionTable(
		inputs,
		rules.map(({ tests }) => ({ test: tests })),
		parseUnaryTests,
	);
}

describe('the expected results of the DMN TCK', () => {
	const answered = names.filter((name) => !/lending|list-semantics/.test(name));
	test('stand for seventeen tables', () => expect(answered).toHaveLength(17));

	for (const name of answered)
		for (const { id, values, expected } of dmnCases(name))
			test(`${name} ${id}`, () => {
				const [table] = dmnTables(name);
				if (table === undefined) throw new Error('no table');
				const { rows, unknown } = matchingRows(
					read(table),
					table.inputs.map((input) => values[input.name] as string | number | boolean),
				);
				expect(unknown).toEqual([]);
				expect(outcome(table, rows)).toEqual(expected);
			});
});

test('every table of the TCK without variables is read to the last test', () => {
	for (const name of names.filter((name) => !name.includes('list-semantics')))
		for (const table of dmnTables(name)) {
			const { problems, opaque, rows } = read(table);
			expect({ name, problems, opaque, rows: rows.length }).toEqual({
				name,
				problems: [],
				opaque: [],
				rows: table.rules.length,
			});
		}
});

test('no two rules of a table with the hit policy UNIQUE overlap', () => {
	const unique = names.flatMap(dmnTables).filter(({ hitPolicy }) => hitPolicy === 'UNIQUE');
	expect(unique).toHaveLength(7);
	for (const table of unique) expect(findOverlaps(read(table))).toEqual({ overlaps: [], notEvaluated: null });
});

test('rules that the TCK lets apply together are found to overlap', () => {
	for (const name of ['0109-ruleOrder-hitpolicy', '0115-sum-collect-hitpolicy', '0117-multi-any-hitpolicy']) {
		const [table] = dmnTables(name);
		if (table === undefined) throw new Error('no table');
		expect(findOverlaps(read(table)).overlaps.length).toBeGreaterThan(0);
	}
});

test('the lending example leaves one score out, between [120..130) and > 130', () => {
	const tables = dmnTables('0004-lending');
	const gaps = tables.map((table) => findGap(read(table)));
	const shown = gaps.map((gap) => (gap.kind === 'gap' ? describeWitness(gap.witness) : gap.kind));
	expect(shown.filter((gap) => gap !== 'covered')).toEqual([
		'Pre-bureauRiskCategory = any text but "HIGH", "MEDIUM", "LOW", "VERY LOW", "DECLINE"',
		'ExistingCustomer = false, ApplicationRiskScore = 130',
	]);
	expect(tables[4]?.rules.map(({ tests }) => tests)).toEqual(
		expect.arrayContaining([
			['false', '[120..130)'],
			['false', '>130'],
		]),
	);
});

test('a test that names a variable is no answer', () => {
	const [table] = dmnTables('0039-dt-list-semantics');
	if (table === undefined) throw new Error('no table');
	const result = read(table);
	expect(result.problems).toEqual([]);
	expect(result.opaque.map(({ row, path }) => [row, path])).toEqual([[1, ['test', 0]]]);
	expect(matchingRows(result, ['cough'])).toEqual({ rows: [0], unknown: [1] });
	expect(findGap(result).kind).toBe('not evaluated');
});

/** What the rules that apply come to under the hit policy of the table. */
function outcome(
	{ rules, hitPolicy, aggregation, outputValues, defaults }: DmnTable,
	rows: readonly number[],
) {
	const outputs = rows.map((row) => rules[row]?.outputs ?? []);
	const ranked = [...outputs].sort((a, b) => rank(a) - rank(b));
	const numbers = outputs.map(([output]) => Number(output));
	if (aggregation === 'MIN') return [[String(Math.min(...numbers))]];
	if (aggregation === 'SUM') return [[String(numbers.reduce((sum, value) => sum + value, 0))]];
	if (aggregation === 'COUNT') return [[String(numbers.length)]];
	if (outputs.length === 0) return [defaults];
	if (hitPolicy === 'PRIORITY') return ranked.slice(0, 1);
	if (hitPolicy === 'OUTPUT ORDER') return ranked;
	return hitPolicy === 'RULE ORDER' || hitPolicy === 'COLLECT' ? outputs : outputs.slice(0, 1);

	function rank(output: readonly string[]): number {
		return output.reduce((sum, value, index) => sum * 100 + (outputValues[index]?.indexOf(value) ?? 0), 0);
	}
}
