/** Who may read a document, the lowest first. */
export const classifications = ['public', 'internal', 'confidential', 'restricted'] as const;

/** One of the classes. */
export type Classification = (typeof classifications)[number];

/** What a document is where neither it nor the config says. */
export const usualClassification: Classification = 'internal';

/** Whether a text is the name of a class. */
export function isClassification(text: unknown): text is Classification {
	return classifications.some((one) => one === text);
}

/** The class that a content value states, `otherwise` where it states none; the highest where it states what is none. */
export function classIn(value: unknown, otherwise: Classification): Classification {
	if (typeof value !== 'object' || value === null) return 'restricted';
	const stated: unknown = Reflect.get(value, 'classification');
	if (stated === undefined || stated === null) return otherwise;
	return isClassification(stated) ? stated : 'restricted';
}

/** The highest of some classes: that of an item whose text is drawn from several. Of none at all, the highest there is. */
export function highestClass(classes: readonly Classification[]): Classification {
	const ranks = classes.map((one) => classifications.indexOf(one));
	return classes.length === 0 ? 'restricted' : (classifications[Math.max(...ranks)] ?? 'restricted');
}

/** Whether a class is above a limit. */
export function isAbove(one: Classification, limit: Classification): boolean {
	return classifications.indexOf(one) > classifications.indexOf(limit);
}
