import type { Readiness } from '../../../control/automation/readiness.ts';
import { knownValue, type Reading, sourceWords } from '../../../control/automation/reading.ts';
import { scoredInputs } from '../../../control/automation/verdict.ts';

/** What blocks the next gate, in words; what comes when none is left. */
export function blockedWords({ next }: Pick<Readiness, 'next'>): string {
	if (next === null) return 'nothing: it is live';
	return `${next.gate}: ${next.result === 'not evaluated' ? 'not evaluated, ' : ''}${next.why}`;
}

/** A procedure as cells of a table or of CSV. */
export function readinessCells(one: Readiness): Readonly<Record<string, string | number | null>> {
	const { id, title, function: part, version, verdict, score, reached, stage, why, traits, inputs } = one;
	const readings = Object.entries<Reading<number | boolean>>({ ...inputs }).flatMap(([name, reading]) => [
		[name, cellOf(reading)] as const,
		[`${name}_source`, sourceWords(reading)] as const,
	]);
	return {
		id,
		title,
		function: part,
		version,
		verdict,
		score: score === null ? null : `${score} of ${scoredInputs.length * 5}`,
		reached: reached ?? 'none',
		stage: stage ?? null,
		blocked: blockedWords(one),
		why: why.join('; '),
		traits: traits.join(', '),
		...Object.fromEntries(readings),
	};
}

function cellOf(reading: Reading<number | boolean>): string | number | null {
	const value = knownValue(reading);
	return typeof value === 'boolean' ? (value ? 'yes' : 'no') : (value ?? null);
}

/** A row of the five inputs of UiPath Automation Hub's high-level assessment: whole numbers, blank where not evaluated. */
export function hubCells({ id, title, inputs }: Readiness): readonly (string | number | null)[] {
	return [id, title, ...scoredInputs.map((name) => knownValue(inputs[name]) ?? null)];
}

/** The titles of that row: the keys of the vendor, after our id. */
export const hubTitles: readonly string[] = ['id', 'process_name', ...scoredInputs];
