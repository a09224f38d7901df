import { largestFile } from './decode-text.ts';
import { isExactNumber } from './exact-number.ts';
import { deepestNesting } from './nesting.ts';
import { excerpt } from './value-text.ts';

/** The value of a JSON text, or the first reason why it is none or not the only reading, as a sentence without a full stop. */
export type JsonReading =
	| { readonly value: unknown; readonly problem?: never }
	| {
			readonly value?: never;
			readonly problem: string;
			readonly rule: 'document/syntax' | 'document/duplicate-key' | 'document/number-not-exact';
	  };

/**
 * Reads JSON and refuses what has a second reading, just as of YAML: keys that stand twice, `__proto__`, lone
 * surrogates, and numbers that a double rounds.
 */
export function readJson(text: string): JsonReading {
	if (text.length > largestFile) return { problem: 'The line is longer than 10 MB', rule: 'document/syntax' };
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { problem: 'The line is no JSON', rule: 'document/syntax' };
	}
	const refused = refusedIn(value, 0);
	if (refused !== undefined) return { problem: refused, rule: 'document/syntax' };
	// What is printed from a value has each key once, and each number as the shortest text of it.
	return JSON.stringify(value) === text ? { value } : (lostIn(text, value) ?? { value });
}

/** Why a value cannot be taken, if so. */
function refusedIn(value: unknown, depth: number): string | undefined {
	if (typeof value === 'string') return value.isWellFormed() ? undefined : halfCharacter;
	if (typeof value !== 'object' || value === null) return undefined;
	if (depth >= deepestNesting) return `The text nests more than ${deepestNesting} levels deep`;
	for (const key of Object.keys(value)) {
		if (key === '__proto__') return '__proto__ cannot be a key';
		if (!key.isWellFormed()) return halfCharacter;
		const refused = refusedIn(Reflect.get(value, key), depth + 1);
		if (refused !== undefined) return refused;
	}
	return undefined;
}

const halfCharacter = 'The text holds half of a character (a lone surrogate)';

/** What a text says that its value does not: keys that it has more often, numbers that were rounded. */
function lostIn(text: string, value: unknown): JsonReading | undefined {
	const kept = keysIn(value, new Map());
	for (const [, name = '', colon, number] of text.matchAll(textsAndNumbers)) {
		if (number !== undefined && !isExact(number))
			return {
				problem: `${excerpt(number)} is a number that readers round`,
				rule: 'document/number-not-exact',
			};
		if (colon === undefined) continue;
		// The quotes and what is between them are JSON of their own.
		const key = JSON.parse(name) as string;
		const left = kept.get(key) ?? 0;
		if (left === 0)
			return { problem: `The key ${excerpt(key)} stands twice`, rule: 'document/duplicate-key' };
		kept.set(key, left - 1);
	}
	return undefined;
}

/** How often each key stands in a value. */
function keysIn(value: unknown, counts: Map<string, number>): Map<string, number> {
	if (typeof value !== 'object' || value === null) return counts;
	for (const [key, child] of Object.entries(value)) {
		if (!Array.isArray(value)) counts.set(key, (counts.get(key) ?? 0) + 1);
		keysIn(child, counts);
	}
	return counts;
}

/** Texts of JSON, with the colon behind those that are keys, and its numbers. */
const textsAndNumbers = /("[^"\\]*(?:\\.[^"\\]*)*")([ \t\r\n]*:)?|(-?[0-9][-+.0-9eE]*)/g;

function isExact(written: string): boolean {
	const value = Number(written);
	return Number.isFinite(value) && isExactNumber(written, value);
}
