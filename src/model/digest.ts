import { hash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import { isPlainObject } from './diff/plain-object.ts';
import { onceFor } from './once-for.ts';

// The package exports the function itself; its types describe it as the default of a module.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** The RFC 8785 (JSON Canonicalization Scheme) form of a content value: one text for one content. */
export function canonicalText(value: unknown): string {
	const text = canonicalize(value);
	if (text === undefined) throw new TypeError('A value that JSON cannot hold has no canonical form');
	return text;
}

/** Gives the canonical form of values that share parts, each part worked out once for all of them. */
export function canonicalTexts(): (value: unknown) => string {
	const textOf = onceFor((part: object) => canonicalText(part));
	const text = (part: unknown) =>
		typeof part === 'object' && part !== null ? textOf(part) : canonicalText(part);
	return (value) => {
		if (!isPlainObject(value)) return canonicalText(value);
		// Keys stand in the order of their code units, as `sort` has them.
		const keys = Object.keys(value).sort();
		return `{${keys.map((key) => `${JSON.stringify(key)}:${text(value[key])}`).join(',')}}`;
	};
}

/**
 * The digest of a document's content value: `sha256:` and 64 hexadecimal digits, SHA-256 over its RFC 8785 form.
 * Nothing is left out: header, all sections, `x-` keys. Comments, key order and layout are not part of a value.
 */
export function digestOf(value: unknown): string {
	return digestOfCanonical(canonicalText(value));
}

/** The digest of a content value by its canonical form. */
export function digestOfCanonical(text: string): string {
	return `sha256:${hash('sha256', text, 'hex')}`;
}
