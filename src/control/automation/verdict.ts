import { cutOffs } from './cut-offs.ts';
import { knownValue, type Reading } from './reading.ts';
import type { Score } from './scores.ts';

/** What is known of a procedure for the question whether to automate it. */
export interface AutomationInputs {
	/** The five of UiPath Automation Hub's high-level assessment, each 1 to 5. */
	readonly rules: Reading<Score>;
	readonly input_type: Reading<Score>;
	readonly input_quality: Reading<Score>;
	readonly stability: Reading<Score>;
	readonly documentation: Reading<Score>;
	/** Times a year. */
	readonly volume: Reading<number>;
	readonly time_sensitive: Reading<boolean>;
	/** Share of runs with an exception, and ways through the procedure for each run. */
	readonly exception_rate: Reading<number>;
	readonly variability: Reading<number>;
}

/** The five inputs that make the score, in the order in which they are written. */
export const scoredInputs = ['rules', 'input_type', 'input_quality', 'stability', 'documentation'] as const;

/** What comes of the inputs. */
export interface Verdict {
	readonly verdict: 'candidate' | 'insufficient data' | 'not now' | 'does not qualify';
	/** As clauses. */
	readonly why: readonly string[];
	/** The sum of the five, of 25; null where one is missing, or where it does not qualify. */
	readonly score: number | null;
	/** Which of the three hold for which work is automated first. */
	readonly traits: readonly ('high volume' | 'rule-based' | 'time-sensitive')[];
}

/**
 * Judges the inputs: judgement does not qualify, what still changes has to wait, and where something is not known nothing
 * is scored.
 */
export function verdictOf(
	inputs: AutomationInputs,
	{ decisions, typedDecisions }: { readonly decisions: number; readonly typedDecisions: number },
): Verdict {
	const share = decisions === 0 ? null : typedDecisions / decisions;
	const traits = [
		...((knownValue(inputs.volume) ?? 0) >= cutOffs.highVolume ? (['high volume'] as const) : []),
		...(share !== null && share >= cutOffs.ruleBased ? (['rule-based'] as const) : []),
		...(knownValue(inputs.time_sensitive) === true ? (['time-sensitive'] as const) : []),
	];
	if (share !== null && share < cutOffs.judgement) {
		const prose = decisions - typedDecisions;
		const why = `${prose} of ${decisions} decisions ${prose === 1 ? 'is' : 'are'} in words: a matter of judgement, not of rules`;
		return { verdict: 'does not qualify', why: [why], score: null, traits };
	}
	const stability = knownValue(inputs.stability);
	if (stability !== undefined && stability <= cutOffs.unstable)
		return { verdict: 'not now', why: ['its steps still change too much'], score: null, traits };
	const needed = [...scoredInputs, 'volume', 'time_sensitive'] as const;
	const missing = needed.filter((name) => inputs[name].how === 'not evaluated');
	if (missing.length > 0) {
		const why = [`not known: ${missing.join(', ')}`];
		return { verdict: 'insufficient data', why, score: null, traits };
	}
	const score = scoredInputs.reduce((sum, name) => sum + (knownValue(inputs[name]) ?? 0), 0);
	return { verdict: 'candidate', why: traits, score, traits };
}
