/** What messages call an item of a checklist or a step: by its id, else by its place. */
export function nameOfItem(item: { readonly id?: string | undefined }, index: number): string {
	return item.id ?? `item ${index + 1}`;
}
