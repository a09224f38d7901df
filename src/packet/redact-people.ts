import { createHmac } from 'node:crypto';
import { type Cell, listOf } from '../audit/packet-list.ts';
import type { Section } from '../audit/section.ts';

/** Puts a pseudonym in the place of every name, id and address of people, in any text. */
export type Redact = (text: string) => string;

/** Fingerprints of keys as ssh-keygen and gpg write them: whoever looks them up where keys are published finds whose they are. */
const fingerprint = /(?<![\w+/])(?:SHA256:[A-Za-z0-9+/]{43}|[0-9A-F]{40}(?:[0-9A-F]{24})?)(?![\w+/])/g;

/**
 * A redaction of people: each is called by the beginning of an HMAC (SHA-256, RFC 2104) with a key that stays out of the
 * packet, as a plain hash of a name can be found by guessing. `people` gives all words that mean one person. Longer
 * words are replaced before shorter ones, and only where they stand as words. Fingerprints of keys become pseudonyms as well.
 */
export function redactionOf(people: readonly (readonly string[])[], key: Uint8Array): Redact {
	const pseudonym = (kind: 'person' | 'key', word: string) =>
		`${kind}-${createHmac('sha256', key).update(word).digest('hex').slice(0, 12)}`;
	const withoutKeys = (text: string) => text.replace(fingerprint, (found) => pseudonym('key', found));
	const pseudonyms = new Map<string, string>();
	for (const words of people) {
		const [first] = words;
		if (first === undefined) continue;
		for (const word of words) if (word !== '') pseudonyms.set(word.toLowerCase(), pseudonym('person', first));
	}
	if (pseudonyms.size === 0) return withoutKeys;
	const words = [...pseudonyms.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	const pattern = new RegExp(
		`(?<![\\p{L}\\p{N}_])(?:${words.map(escaped).join('|')})(?![\\p{L}\\p{N}_])`,
		'giu',
	);
	return (text) =>
		withoutKeys(text).replace(pattern, (found) => pseudonyms.get(found.toLowerCase()) ?? 'person');
}

function escaped(word: string): string {
	return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** A section without people. Rows are sorted anew: their order would tell the alphabet of the names. */
export function redactSection(section: Section, redact: Redact): Section {
	return {
		...section,
		checks: section.checks.map((check) => ({
			...check,
			cause: check.cause === null ? null : redact(check.cause),
			items: check.items.map((item) => ({ ...item, key: redact(item.key), detail: redact(item.detail) })),
		})),
		lists: section.lists.map((list) =>
			listOf({
				...list,
				rows: list.rows.map(({ of, cells }) => ({
					of,
					cells: Object.fromEntries(
						Object.entries(cells).map(([key, cell]): [string, Cell] => [key, redactCell(cell, redact)]),
					),
				})),
			}),
		),
	};
}

function redactCell(cell: Cell, redact: Redact): Cell {
	if (typeof cell === 'string') return redact(cell);
	return Array.isArray(cell) ? cell.map(redact) : cell;
}

/** A content value without people, keys of maps included. */
export function redactValue(value: unknown, redact: Redact): unknown {
	if (typeof value === 'string') return redact(value);
	if (Array.isArray(value)) return value.map((one) => redactValue(one, redact));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, one]) => [redact(key), redactValue(one, redact)]),
	);
}
