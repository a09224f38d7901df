import { describe, expect, it } from 'vitest';
import { cutByComma } from '../../../src/lint/cut-by-comma.ts';
import { cutByComment } from '../../../src/lint/cut-by-comment.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';

const commas = (text: string) => cutByComma(readYaml(text).value, text).map(({ whole }) => whole);

describe('cutByComment', () => {
	it.each([
		['title: Pay from account #4711\n', 'Pay from account #4711'],
		['title: Post it in  #general now\r\nid: x\r\n', 'Post it in  #general now'],
		['in_scope:\n  - Room #12  \n', 'Room #12'],
		['{ title: Room #12\n}\n', 'Room #12'],
		['title: Two lines\n  and account #4711\n', 'Two lines and account #4711'],
	])('%j', (text, whole) => {
		expect(cutByComment(text).map((cut) => cut.whole)).toEqual([whole]);
	});

	it.each([
		'title: Pay # from the house bank\n',
		'#title: x\n',
		'retention: 7 years  # confirm\n',
		'retention: 7 years #confirm\n',
		'title: "Pay from account #4711"\n',
		"title: 'Pay' #from\n",
		'why: >-\n  Pay from account #4711\n',
		'retrain: true #yes\n',
		'count: 3 #4\n',
		'title: a#b\n',
		'title: #4711\n',
		'at: [a, b] #c\n',
		'title: x ## y\n',
	])('nothing in %j', (text) => {
		expect(cutByComment(text)).toEqual([]);
	});
});

describe('cutByComma', () => {
	it.each([
		['a: [Check the amount, and the date]\n', ['Check the amount, and the date']],
		['a: [Check the amount, the date and the supplier]\n', ['Check the amount, the date and the supplier']],
		['a: [Check the amount, date, and supplier]\n', ['Check the amount, date, and supplier']],
		['a: [All accounts, Petty cash, which the clerk keeps, Cards]\n', ['Petty cash, which the clerk keeps']],
		['a: [Download the statement, export the balance.]\n', ['Download the statement, export the balance.']],
		['a: [Amounts above 1,000 EUR]\n', ['Amounts above 1,000 EUR']],
		['a: [Check the amount,\n    and the date]\n', ['Check the amount, and the date']],
		[
			'a:\n  - b: [One thing, or another]\n  - [Two things, but no more]\n',
			['One thing, or another', 'Two things, but no more'],
		],
	])('%j', (text, expected) => {
		expect(commas(text)).toEqual(expected);
	});

	it.each([
		'a: [legal, security]\n',
		'a: [ERP change, audit finding]\n',
		'a: [the statement, the ledger]\n',
		'a: [fair and reasonable, not fair]\n',
		'a: [Bank statement, General ledger]\n',
		'a: ["Check the amount", "and the date"]\n',
		'a:\n  - Check the amount\n  - and the date\n',
		'a: [1,000]\n',
		'a: [100, 200]\n',
		'a: [legal, and hr]\n',
		'a: []\n',
		'a: [~, 3, { b: c }]\n',
	])('nothing in %j', (text) => {
		expect(commas(text)).toEqual([]);
	});

	it('is quick on long lists', () => {
		const value = { a: Array.from({ length: 50_000 }, () => 'and so on') };
		const started = performance.now();
		cutByComma(value, '[');
		expect(performance.now() - started).toBeLessThan(1000);
	});
});
