/** Copies plain values; what is alike is one value. */
export interface SharedCopies {
	/** A copy of a value. */
	copy<Value>(value: Value): Value;
	/** A copy of an object, each of whose values may be shared with others. */
	copyEach<Whole extends object>(whole: Whole): Whole;
}

/**
 * Copies of what is taken from texts, because pieces of a text keep the whole text in memory. The versions of a document
 * are alike in almost everything, and there are tens of thousands of them: what is equal is kept once.
 */
export function sharedCopies(): SharedCopies {
	const known = new Map<string, unknown>();
	const copy = <Value>(value: Value): Value => {
		if (value === undefined || value === null || typeof value === 'number' || typeof value === 'boolean')
			return value;
		const text = JSON.stringify(value);
		let found = known.get(text);
		if (found === undefined) {
			found = JSON.parse(text);
			known.set(text, found);
		}
		// What is taken from a text is what JSON can hold.
		return found as Value;
	};
	return {
		copy,
		copyEach(whole) {
			const copied = { ...whole };
			for (const [key, value] of Object.entries(whole)) Reflect.set(copied, key, copy(value));
			return copied;
		},
	};
}
