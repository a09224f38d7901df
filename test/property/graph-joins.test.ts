import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sop } from '../../src/model/documents.generated.ts';
import { endlessLoops } from '../../src/model/graph/analysis/endless-loops.ts';
import { stuckJoins } from '../../src/model/graph/analysis/stuck-joins.ts';
import { buildProcedureGraph } from '../../src/model/graph/procedure-graph.ts';
import { waysOf } from './graph-oracle.ts';
import { type PlainProcedure, type PlainStep, procedures } from './graph-procedures.ts';

/** One moment of a run: where its threads stand, and which steps have been started. */
interface Moment {
	threads: string[];
	started: string[];
	/** Moments that may come next, by number; none where the run is over. */
	next: number[];
}

/** With more than these a procedure is not played to the end. */
const mostMoments = 3000;

/** All moments of all runs. Whoever need not wait has started; two threads that come to the same node go on as one. */
function play(document: PlainProcedure, start: string): Moment[] | undefined {
	const ways = waysOf(document);
	const steps = new Map(document.procedure.map((step) => [step.id, step]));
	const numbers = new Map<string, number>();
	const moments: Moment[] = [];
	const enter = (at: string[], before: string[]): number => {
		const started = new Set(before);
		for (const id of at) {
			if ((steps.get(id)?.waits_for ?? []).every((other) => before.includes(other))) started.add(id);
		}
		if (started.size > before.length) return enter(at, [...started]);
		const threads = [...new Set(at)].sort();
		const key = `${threads.join()} ${before.sort().join()}`;
		const known = numbers.get(key);
		if (known !== undefined) return known;
		numbers.set(key, moments.length);
		return moments.push({ threads, started: before, next: [] }) - 1;
	};
	enter([start], []);
	// The list grows while it is walked.
	for (const moment of moments) {
		if (moments.length > mostMoments) return undefined;
		const { threads, started } = moment;
		const able = threads.filter((id) => started.includes(id));
		// At an end the run is over.
		if (able.some((id) => ways.every((way) => way.from !== id))) continue;
		for (const thread of able) {
			const others = threads.filter((other) => other !== thread);
			const next = steps.get(thread)?.next;
			const fork = Array.isArray(next) && next.length > 1 ? next : [];
			if (fork.length > 0) moment.next.push(enter([...others, ...fork], [...started]));
			// What the fork starts together, done or passed over, stands first among the ways of its step.
			const alone = ways.filter(
				(way) => way.from === thread && (fork.length === 0 || way.unless === undefined),
			);
			for (const { to } of alone.slice(fork.length)) moment.next.push(enter([...others, to], [...started]));
		}
	}
	return moments;
}

/**
 * Whether some run stands at the join for ever: `surely`, if nothing that can still come starts the other or ends the
 * run; else, if some run ends while the join still waits.
 */
function standsForEver(moments: Moment[], join: string, other: string, surely: boolean): boolean {
	const isOver = moments.map(
		({ threads, started, next }) => next.length === 0 && threads.some((id) => started.includes(id)),
	);
	const mended = moments.map(({ started }, index) => started.includes(other) || isOver[index] === true);
	for (let changed = true; changed; ) {
		changed = false;
		moments.forEach(({ next }, index) => {
			if (mended[index] || !next.some((after) => mended[after])) return;
			mended[index] = true;
			changed = true;
		});
	}
	return moments.some(({ threads, started }, index) => {
		if (!threads.includes(join) || started.includes(other)) return false;
		return !mended[index] || (!surely && isOver[index] === true);
	});
}

/** Procedures with one way in and no dead ends, in which one step waits for others at random, and no fork starts an end. */
const withOneJoin = procedures.chain((document) => {
	const ids = document.procedure.map((step) => step.id);
	const waits = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 2 });
	return fc.tuple(fc.constantFrom(...ids), waits).map(([join, waits_for]) => {
		const procedure = document.procedure.map(({ trigger: _, ...step }): PlainStep => {
			const { next } = step;
			if (Array.isArray(next)) step.next = [...new Set(next.map((id) => (id.startsWith('end') ? join : id)))];
			return step.id === join ? { ...step, waits_for } : step;
		});
		const decisions = document.decisions.map((one) => ({ ...one, next: one.next ?? 'end' }));
		const exceptions = document.exceptions.map((one) =>
			one.goto ? one : { ...one, resume: one.resume ?? 'end' },
		);
		return { document: { ...document, procedure, decisions, exceptions }, join, waits_for };
	});
});

test('a join is reported where some run stands at it for ever, and only where one can', () => {
	fc.assert(
		fc.property(withOneJoin, ({ document, join, waits_for }) => {
			// A generated document has the types of the schema, only mutable.
			const graph = buildProcedureGraph(document as Sop);
			// A run that goes round for ever is another finding.
			fc.pre(endlessLoops(graph).length === 0);
			const moments = play(document, 's0');
			fc.pre(moments !== undefined);
			const found = stuckJoins(graph).flatMap((one) => (one.reason === 'circle' ? [] : one.missing));
			for (const other of waits_for) {
				const isReported = found.some(({ node }) => node.name === other);
				if (standsForEver(moments, join, other, true)) expect(isReported).toBe(true);
				if (isReported) expect(standsForEver(moments, join, other, false)).toBe(true);
			}
		}),
		{ numRuns: 1000 },
	);
});
