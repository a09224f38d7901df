import { describe, expect, test } from 'vitest';
import { branchWords, conditionWords } from '../../../../src/report/document-text/condition-words.ts';

describe('conditionWords', () => {
	test.each([
		[undefined, undefined],
		['The supplier is new', 'The supplier is new'],
		[{ input: 'amount', at_least: 10, below: 20 }, 'amount at least 10 and below 20'],
		[{ input: 'kind', is: ['new', 'old'] }, 'kind is new or old'],
		[{ inputs: ['cost', 'place'], test: ['> 0', '-'] }, 'cost > 0'],
		[{ inputs: ['cost', 'place'], test: ['-', '-'] }, 'any value'],
		[
			{
				any: [
					{ input: 'a', above: 1 },
					{ input: 'b', is: true },
				],
			},
			'a above 1 or b is true',
		],
		[{ input: 'a', any: [{ above: 1 }, { below: 0 }] }, 'a above 1 or a below 0'],
	])('says %j', (condition, words) => {
		expect(conditionWords(condition)).toBe(words);
	});
});

describe('branchWords', () => {
	test.each([
		[{ if: 'It is open' }, {}, 'It is open'],
		[{ otherwise: true }, {}, 'otherwise'],
		[{ otherwise: 'Any other' }, {}, 'otherwise: Any other'],
		[{ above: -50 }, { input: 'variance' }, 'variance above -50'],
		[{ test: ['0', '"a"'] }, { inputs: ['cost', 'kind'] }, 'cost 0 and kind "a"'],
		[{ test: '> 3' }, { input: 'cost' }, 'cost > 3'],
	])('says %j of %j', (branch, decision, words) => {
		expect(branchWords(branch, decision)).toBe(words);
	});
});
