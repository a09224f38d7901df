import type { PlainDecision, PlainProcedure, PlainStep } from './graph-procedures.ts';

/** One way on, as a reader of the format would say it. */
export interface Way {
	from: string;
	to: string;
	/** Names that are given once the way is taken. */
	gives: string[];
	/** The condition that must not hold, for the way of a step that is passed over. */
	unless?: string;
	/** The condition that must hold, for all other ways of such a step. */
	only?: string;
}

function list(value: string | string[] | undefined): string[] {
	return value === undefined ? [] : [value].flat();
}

function isLookup(decision: PlainDecision, document: PlainProcedure): boolean {
	if (decision.after || decision.at?.length || decision.next || decision.branches.some((one) => one.goto))
		return false;
	const led = [
		...document.procedure.flatMap((step) => [
			...list(step.next),
			...(step.timeout ?? []).map((one) => one.goto),
		]),
		...document.decisions.flatMap((one) => [one.next, ...one.branches.map((branch) => branch.goto)]),
		...document.exceptions.flatMap((one) => [one.resume, one.goto]),
	];
	return !led.includes(decision.id);
}

export function lookups(document: PlainProcedure): PlainDecision[] {
	return document.decisions.filter((decision) => isLookup(decision, document));
}

function ownWays(
	step: PlainStep,
	index: number,
	document: PlainProcedure,
	decisions: PlainDecision[],
): Way[] {
	const below = document.procedure[index + 1];
	const down = below === undefined || below.trigger ? 'end' : below.id;
	const after = decisions.filter((one) => one.after === step.id).map((one) => one.id);
	const at = decisions.filter((one) => one.at?.includes(step.id)).map((one) => one.id);
	const next = list(step.next);
	const done = [...next, ...after];
	if (done.length === 0 && at.length === 0) done.push(down);
	const forked = document.procedure.some(
		(one) => list(one.next).length > 1 && list(one.next).includes(step.id),
	);
	let over = [down];
	if (next.length > 0) over = next;
	else if (at.length > 0 || (forked && after.length > 0)) over = after;
	const gives = step.gives ?? [];
	const ways: Way[] = done.map((to) => ({ from: step.id, to, gives }));
	// An offer is taken before the step is done, unless it has no other way and so waits for it.
	for (const to of at) ways.push({ from: step.id, to, gives: done.length === 0 ? gives : [] });
	for (const { goto } of step.timeout ?? []) {
		ways.push({
			from: step.id,
			to: goto,
			gives: goto.startsWith('e') && !goto.startsWith('end') ? gives : [],
		});
	}
	for (const exception of document.exceptions) {
		if (exception.at?.includes(step.id)) ways.push({ from: step.id, to: exception.id, gives });
	}
	const { only_if: condition } = step;
	if (condition === undefined) return ways;
	return [
		...ways.map((way) => ({ ...way, only: condition })),
		...over.map((to) => ({ from: step.id, to, gives: [], unless: condition })),
	];
}

/** All ways on of a document, read from it directly. */
export function waysOf(document: PlainProcedure): Way[] {
	const tables = lookups(document);
	const decisions = document.decisions.filter((one) => !tables.includes(one));
	const ways = document.procedure.flatMap((step, index) => ownWays(step, index, document, decisions));
	for (const decision of decisions) {
		const all = decision.branches.flatMap((branch) => Object.keys(branch.gives ?? {}));
		for (const branch of decision.branches) {
			const to = branch.goto ?? decision.next;
			if (to !== undefined)
				ways.push({ from: decision.id, to, gives: branch.gives === undefined ? [] : all });
		}
	}
	for (const exception of document.exceptions) {
		for (const to of [exception.resume, exception.goto]) {
			if (to !== undefined) ways.push({ from: exception.id, to, gives: [] });
		}
	}
	return ways;
}

export function waysIn(document: PlainProcedure): string[] {
	return document.procedure.filter((step, index) => index === 0 || step.trigger).map((step) => step.id);
}

/** What a node needs to be given before it is reached, and before it is known whether it is passed over. */
export function needsOf(document: PlainProcedure, id: string): string[] {
	const step = document.procedure.find((one) => one.id === id);
	if (step !== undefined) return step.needs ?? [];
	return list(document.decisions.find((one) => one.id === id)?.input);
}
