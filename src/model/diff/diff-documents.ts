import type { Checklist, Sop } from '../documents.generated.ts';
import { compareFields } from './compare-fields.ts';
import type { DocumentChange } from './document-change.ts';
import { documentFields } from './document-fields.ts';
import { relevant } from './field.ts';
import { fieldChange } from './field-change.ts';
import type { Place } from './place.ts';
import { isPlainObject, own, ownText } from './plain-object.ts';
import { sameContent } from './same-content.ts';
import { shownWords } from './shown-words.ts';
import { unitsOf } from './units-of.ts';

/**
 * What changed between two contents of one document, in words of the domain: the header first, then section by section.
 * Rows are told apart by their ids, or by what else names them, never by their place. Empty exactly where both contents
 * have the same digest. Undefined stands for a document that is not there.
 *
 * Give the content as it was read, with the keys that the schema refuses: what is left out here is not told.
 */
export function diffDocuments(
	before: Sop | Checklist | undefined,
	after: Sop | Checklist | undefined,
): readonly DocumentChange[] {
	if (before === undefined && after === undefined) return [];
	if (before === undefined) return [wholeDocument(after, 'after')];
	if (after === undefined) return [wholeDocument(before, 'before')];
	const place: Place = {
		section: null,
		subject: null,
		who: null,
		before: [],
		after: [],
		units: new Map(
			[before, after].flatMap((one) => ['inputs', 'outputs'].flatMap((key) => unitsOf(own(one, key)))),
		),
	};
	if (!isPlainObject(before) || !isPlainObject(after)) {
		if (sameContent(before, after)) return [];
		return [fieldChange(before, after, place, relevant('key-changed', 'content'))];
	}
	return [...compareFields(before, after, place, documentFields)];
}

function wholeDocument(document: unknown, side: 'before' | 'after'): DocumentChange {
	const name = [ownText(document, 'id'), ownText(document, 'title')].filter(Boolean).join(' ');
	const shown = name === '' ? 'without a name' : shownWords(name);
	return {
		kind: side === 'after' ? 'document-added' : 'document-removed',
		section: null,
		path: [],
		subject: ownText(document, 'id') ?? null,
		[side]: name,
		controlRelevant: true,
		words: `Document ${shown} ${side === 'after' ? 'added' : 'removed'}`,
	};
}
