import { own } from '../../model/diff/plain-object.ts';

/** Where the parts of a document stand on its page. Made for one page, and used up by it. */
export interface DocumentPlaces {
	/** The anchor of a step, decision, exception, escalation or item, by its id; undefined for what is none. */
	readonly anchorOf: (id: unknown) => string | undefined;
	/** The anchor that a part bears: the first that asks for an id, so that no two of a page are the same. */
	readonly takeAnchor: (part: unknown) => string | undefined;
}

/** The sections whose parts bear anchors on the page of their kind. */
const keys = {
	sop: ['procedure', 'decisions', 'exceptions', 'escalation', 'quality'],
	checklist: ['items', 'exceptions'],
};

/** The anchors of a document, whatever its value is. */
export function documentPlaces(document: unknown, kind: 'sop' | 'checklist'): DocumentPlaces {
	const anchors = new Map<unknown, string>();
	for (const part of keys[kind].flatMap((key) => rowsAt(document, key))) {
		const id = own(part, 'id');
		if (typeof id === 'string') anchors.set(id, `at-${id.replace(/[^\w-]/gu, asCode)}`);
	}
	const free = new Map(anchors);
	return {
		anchorOf: (id) => anchors.get(id),
		takeAnchor: (part) => {
			const id = own(part, 'id');
			const anchor = free.get(id);
			free.delete(id);
			return anchor;
		},
	};
}

function rowsAt(document: unknown, key: string): readonly unknown[] {
	const section = own(document, key);
	return Array.isArray(section) ? section : [];
}

function asCode(sign: string): string {
	return `.${sign.codePointAt(0)?.toString(16)}.`;
}
