/** From when on a version could be in force and what ends it by itself, each with the mainline commit that shows it. */
export interface Reign {
	/** When it begins where nothing ends it before, in seconds; undefined where its day does not exist. */
	readonly begins: number | undefined;
	/** The position of the commit that completed it. */
	readonly position: number;
	readonly endings: readonly Ending[];
}

/** What ends a version whatever other numbers do: at an instant (seconds), shown by the commit at a position. */
export interface Ending {
	readonly at: number;
	readonly position: number;
	readonly by: 'withdrawal' | 'retirement' | 'withdrawn signature';
}

/** What ends a version first; undefined where nothing does. */
export function firstEnding(endings: readonly Ending[]): Ending | undefined {
	return endings.reduce<Ending | undefined>(
		(first, one) => (first === undefined || one.at < first.at ? one : first),
		undefined,
	);
}
