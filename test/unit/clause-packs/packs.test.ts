import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/lint/rules.generated.ts';
import { isCalendarDay } from '../../../src/model/calendar-day.ts';
import { clauseKey, findClause } from '../../../src/model/clause-packs/find-clause.ts';
import { judgeCitation } from '../../../src/model/clause-packs/judge-citation.ts';
import { clausePacks, frameworks } from '../../../src/model/clause-packs/packs.ts';
import { printClause } from '../../../src/model/clause-packs/print-clause.ts';
import { parseDuration } from '../../../src/model/duration.ts';

const today = '2026-11-22';

describe.each(clausePacks.map((pack) => [pack.framework, pack] as const))('the pack %s', (_, pack) => {
	it('holds each clause once, with a title', () => {
		const keys = pack.clauses.map((clause) => clauseKey(clause.number));
		expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
		expect(pack.clauses.filter((clause) => clause.title.trim() === '')).toEqual([]);
	});

	it('finds each of its clauses and parts, by its number and by its citation', () => {
		for (const clause of pack.clauses) {
			const wanted = clause.superseded ? 'superseded' : 'in force';
			expect([clause.number, findClause(pack, clause.number, today).state]).toEqual([clause.number, wanted]);
			const printed = `${pack.name} ${clause.number}`.trim();
			expect([printed, judgeCitation(printed, today).at(-1)?.state]).toEqual([printed, wanted]);
			expect(judgeCitation(printed, today).at(-1)?.pack.framework).toBe(pack.framework);
			for (const part of clause.parts ?? [])
				expect([part, findClause(pack, `${clause.number}(${part})`, today).state]).toEqual([part, wanted]);
		}
	});

	it('says when, and names successors and a retention that can be read', () => {
		expect(isCalendarDay(pack.date)).toBe(true);
		for (const { since, by } of [
			...Object.values(pack.earlierEditions ?? {}),
			...pack.clauses.flatMap((clause) => clause.superseded ?? []),
		]) {
			expect(isCalendarDay(since)).toBe(true);
			expect(judgeCitation(by, today).map((one) => one.state)).not.toContain('superseded');
			expect(judgeCitation(by, today)[0]?.state).toBe('in force');
		}
		if (pack.retention) expect(parseDuration(pack.retention.atLeast)).toBeDefined();
		if (pack.retention) expect(findClause(pack, pack.retention.clause, today).state).toBe('in force');
	});
});

it('every clause that a rule names is one of a pack', () => {
	const clauses = rules.flatMap((rule) => rule.clauses.map((clause) => [rule.name, clause] as const));
	expect(clauses.filter(([, clause]) => !frameworks.includes(clause.split(' ')[0] ?? ''))).toEqual([]);
	const found = clauses.map(([name, clause]) => [name, clause, judgeCitation(clause, today)] as const);
	expect(
		found
			.filter(([, , judged]) => judged.length === 0 || judged.some((one) => one.state !== 'in force'))
			.map(([name, clause]) => `${name}: ${clause}`),
	).toEqual([]);
});

it('prints clauses as people cite them', () => {
	expect(
		[
			'iso-9001 7.5.2 a',
			'cfr-11 11.10(e)',
			'sox AS 2201.50',
			'coso Principle 10',
			'eu-gmp 4.5',
			'eu-gmp Annex 11 9',
			'x 1',
		].map(printClause),
	).toEqual([
		'ISO 9001:2015 7.5.2 a',
		'21 CFR 11.10(e)',
		'PCAOB AS 2201.50',
		'COSO 2013 Principle 10',
		'EU GMP Chapter 4.5',
		'EU GMP Annex 11 9',
		'x 1',
	]);
});
