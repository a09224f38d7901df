import type { ReadDocument } from '../model/read-document.ts';
import { lastingEntries } from '../model/register-entries.ts';
import type { Registers } from '../model/registers.ts';

/**
 * What a register names that must never vanish, also where something in it is wrong; undefined where nobody can tell, as
 * what is wrong may be the name itself.
 */
export function legibleEntries(read: ReadDocument, kind: 'people' | 'roles'): readonly string[] | undefined {
	// What was emptied holds nothing, however it is judged.
	if (read.text.trim() === '') return [];
	if (read.problems.some(({ rule }) => hidesEntries.has(rule))) return undefined;
	const entries = partOf(read.value, kind);
	if (read.problems.length > 0 && !isLegible(entries, kind)) return undefined;
	// Each entry, address and key has the one key that names it, as text: all that is read of them.
	return lastingEntries({ [kind]: { [kind]: entries ?? [] } } as unknown as Registers);
}

/** A text that ends too soon, or says a key twice, holds more than its value. */
const hidesEntries: ReadonlySet<string> = new Set(['document/syntax', 'document/duplicate-key']);

function isLegible(entries: unknown, kind: 'people' | 'roles'): boolean {
	const isNamed = (entry: unknown): boolean => isText(partOf(entry, 'id'));
	if (kind === 'roles') return isListOf(entries, isNamed);
	return isListOf(
		entries,
		(entry) =>
			isNamed(entry) &&
			isListOf(partOf(entry, 'addresses') ?? [], (one) => isText(partOf(one, 'address'))) &&
			isListOf(partOf(entry, 'keys') ?? [], (one) => isText(partOf(one, 'ssh') ?? partOf(one, 'gpg'))),
	);
}

function isListOf(value: unknown, isOne: (item: unknown) => boolean): boolean {
	return Array.isArray(value) && value.every(isOne);
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function partOf(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
