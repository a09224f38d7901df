/** Whether two values are the same in every bit that could tell them apart: order of keys and the sign of zero too. */
export function sameValue(a: unknown, b: unknown): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) !== Array.isArray(b)) return false;
	const [ofA, ofB] = [Object.entries(a), Object.entries(b)];
	return (
		ofA.length === ofB.length &&
		ofA.every(([key, value], at) => key === ofB[at]?.[0] && sameValue(value, ofB[at]?.[1]))
	);
}
