/** A set of facts, which are numbers from 0: one bit each. */
export type FactSet = Uint32Array;

/** An empty set with room for `size` facts. */
export function noFacts(size: number): FactSet {
	return new Uint32Array(Math.max(1, Math.ceil(size / 32)));
}

export function factsOf(size: number, facts: Iterable<number>): FactSet {
	const set = noFacts(size);
	for (const fact of facts) addFact(set, fact);
	return set;
}

export function hasFact(facts: FactSet, fact: number): boolean {
	return (((facts[fact >>> 5] ?? 0) >>> (fact & 31)) & 1) === 1;
}

export function addFact(facts: FactSet, fact: number): void {
	facts[fact >>> 5] = (facts[fact >>> 5] ?? 0) | (1 << (fact & 31));
}

/** Makes the set hold the facts of the other, which has the same room, and no more. */
export function copyFacts(facts: FactSet, other: FactSet): void {
	for (let word = 0; word < facts.length; word++) facts[word] = other[word] ?? 0;
}

/** Adds all facts of the other set, which has the same room. */
export function addFacts(facts: FactSet, other: FactSet): void {
	for (let word = 0; word < facts.length; word++) facts[word] = (facts[word] ?? 0) | (other[word] ?? 0);
}

/** Keeps only the facts that the other set has too. */
export function keepFacts(facts: FactSet, other: FactSet): void {
	for (let word = 0; word < facts.length; word++) facts[word] = (facts[word] ?? 0) & (other[word] ?? 0);
}

/** Takes the facts of the other set away. */
export function dropFacts(facts: FactSet, other: FactSet): void {
	for (let word = 0; word < facts.length; word++) facts[word] = (facts[word] ?? 0) & ~(other[word] ?? 0);
}

/** Whether every fact of the other set is there. */
export function hasFacts(facts: FactSet, other: FactSet): boolean {
	for (let word = 0; word < facts.length; word++) {
		if (((other[word] ?? 0) & ~(facts[word] ?? 0)) !== 0) return false;
	}
	return true;
}

export function sameFacts(facts: FactSet, other: FactSet): boolean {
	for (let word = 0; word < facts.length; word++) if (facts[word] !== other[word]) return false;
	return true;
}

/** The facts of the set that are smaller than `size`, in order. */
export function* factsIn(facts: FactSet, size: number): Generator<number> {
	for (let fact = 0; fact < size; fact++) {
		if (facts[fact >>> 5] === 0) fact |= 31;
		else if (hasFact(facts, fact)) yield fact;
	}
}
