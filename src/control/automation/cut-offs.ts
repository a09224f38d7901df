/**
 * Where this program draws its lines. No source publishes a cut-off that could be defended: these are its own, and every
 * answer says so.
 */
export const cutOffs = {
	/** Days of history that tell how stable a procedure is, as UiPath asks about six months. */
	stabilityDays: 180,
	/** Times a year from which on work is done often. */
	highVolume: 600,
	/** Share of decisions that a machine can test from which on work is rule-based. */
	ruleBased: 0.8,
	/** Share of them below which work is a matter of judgement. */
	judgement: 0.5,
	/** Stability (1 to 5) up to which it is too early. */
	unstable: 2,
} as const;
