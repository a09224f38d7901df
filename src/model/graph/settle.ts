/** Goes over the items again and again until `update` changes none of them. */
export function settle<Item>(items: readonly Item[], update: (item: Item) => boolean): void {
	for (let changed = true; changed; ) {
		changed = false;
		for (const item of items) if (update(item)) changed = true;
	}
}
