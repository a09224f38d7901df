import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sop } from '../../src/model/documents.generated.ts';
import { type NotYetGiven, notYetGiven } from '../../src/model/graph/analysis/not-yet-given.ts';
import { buildProcedureGraph } from '../../src/model/graph/procedure-graph.ts';
import { needsOf, waysIn, waysOf } from './graph-oracle.ts';
import { type PlainProcedure, procedures } from './graph-procedures.ts';

const runs = { numRuns: 500 };

function analyse(document: PlainProcedure): readonly NotYetGiven[] {
	// A generated document has the types of the schema, only mutable.
	return notYetGiven(document as Sop, buildProcedureGraph(document as Sop));
}

/** Each missing name at each place that a finding is about, as `NODE NAME`. */
function places(document: PlainProcedure): Set<string> {
	const idOf = (path: readonly (string | number)[]): string => {
		const rows = path[0] === 'procedure' ? document.procedure : document.decisions;
		return rows[Number(path[1])]?.id ?? '';
	};
	return new Set(
		analyse(document).flatMap(({ name, path, alsoNeededAt }) =>
			[path, ...alsoNeededAt].map((place) => `${idOf(place)} ${name}`),
		),
	);
}

/** One moment of one run: where it stands and what has been given. */
interface Moment {
	at: string;
	given: string[];
}

/**
 * Walks every run there is, one moment at a time, and notes where a name is needed that has not been given. Lookup
 * tables are left out. `weather` fixes for a whole run which conditions hold; without it they may change any time.
 */
function missingByWalking(document: PlainProcedure, weather?: (condition: string) => boolean): Set<string> {
	const ways = waysOf(document);
	const found = new Set<string>();
	const seen = new Set<string>();
	const open: Moment[] = waysIn(document).map((at) => ({ at, given: [] }));
	for (let moment = open.pop(); moment !== undefined; moment = open.pop()) {
		const { at, given } = moment;
		const key = `${at} ${given.join()}`;
		if (seen.has(key)) continue;
		seen.add(key);
		const condition = document.procedure.find((step) => step.id === at)?.only_if;
		const mayBeDone = condition === undefined || weather === undefined || weather(condition);
		const needs = mayBeDone ? needsOf(document, at) : [];
		for (const name of needs) if (!given.includes(name)) found.add(`${at} ${name}`);
		for (const way of ways) {
			if (way.from !== at) continue;
			if (weather !== undefined && way.unless !== undefined && weather(way.unless)) continue;
			if (weather !== undefined && way.only !== undefined && !weather(way.only)) continue;
			// What is missing is reported once on a way: from there on it counts as given.
			const more = way.unless === undefined ? needs : [];
			open.push({ at: way.to, given: [...new Set([...given, ...more, ...way.gives])].sort() });
		}
	}
	return found;
}

const withoutLookups = procedures.map((document) => ({
	...document,
	decisions: document.decisions.map((decision) => ({ ...decision, next: decision.next ?? 'end' })),
}));

/** No two steps share a condition, so that none can lean on another. */
const withConditionsApart = withoutLookups.map((document) => ({
	...document,
	procedure: document.procedure.map((step) =>
		step.only_if === undefined ? step : { ...step, only_if: `${step.only_if} at ${step.id}` },
	),
}));

function sorted(items: Iterable<string>): string[] {
	return [...items].sort();
}

test('names are missing exactly where some run needs them before they are given', () => {
	fc.assert(
		fc.property(withConditionsApart, (document) => {
			expect(sorted(places(document))).toEqual(sorted(missingByWalking(document)));
		}),
		runs,
	);
});

test('a step may lean on another under the same condition, and on nothing else', () => {
	fc.assert(
		fc.property(withoutLookups, (document) => {
			const found = places(document);
			const everyWeather = [0, 1, 2, 3].map(
				(bits) => (condition: string) => (condition === 'It rains' ? bits % 2 === 1 : bits > 1),
			);
			for (const weather of everyWeather) {
				for (const place of missingByWalking(document, weather)) expect(found).toContain(place);
			}
			for (const place of found) expect(missingByWalking(document)).toContain(place);
		}),
		runs,
	);
});

test('the way that is shown leads from a way in to the place, and gives the name nowhere', () => {
	fc.assert(
		fc.property(withConditionsApart, (document) => {
			for (const { name, node, way } of analyse(document)) {
				const nodes = [...(way ?? []).map((edge) => edge.from), node];
				expect(waysIn(document)).toContain(nodes[0]?.id);
				for (const [index, edge] of (way ?? []).entries()) {
					expect(edge.to).toBe(nodes[index + 1]);
					const taken = waysOf(document).filter(
						({ from, to }) => from === edge.from.name && to === edge.to.name,
					);
					expect(taken.some(({ gives }) => !gives.includes(name))).toBe(true);
				}
			}
		}),
		runs,
	);
});
