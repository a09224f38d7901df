/** A seed, and what can be said of how free its choice was. */
export interface Seed {
	readonly seed: string;
	readonly label: string;
}

/**
 * The seed of a draw from a population of this hash. Who chose it is a claim of whoever typed it; without one it is the hash
 * itself, which nobody chooses who does not make the population.
 */
export function seedFor(hash: string, typed: string | undefined, from: 'auditor' | 'preparer'): Seed {
	if (typed === undefined)
		return { seed: hash, label: 'no free choice, but the preparer made the population' };
	return {
		seed: typed,
		label: from === 'auditor' ? `seed from the auditor after hash ${hash}` : 'seed chosen by the preparer',
	};
}
