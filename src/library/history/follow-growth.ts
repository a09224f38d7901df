/** What a commit did to the text of a file, of which nothing may be lost. */
export interface Step<Entry, Text> {
	readonly entry: Entry;
	/** What stood there after it; undefined where nothing did. */
	readonly text: Text | undefined;
}

/** What may become of a text that only grows. */
export interface Growth<Text> {
	/** Whether a newer text holds all of an older one as it stood. */
	keeps(older: Text, newer: Text): boolean;
	/** What a newer text holds beyond an older one, less what may have taken the place of what it lost. */
	added(older: Text, newer: Text): readonly string[];
	/** Whether a text holds what was added. */
	holds(text: Text, added: readonly string[]): boolean;
}

/** A commit that lost something of a text. */
export interface Loss<Entry> {
	readonly what: 'changed' | 'removed';
	readonly entry: Entry;
	/** What brought back all that was ever lost; `here` where only the text here does; undefined where nothing has. */
	readonly back: Entry | 'here' | undefined;
}

/**
 * Follows a text through its commits, oldest first. What is changed or removed is lost until a text holds again all that
 * stood before, and all that was added meanwhile: the commit that brings it back is no second change.
 */
export function followGrowth<Entry, Text>(
	steps: readonly Step<Entry, Text>[],
	here: Text | undefined,
	{ keeps, added, holds }: Growth<Text>,
): readonly Loss<Entry>[] {
	const losses: Loss<Entry>[] = [];
	let open: Omit<Loss<Entry>, 'back'>[] = [];
	let good: Text | undefined;
	let last: Text | undefined;
	let meanwhile: readonly string[] = [];
	const isBack = (text: Text) => good !== undefined && keeps(good, text) && holds(text, meanwhile);
	for (const { entry, text } of steps) {
		if (text === undefined) {
			if (last !== undefined) open.push({ what: 'removed', entry });
			last = undefined;
			continue;
		}
		if (good === undefined || isBack(text)) {
			for (const one of open) losses.push({ ...one, back: entry });
			open = [];
			meanwhile = [];
			good = text;
		} else {
			if (last !== undefined && !keeps(last, text)) open.push({ what: 'changed', entry });
			meanwhile = [...meanwhile, ...added(last ?? good, text)];
		}
		last = text;
	}
	const back = here !== undefined && isBack(here) ? 'here' : undefined;
	return [...losses, ...open.map((one): Loss<Entry> => ({ ...one, back }))];
}
