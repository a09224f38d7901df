/** What several entries of section 5 become. */
export interface MergedEntry {
	readonly name: string;
	/** Its place in section 5. */
	readonly index: number;
	/** The places of those that it takes in. */
	readonly dropped: readonly number[];
	readonly value: Readonly<Record<string, unknown>>;
}

/**
 * The entries of section 5 whose names became equal by answers, each with all that they said: texts that differ stand
 * one after the other, in the order of the entries. Entries that cannot be put together so are left out.
 */
export function mergedTools(before: readonly unknown[], after: readonly unknown[]): readonly MergedEntry[] {
	const merged: MergedEntry[] = [];
	for (const [index, tool] of after.entries()) {
		const name = nameOf(tool);
		if (name === undefined || merged.some((one) => one.dropped.includes(index))) continue;
		const dropped = after.flatMap((other, at) =>
			at > index && nameOf(other) === name && nameOf(before[at]) !== nameOf(before[index]) ? [at] : [],
		);
		const value = together([index, ...dropped].map((at) => after[at]));
		if (dropped.length > 0 && value !== undefined) merged.push({ name, index, dropped, value });
	}
	return merged;
}

function nameOf(tool: unknown): string | undefined {
	const name: unknown = typeof tool === 'object' && tool !== null ? Reflect.get(tool, 'name') : undefined;
	return typeof name === 'string' ? name : undefined;
}

function together(tools: readonly unknown[]): Readonly<Record<string, unknown>> | undefined {
	const value: Record<string, unknown> = {};
	for (const tool of tools) {
		for (const [key, said] of Object.entries(tool ?? {})) {
			const known = value[key];
			if (known === undefined || known === said) value[key] = said;
			else if (typeof known !== 'string' || typeof said !== 'string') return undefined;
			else if (!known.split('; ').includes(said)) value[key] = `${known.replace(/\.$/, '')}; ${said}`;
		}
	}
	return value;
}
