/** Where a value stands in a document: keys and list indexes from the top, e.g. `['procedure', 0, 'by']`. */
export type Path = readonly (string | number)[];

/** What stands at a path of a value; undefined where the path leads nowhere. */
export function valueAt(value: unknown, path: Path): unknown {
	return path.reduce<unknown>(
		(here, step) =>
			typeof here === 'object' && here !== null && Object.hasOwn(here, step)
				? Reflect.get(here, step)
				: undefined,
		value,
	);
}
