import type { Path } from '../diagnostics/path.ts';
import type { Checklist } from './documents.generated.ts';
import { endOutcome } from './graph/end-reference.ts';
import { references } from './graph/references.ts';
import { nearest } from './nearest.ts';
import { rows } from './several.ts';

/** A key of a checklist that names no item of it (nor, where that is allowed, an exception or an end). */
export interface UnknownItem {
	readonly key: 'waits_for' | 'at' | 'resume' | 'goto';
	readonly reference: string;
	readonly path: Path;
	/** The id that was most likely meant. */
	readonly nearest: string | undefined;
}

/** What a checklist names as if it were an item of it, and is none. */
export function* unknownItems(checklist: Checklist): Generator<UnknownItem> {
	const items = new Set(rows(checklist.items).flatMap((item) => item.id ?? []));
	const exceptions = new Set(rows(checklist.exceptions).flatMap((exception) => exception.id ?? []));
	for (const [index, item] of rows(checklist.items).entries())
		yield* unknown('waits_for', item.waits_for, ['items', index, 'waits_for'], items);
	for (const [index, exception] of rows(checklist.exceptions).entries()) {
		const path = ['exceptions', index];
		yield* unknown('at', exception.at, [...path, 'at'], items);
		for (const key of ['resume', 'goto'] as const) {
			for (const one of unknown(key, exception[key], [...path, key], new Set([...items, ...exceptions])))
				if (endOutcome(one.reference) === undefined) yield one;
		}
	}
}

function* unknown(
	key: UnknownItem['key'],
	written: string | readonly string[] | undefined,
	at: Path,
	known: ReadonlySet<string>,
): Generator<UnknownItem> {
	for (const { text, path } of references(written, at)) {
		if (!known.has(text)) yield { key, reference: text, path, nearest: nearest(text, known) };
	}
}
