import { countOf } from '../../diagnostics/count-of.ts';
import type { Automation } from '../../model/documents.generated.ts';
import { declared } from './declared.ts';
import { type Gate, type GateName, gatesOf, reachedOf } from './gates.ts';
import type { ProcedureFacts } from './procedure-facts.ts';
import type { Reading } from './reading.ts';
import { documentationScore, rulesScore, type Score } from './scores.ts';
import { type ShownText, stabilityOf } from './stability.ts';
import { type AutomationInputs, type Verdict, verdictOf } from './verdict.ts';

/** What a procedure is judged by. */
export interface ReadinessInput {
	readonly id: string;
	/** Of the text in force; where none is, of the one that stands. */
	readonly facts: ProcedureFacts;
	/** All its texts, as the mainline showed them, the oldest first. */
	readonly texts: readonly ShownText[];
	/** Why history does not reach as far as it should; null where it does. */
	readonly unseen: string | null;
	/** Whether the text is in force; null where that cannot be told, and `standing` says why. */
	readonly isInForce: boolean | null;
	readonly standing: string;
	/** Findings about the text, errors and warnings; null where nobody looked, and `notLinted` says why. */
	readonly findings: { readonly ofGraph: number; readonly all: number } | null;
	readonly notLinted: string;
	readonly noRuns: string;
	/** The moment, in seconds and as a day. */
	readonly on: number;
	readonly today: string;
}

/** How far a procedure is on its way to automation. */
export interface Readiness extends Verdict {
	readonly id: string;
	readonly title: string | null;
	readonly function: string | null;
	readonly version: string;
	/** What the text itself says. */
	readonly stage: Automation['stage'] | null;
	readonly inputs: AutomationInputs;
	readonly gates: readonly Gate[];
	readonly reached: GateName | null;
	readonly next: Gate | null;
}

/** Judges one procedure. */
export function readinessOf(input: ReadinessInput): Readiness {
	const { id, facts, isInForce, standing, findings, notLinted, noRuns, today } = input;
	const { automation } = facts;
	const inputs = inputsOf(input);
	const gates = gatesOf({
		steps: Object.keys(facts.steps).length,
		findings,
		notLinted,
		isInForce,
		standing,
		noRuns,
		automation,
		today,
	});
	return {
		id,
		title: facts.title,
		function: facts.function,
		version: facts.version,
		stage: automation?.stage ?? null,
		inputs,
		gates,
		...reachedOf(gates),
		...verdictOf(inputs, facts),
	};
}

function inputsOf({ facts, texts, unseen, noRuns, on, ...input }: ReadinessInput): AutomationInputs {
	const { decisions, typedDecisions } = facts;
	const score = (key: keyof Automation, take: (automation: Automation) => Score | undefined) =>
		declared(facts, texts, key, take);
	return {
		rules:
			decisions === 0
				? { how: 'not evaluated', why: 'it has no decision' }
				: {
						how: 'measured',
						value: rulesScore(typedDecisions / decisions),
						n: decisions,
						from: `${countOf(decisions, 'decision')}, ${typedDecisions} of them typed`,
					},
		input_type: score('input', ({ input: kind }) =>
			kind === undefined ? undefined : kind === 'digital' ? 5 : 1,
		),
		input_quality: score('structured', ({ structured }) =>
			structured === undefined ? undefined : structured ? 5 : 1,
		),
		stability: stabilityOf(texts, on, unseen),
		documentation: documentationOf(facts, input),
		volume: declared(facts, texts, 'volume', ({ volume }) => timesAYear(volume)),
		time_sensitive: declared(facts, texts, 'time_sensitive', ({ time_sensitive: value }) => value),
		exception_rate: { how: 'not evaluated', why: noRuns },
		variability: { how: 'not evaluated', why: noRuns },
	};
}

function documentationOf(
	{ steps, looseSteps, inputs }: ProcedureFacts,
	{
		isInForce,
		standing,
		findings,
		notLinted,
	}: Pick<ReadinessInput, 'isInForce' | 'standing' | 'findings' | 'notLinted'>,
): Reading<Score> {
	const n = Object.keys(steps).length;
	if (n > 0 && isInForce === null) return { how: 'not evaluated', why: standing };
	if (n > 0 && isInForce === true && findings === null) return { how: 'not evaluated', why: notLinted };
	const value = documentationScore({
		inputs,
		steps: n,
		isInForce: isInForce === true,
		isClean: findings?.all === 0,
		looseSteps: looseSteps.length,
	});
	const parts = [
		isInForce === true ? 'in force' : standing,
		...(findings === null ? [] : [findings.all === 0 ? 'without findings' : `findings: ${findings.all}`]),
		...(looseSteps.length === 0
			? []
			: [
					`without a criterion or a type: ${looseSteps.slice(0, 3).join(', ')}${looseSteps.length > 3 ? ' …' : ''}`,
				]),
	];
	return { how: 'measured', value, n, from: `${countOf(n, 'step')}, ${parts.join(', ')}` };
}

/** By eight hours a day and 250 days a year: what is done in an hour or a day is done while people work. */
const timesOf = { hour: 2000, day: 250, week: 52, month: 12, quarter: 4, year: 1 } as const;

function timesAYear(volume: Automation['volume']): number | undefined {
	return volume?.per === undefined || volume.count === undefined
		? undefined
		: volume.count * timesOf[volume.per];
}
