import { describe, expect, it } from 'vitest';
import { byReadiness } from '../../../../src/control/automation/by-readiness.ts';
import { declared } from '../../../../src/control/automation/declared.ts';
import { gatesOf, reachedOf } from '../../../../src/control/automation/gates.ts';
import type { ProcedureFacts } from '../../../../src/control/automation/procedure-facts.ts';
import { type ReadinessInput, readinessOf } from '../../../../src/control/automation/readiness.ts';
import { sourceWords } from '../../../../src/control/automation/reading.ts';
import { documentationScore, rulesScore, stabilityScore } from '../../../../src/control/automation/scores.ts';
import { stabilityOf } from '../../../../src/control/automation/stability.ts';
import type { Automation } from '../../../../src/model/documents.generated.ts';

const day = 86_400;
const on = 1000 * day;
const whole: Automation = {
	stage: 'documented',
	volume: { per: 'month', count: 60 },
	time_sensitive: true,
	input: 'digital',
	structured: true,
};

function facts(more: Partial<ProcedureFacts> = {}): ProcedureFacts {
	return {
		title: 'Pay an invoice',
		function: 'finance',
		owner: 'controller',
		version: '1.0',
		authors: ['jane.doe'],
		date: '2026-01-20',
		steps: { enter: 'a', match: 'b', check: 'c', pay: 'd' },
		looseSteps: [],
		decisions: 4,
		typedDecisions: 4,
		inputs: 3,
		automation: whole,
		...more,
	};
}

function readiness(more: Partial<ReadinessInput> = {}, text: Partial<ProcedureFacts> = {}) {
	const own = facts(text);
	return readinessOf({
		id: 'SOP-FIN-900',
		facts: own,
		texts: [{ known: on - 400 * day, facts: own }],
		unseen: null,
		isInForce: true,
		standing: '',
		findings: { ofGraph: 0, all: 0 },
		notLinted: 'nobody looked',
		noRuns: 'no runs recorded',
		on,
		today: '2026-11-22',
		...more,
	});
}

describe('the scores', () => {
	it('of rules follow the share of decisions that a machine can test', () => {
		expect([0, 0.1, 0.49, 0.5, 0.79, 0.8, 0.99, 1].map(rulesScore)).toEqual([1, 2, 2, 3, 3, 4, 4, 5]);
	});

	it('of stability follow the steps that were edited', () => {
		const found = [
			[0, 8, 0],
			[0, 8, 1],
			[2, 8, 1],
			[3, 8, 1],
			[4, 8, 1],
			[5, 8, 1],
			[1, 0, 1],
		] as const;
		expect(found.map(([edited, steps, texts]) => stabilityScore(edited, steps, texts))).toEqual([
			5, 4, 3, 2, 2, 1, 1,
		]);
	});

	it.each([
		[{ steps: 0, inputs: 0 }, 1],
		[{ steps: 0 }, 2],
		[{ isInForce: false }, 3],
		[{ isClean: false }, 3],
		[{ looseSteps: 1 }, 4],
		[{}, 5],
	] as const)('of documentation with %o is %i', (more, score) => {
		expect(
			documentationScore({ inputs: 2, steps: 3, isInForce: true, isClean: true, looseSteps: 0, ...more }),
		).toBe(score);
	});
});

describe('stability', () => {
	const first = { known: on - 400 * day, facts: facts() };
	const edited = (steps: Record<string, string>, ago: number) => ({
		known: on - ago * day,
		facts: facts({ steps }),
	});

	it('counts steps that were added, taken out or changed in the last 180 days, and no others', () => {
		const old = edited({ enter: 'other', match: 'b', check: 'c', pay: 'd' }, 181);
		const fresh = edited({ enter: 'other', match: 'b', pay: 'd', file: 'e' }, 179);
		expect(stabilityOf([first, old], on, null)).toMatchObject({ how: 'measured', value: 5, n: 0 });
		expect(stabilityOf([first, old, fresh], on, null)).toMatchObject({
			value: 2,
			n: 1,
			from: '1 new text and 2 edited steps in 180 days of git',
		});
	});

	it('is not evaluated for what is younger, or where texts or history are missing', () => {
		expect(stabilityOf([{ ...first, known: on - 30 * day }], on, null)).toEqual({
			how: 'not evaluated',
			why: 'it has stood for 30 days, and 180 are needed',
		});
		expect(stabilityOf([first, { known: on - day, facts: null }], on, null)).toMatchObject({
			how: 'not evaluated',
		});
		expect(stabilityOf([first], on, 'shallow clone')).toEqual({ how: 'not evaluated', why: 'shallow clone' });
	});
});

describe('what is declared', () => {
	const at = (version: string, count: number, author: string) => ({
		known: 0,
		facts: facts({
			version,
			authors: [author],
			date: `2026-01-0${version[0]}`,
			automation: { volume: { per: 'month', count } },
		}),
	});
	const texts = [at('1.0', 40, 'ann'), at('2.0', 60, 'bob'), at('3.0', 60, 'eve')];

	it('is of the version that first said so, and has been repeated since', () => {
		const [, , last] = texts;
		const found = declared(last?.facts ?? facts(), texts, 'volume', ({ volume }) => volume?.count);
		expect(found).toEqual({ how: 'declared', value: 60, who: ['bob'], version: '2.0', when: '2026-01-02' });
		expect(sourceWords(found)).toBe('declared (bob in 2.0, 2026-01-02)');
	});

	it('is no one else’s where the text in force came before', () => {
		const [first] = texts;
		expect(declared(first?.facts ?? facts(), texts, 'volume', ({ volume }) => volume?.count)).toMatchObject({
			value: 40,
			who: ['ann'],
		});
		expect(declared(facts({ automation: null }), texts, 'volume', () => 1)).toMatchObject({
			how: 'not evaluated',
		});
	});
});

describe('the verdict', () => {
	it('scores where all is known, and says what is not', () => {
		expect(readiness()).toMatchObject({
			verdict: 'candidate',
			score: 25,
			traits: ['high volume', 'rule-based', 'time-sensitive'],
			inputs: { exception_rate: { how: 'not evaluated', why: 'no runs recorded' } },
		});
		const unknown = readiness(
			{},
			{ automation: { ...whole, volume: { count: 3 } }, decisions: 0, typedDecisions: 0 },
		);
		expect(unknown).toMatchObject({
			verdict: 'insufficient data',
			score: null,
			why: ['not known: rules, volume'],
		});
	});

	it('refuses judgement before it asks for more, and what changes before it scores', () => {
		const prose = readiness({}, { typedDecisions: 1, automation: null });
		expect(prose).toMatchObject({
			verdict: 'does not qualify',
			score: null,
			why: ['3 of 4 decisions are in words: a matter of judgement, not of rules'],
		});
		const texts = [
			{ known: on - 400 * day, facts: facts({ steps: { a: '1', b: '2' } }) },
			{ known: on - day, facts: facts() },
		];
		expect(readiness({ texts })).toMatchObject({ verdict: 'not now', score: null });
	});

	it('does not take a text for documented that nobody could lint', () => {
		const unlinted = readiness({ findings: null });
		expect(unlinted.inputs.documentation).toEqual({ how: 'not evaluated', why: 'nobody looked' });
		expect(unlinted).toMatchObject({ verdict: 'insufficient data', reached: null });
	});

	it('puts first what is done often, by rules and in time', () => {
		const named = (id: string, text: Partial<ProcedureFacts>) => ({ ...readiness({}, text), id });
		const list = [
			named('d', { typedDecisions: 0 }),
			named('c', { automation: { ...whole, volume: { per: 'year', count: 4 }, time_sensitive: false } }),
			named('e', { automation: null }),
			named('b', {}),
			named('a', { automation: { ...whole, volume: { per: 'day', count: 60 } } }),
		];
		expect(list.sort(byReadiness).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'e', 'd']);
	});
});

describe('the gates', () => {
	const input = {
		steps: 2,
		findings: { ofGraph: 0, all: 0 },
		notLinted: '',
		isInForce: true,
		standing: '1.0 is a draft',
		noRuns: 'no runs recorded',
		automation: null,
		today: '2026-03-01',
	};
	const pilot = { team: 'Treasury', from: '2026-01-01', until: '2026-02-28', result: 'As by hand' };

	it('stop at the first that does not hold, and at what cannot be told', () => {
		const reached = (more: object) => {
			const { reached: last, next } = reachedOf(gatesOf({ ...input, ...more }));
			return [last, next?.result, next?.why];
		};
		expect(reached({ steps: 0 })).toEqual([null, 'does not hold', 'section 7 has no step']);
		expect(reached({ findings: { ofGraph: 1, all: 1 } })[0]).toBe(null);
		expect(reached({ isInForce: false })).toEqual(['mapped', 'does not hold', '1.0 is a draft']);
		expect(reached({ isInForce: null, standing: 'shallow' })).toEqual(['mapped', 'not evaluated', 'shallow']);
		expect(reached({ findings: { ofGraph: 0, all: 2 } })).toEqual([
			'mapped',
			'does not hold',
			'sop lint has 2 findings',
		]);
		expect(reached({})).toEqual(['documented and approved', 'not evaluated', 'no runs recorded']);
		// A pilot shows nothing of the cycle by hand before it.
		expect(reached({ automation: { pilot, stage: 'live' } })[0]).toBe('documented and approved');
	});

	it('say what a pilot and an automation lack', () => {
		const why = (automation: Automation) =>
			gatesOf({ ...input, automation })
				.slice(3)
				.map((gate) => gate.why);
		expect(why({})).toEqual([
			'no pilot is described',
			'its stage is not declared; nobody owns the automation; nobody watches its exceptions; nothing says when its rules are retired',
		]);
		expect(why({ pilot: { team: 'Treasury', from: '2026-01-01', until: '2026-04-30' } })[0]).toBe(
			'the pilot names no result; the pilot goes on until 2026-04-30',
		);
		const all: Automation = {
			stage: 'live',
			owner: 'x',
			monitored: '1 week',
			retire_when: 'Never',
			mode: 'embedded',
			pilot,
		};
		expect(why(all)).toEqual(['', '']);
		expect(why({ ...all, mode: 'parallel' })[1]).toBe('it runs beside the procedure, not inside it');
	});
});
