import type { Path } from '../../diagnostics/path.ts';
import { type SectionNumber, sectionOfKey } from '../sections.ts';
import type { DocumentChange } from './document-change.ts';

/** Where two values stand that are compared, and how sentences about them begin. */
export interface Place {
	readonly section: SectionNumber | null;
	readonly subject: string | null;
	/** What sentences begin with, `Step match`; null at the top of the document. */
	readonly who: string | null;
	readonly before: Path;
	readonly after: Path;
	/** Unit of each input and output that has one, by its id: `variance` → `USD`. */
	readonly units: ReadonlyMap<string, string>;
}

/** Tells how two values at a place differ. Gives at least one change where their contents differ, none where they do not. */
export type Compare = (before: unknown, after: unknown, place: Place) => Iterable<DocumentChange>;

/** The place under a key. At the top of the document, the key says the section. */
export function under(place: Place, key: string): Place {
	const isTop = place.before.length === 0 && place.after.length === 0;
	const section = isTop ? (sectionOfKey(key) ?? null) : place.section;
	return { ...place, section, before: [...place.before, key], after: [...place.after, key] };
}

/** The same place, with a part named at the end of what sentences begin with: `Step match: handoff`. */
export function named(place: Place, part: string): Place {
	return { ...place, who: beginning(place, part) };
}

/** How a sentence about a part of a place begins. */
export function beginning(place: Place, part: string): string {
	return place.who === null ? part.charAt(0).toUpperCase() + part.slice(1) : `${place.who}: ${part}`;
}
