import { isDeepStrictEqual } from 'node:util';
import { readRecord } from '../../library/records/read-record.ts';
import { type RecordKind, type RecordValues, recordFileKindOfEach } from '../../model/record/record-kind.ts';
import { knownKeysAt } from '../../schema/known-keys.ts';
import { yamlText } from '../../source/yaml-text.ts';

/**
 * A record as the YAML file that it becomes: its keys in the order of the schema, one a line, the signature as a block at
 * the end. Reading it gives exactly the value; a value of which that cannot be had is a programming error and throws.
 */
export function recordText<Kind extends RecordKind>(kind: Kind, value: RecordValues[Kind]): string {
	const clean = plain(value);
	const { signature, ...rest } = clean;
	const text = lines(inOrder(kind, rest), '') + signatureLines(signature);
	const read = readRecord(kind, Buffer.from(text));
	if (read.value === undefined || !isDeepStrictEqual(read.value, clean))
		throw new Error(`The record cannot be written as YAML: ${read.problem ?? 'it reads otherwise'}`);
	return text;
}

/** A record as a line of a `.jsonl` file, with its line end. */
export function recordLine<Kind extends RecordKind>(kind: Kind, value: RecordValues[Kind]): string {
	return `${JSON.stringify(inOrder(kind, plain(value)))}\n`;
}

/** The value without keys that hold nothing, as any reader gives it. */
function plain<Value extends object>(value: Value): Value {
	// The same keys with the same contents.
	return JSON.parse(JSON.stringify(value)) as Value;
}

function inOrder(kind: RecordKind, value: object): Record<string, unknown> {
	const known = knownKeysAt(recordFileKindOfEach[kind], []);
	const place = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length);
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => place(a) - place(b)));
}

function lines(value: object, margin: string): string {
	return Object.entries(value)
		.map(([key, content]) => `${margin}${yamlText(key)}:${written(content, margin)}\n`)
		.join('');
}

function written(content: unknown, margin: string): string {
	if (typeof content === 'string') return ` ${yamlText(content)}`;
	const isMap = typeof content === 'object' && content !== null && !Array.isArray(content);
	// What has no place of its own in a record is JSON, which is YAML too.
	if (!isMap || Object.keys(content).length === 0) return ` ${JSON.stringify(content)}`;
	return `\n${lines(content, `${margin}  `)}`.trimEnd();
}

function signatureLines(signature: string | undefined): string {
	if (signature === undefined) return '';
	const block = /^[!-~](?:[ -~]*[!-~])?(?:\n[!-~](?:[ -~]*[!-~])?)*\n?$/.test(signature);
	if (!block) return `signature: ${yamlText(signature)}\n`;
	const keep = signature.endsWith('\n') ? '|' : '|-';
	return `signature: ${keep}\n${signature.replace(/\n$/, '').replace(/^/gm, '  ')}\n`;
}
