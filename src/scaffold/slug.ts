const longest = 60;

/** A text as the name of a file or node: `Pay an invoice (EUR)` gives `pay-an-invoice-eur`; `otherwise` where no letter is left. */
export function slugOf(text: string, otherwise: string): string {
	const words = text
		.slice(0, 1000)
		.replaceAll('ß', 'ss')
		.normalize('NFKD')
		.replace(/\p{M}+/gu, '')
		.toLowerCase()
		.match(/[a-z0-9]+/g);
	let slug = '';
	for (const word of words ?? []) {
		const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`;
		if (longer.length > longest) break;
		slug = longer;
	}
	return slug === '' ? otherwise : slug;
}

/** Gives each text a slug of its own: a second `late` becomes `late-2`. */
export function slugGiver(taken: Iterable<string>): (text: string, otherwise: string) => string {
	const given = new Set(taken);
	return (text, otherwise) => {
		const slug = slugOf(text, otherwise);
		let unique = slug;
		for (let count = 2; given.has(unique); count += 1) unique = `${slug}-${count}`;
		given.add(unique);
		return unique;
	};
}
