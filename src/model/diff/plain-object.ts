/** A mapping as it was read. */
export type PlainObject = Readonly<Record<string, unknown>>;

export function isPlainObject(value: unknown): value is PlainObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands under a key, whatever the value is: a key named `constructor` is a key like another. */
export function own(value: unknown, key: string): unknown {
	return isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The text under a key, numbers included; undefined where there is none, or only an empty one. */
export function ownText(value: unknown, key: string): string | undefined {
	const found = own(value, key);
	if (typeof found === 'number') return String(found);
	return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

/** A mapping without some keys. */
export function without(value: PlainObject, ...keys: readonly string[]): PlainObject {
	return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
