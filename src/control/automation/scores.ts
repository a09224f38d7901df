import { cutOffs } from './cut-offs.ts';

/** A score of UiPath Automation Hub's high-level assessment: the higher, the easier to automate. */
export type Score = 1 | 2 | 3 | 4 | 5;

/** `rules`: from judgement (1) to rules alone (5), by the share of decisions that a machine can test. */
export function rulesScore(share: number): Score {
	if (share >= 1) return 5;
	if (share >= cutOffs.ruleBased) return 4;
	if (share >= cutOffs.judgement) return 3;
	return share > 0 ? 2 : 1;
}

/** `stability`: from major change (1) to none (5), by the steps that were edited, and the texts that were new. */
export function stabilityScore(edited: number, steps: number, texts: number): Score {
	if (texts === 0) return 5;
	if (edited === 0) return 4;
	const share = steps === 0 ? 1 : edited / steps;
	if (share <= 0.25) return 3;
	return share <= 0.5 ? 2 : 1;
}

/**
 * `documentation`: nothing (1), inputs (2), a map of the steps (3), an SOP (4), detailed work instructions (5). An SOP
 * counts as one where it is in force and without findings.
 */
export function documentationScore(found: {
	readonly inputs: number;
	readonly steps: number;
	readonly isInForce: boolean;
	readonly isClean: boolean;
	readonly looseSteps: number;
}): Score {
	if (found.steps === 0) return found.inputs > 0 ? 2 : 1;
	if (!found.isInForce || !found.isClean) return 3;
	return found.looseSteps > 0 ? 4 : 5;
}
