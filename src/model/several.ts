/** What may be written as one or as a list, as a list: nothing gives an empty one. */
export function several<Item>(value: Item | readonly Item[] | null | undefined): readonly Item[] {
	if (value === undefined || value === null) return [];
	// The type of the union rules out a list as an item.
	return Array.isArray(value) ? (value as readonly Item[]) : [value as Item];
}

/** The rows of a section, or none where it is absent, empty or set aside with `not_applicable`. */
export function rows<Row>(section: readonly Row[] | object | null | undefined): readonly Row[] {
	return Array.isArray(section) ? (section as readonly Row[]) : [];
}
