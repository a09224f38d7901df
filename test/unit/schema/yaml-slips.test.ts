import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDocument } from '../../../src/library/read-document.ts';

const small = readFileSync(new URL('../../fixtures/small.sop.yaml', import.meta.url), 'utf8');
const entry = '    - Supplier invoices in any currency\n';

/** What reading and the schema say of the small SOP with other entries in its scope. */
function said(entries: string): readonly (readonly [string, string | undefined])[] {
	const text = small.replace(entry, entries);
	expect(text).not.toBe(small);
	return readDocument('sop', 'a.sop.yaml', Buffer.from(text)).problems.map(({ message, help }) => [
		message,
		help,
	]);
}

// These slips are valid YAML that says something else than was meant: only the schema can tell.
test.each([
	[
		'a dash without a space before the first entry',
		'    -All invoices\n',
		'"in_scope" must be a list, not the text "-All invoices"',
		'Put a space after the dash: - All invoices',
	],
	[
		'dashes without spaces',
		'    -All invoices\n    -All sites\n',
		'"in_scope" must be a list, not the text "-All invoices -All sites"',
		'Put a space after the dash: - All invoices -All sites',
	],
	[
		'a colon in an entry',
		'    - Note: all invoices\n',
		'An entry of in_scope must be text, not keys with values',
		'A colon in a text makes a key of what stands before it: put it in quotes, "Note: all invoices"',
	],
	[
		'keys where a text is wanted',
		'    - { a: 1, b: 2 }\n',
		'An entry of in_scope must be text, not keys with values',
		'Write text here.',
	],
	[
		'a number',
		'    - 12\n',
		'An entry of in_scope must be text, not the number 12',
		'Put it in quotes: "12".',
	],
	[
		'a very long text',
		`    ${'all '.repeat(100)}\n`,
		`"in_scope" must be a list, not the text "${'all '.repeat(14)}a…"`,
		'Write a list.',
	],
])('%s', (_, entries, message, help) => {
	expect(said(entries)).toEqual([[message, help]]);
});
