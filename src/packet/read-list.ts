import type { Cell } from '../audit/packet-list.ts';
import type { ListValue } from './list-files.ts';
import { utf8 } from './manifest.ts';
import { isObject } from './read-basis.ts';

/** A list from the bytes of its JSON file; or why it is none, as a clause without a full stop. */
export function readList(bytes: Uint8Array): ListValue | { readonly problem: string } {
	const value = jsonValue(bytes);
	if (!isObject(value)) return { problem: 'is no JSON object' };
	const { format, name, title, key, columns, rows } = value;
	if (format !== 1) return { problem: 'is of a form that this sop does not read' };
	if (typeof name !== 'string' || typeof title !== 'string') return { problem: 'has no name and title' };
	if (!Array.isArray(key) || !key.every((one) => typeof one === 'string')) return { problem: 'has no key' };
	if (!Array.isArray(columns) || !columns.every(isColumn)) return { problem: 'has no columns' };
	if (!Array.isArray(rows) || !rows.every(isRow)) return { problem: 'has rows that are none' };
	return { format, name, title, key, columns, rows };
}

/** The value of a JSON file; undefined where it is none. */
export function jsonValue(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(utf8(bytes) ?? '');
	} catch {
		return undefined;
	}
}

function isColumn(value: unknown): value is ListValue['columns'][number] {
	if (!isObject(value)) return false;
	const { key, title, about, total } = value;
	const isTotal = total === undefined || total === 'sum' || total === 'values';
	return isTotal && [key, title, about].every((text) => typeof text === 'string');
}

function isRow(value: unknown): value is Readonly<Record<string, Cell>> {
	return isObject(value) && Object.values(value).every(isCell);
}

function isCell(value: unknown): value is Cell {
	if (Array.isArray(value)) return value.every((one) => typeof one === 'string');
	return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
