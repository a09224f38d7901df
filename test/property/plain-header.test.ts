import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/library/read-document.ts';
import { headerOfValue, plainHeader } from '../../src/model/history/header.ts';

// Tens of thousands of old texts are told apart by their headers without being parsed. What the short way says must
// be what the value says, or the short way must say nothing.

const key = fc.constantFrom('id', 'version', 'effective', 'title', '"id"', ' id', 'x-id');
const value = fc.constantFrom(
	...[
		'SOP-FIN-001',
		'"SOP-FIN-001"',
		"'SOP-FIN-001'",
		'größe-1',
		'"1.0"',
		"'2.10'",
		'1.0',
		'2.10',
		'"1.0" # new',
	],
	...[
		'2026-02-01',
		'"2026-02-01"',
		'"2026-02-01"   # day',
		'&a SOP-1',
		'*a',
		'!!str 1',
		'|',
		'>-',
		'"a',
		"'b",
		'{',
		'[',
		'- x',
	],
	...['SOP-1 # was SOP-2', 'SOP-1: x', '"1.0', '', '~', 'null', 'SOP-1\t', '"\\x31.0"', "'1.0''"],
);
const line = fc.oneof(
	fc.tuple(key, value).map(([name, text]) => `${name}: ${text}`),
	fc.constantFrom(
		'  continued',
		'\tcontinued',
		'',
		'# id: SOP-9',
		'---',
		'...',
		'id:',
		'  id: SOP-8',
		'}',
		']',
		'"',
		"'",
		'text',
	),
);
const text = fc
	.tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\n', '\uFEFF'))
	.map(
		([lines, end, edge]) => (edge === '\uFEFF' ? edge : '') + lines.join(end) + (edge === '\n' ? end : ''),
	);
const mostly = (...good: readonly string[]) =>
	fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: value });
const likely = fc
	.tuple(
		mostly('SOP-FIN-001', '"SOP-FIN-001"', "'1'", 'SOP-1 # was SOP-2', 'a-b', '"900"', 'SOP-1\n\n'),
		mostly('"1.0"', "'2.10'", '"1.0" # new', '"01.0"'),
		mostly('2026-02-01', '"2026-02-01"', '2026-02-30'),
		fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom('', '# a comment', 'title: x', 'x-a: |\n  id: SOP-9') },
			{ weight: 1, arbitrary: line },
		),
	)
	.map(([id, version, day, one]) => `format: 1\nid: ${id}\n${one}\nversion: ${version}\neffective: ${day}\n`);

test('the header that is read without parsing is the one that YAML reads', () => {
	let plain = 0;
	fc.assert(
		fc.property(fc.oneof(text, likely), (written) => {
			const header = plainHeader(written.replace(/^\uFEFF/, ''));
			if (header === undefined) return;
			const read = readDocument('sop', 'a.sop.yaml', new TextEncoder().encode(written));
			// Of what is no YAML, or stands twice, no header is right; its digest shows that it is no content.
			if (read.problems.some(({ rule }) => rule === 'document/syntax' || rule === 'document/duplicate-key'))
				return;
			plain++;
			expect({ written, header: headerOfValue(read.value) }).toEqual({ written, header });
		}),
		{ numRuns: 20_000 },
	);
	expect(plain).toBeGreaterThan(50);
});
