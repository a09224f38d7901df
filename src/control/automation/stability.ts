import { countOf } from '../../diagnostics/count-of.ts';
import { cutOffs } from './cut-offs.ts';
import type { ProcedureFacts } from './procedure-facts.ts';
import type { Reading } from './reading.ts';
import { type Score, stabilityScore } from './scores.ts';

/** A text of a procedure, as the mainline showed it. */
export interface ShownText {
	/** When, in seconds. */
	readonly known: number;
	/** Null where it cannot be read. */
	readonly facts: ProcedureFacts | null;
}

const secondsADay = 86_400;

/**
 * How stable a procedure was before a moment (seconds), by its texts, the oldest first: how many were new in that time,
 * and how many steps they added, took out or changed. `unseen` says why history does not reach that far.
 */
export function stabilityOf(texts: readonly ShownText[], on: number, unseen: string | null): Reading<Score> {
	const { stabilityDays } = cutOffs;
	const since = on - stabilityDays * secondsADay;
	const [first] = texts;
	if (unseen !== null) return { how: 'not evaluated', why: unseen };
	if (first === undefined || first.known > since) {
		const days = first === undefined ? 0 : Math.floor((on - first.known) / secondsADay);
		return {
			how: 'not evaluated',
			why: `it has stood for ${countOf(days, 'day')}, and ${stabilityDays} are needed`,
		};
	}
	const fresh = texts.flatMap((text, at) =>
		at > 0 && text.known > since ? [{ text, before: texts[at - 1] }] : [],
	);
	let edited = 0;
	for (const { text, before } of fresh) {
		if (text.facts === null || before === undefined || before.facts === null)
			return { how: 'not evaluated', why: 'one of its texts cannot be read' };
		edited += editedSteps(before.facts, text.facts);
	}
	const steps = Object.keys(texts.at(-1)?.facts?.steps ?? {}).length;
	return {
		how: 'measured',
		value: stabilityScore(edited, steps, fresh.length),
		n: fresh.length,
		from: `${countOf(fresh.length, 'new text')} and ${countOf(edited, 'edited step')} in ${stabilityDays} days of git`,
	};
}

/** Steps that were added, taken out or changed. */
function editedSteps({ steps: before }: ProcedureFacts, { steps: after }: ProcedureFacts): number {
	const names = new Set([...Object.keys(before), ...Object.keys(after)]);
	return [...names].filter((name) => before[name] !== after[name]).length;
}
