import type { Trail } from '../model/history/trail.ts';

/** A document with the files that it ever stood in. */
interface NamedDocument {
	readonly id: string;
	readonly trail?: Pick<Trail, 'entries'> | undefined;
}

/** What ends a word of a text that may name a document: none of it stands in ordinary ids and paths. */
const between = /[\s"'`,;()[\]{}<>]+/;

/**
 * Tells which documents a text of the policy names, by an id or by a path that one ever had: a baseline, an override, or a
 * register of controls. By ids, sorted. `prefix` is what goes before a path of the library in the repository.
 */
export function documentsInText(
	documents: readonly NamedDocument[],
	prefix: string,
): (text: string) => readonly string[] {
	const plain = new Map<string, string>();
	const odd = new Map<string, string>();
	for (const { id, trail } of documents) {
		const paths = (trail?.entries ?? []).flatMap(({ before, after }) =>
			[...before, ...after].map(({ path }) => path.slice(prefix.length)),
		);
		for (const word of [id, ...paths]) (between.test(word) ? odd : plain).set(word, id);
	}
	return (text) => {
		const found = new Set(
			text.split(between).flatMap((word) => plain.get(word) ?? plain.get(word.replace(/[.:!?]+$/, '')) ?? []),
		);
		for (const [word, id] of odd) if (text.includes(word)) found.add(id);
		return [...found].sort();
	};
}
