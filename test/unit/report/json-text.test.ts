import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText } from '../../../src/report/json-text.ts';
import { hostileText } from './sample-report.ts';

test('keeps the order of keys, two spaces, a line break at the end', () => {
	expect(jsonText({ b: 1, a: [] })).toBe('{\n  "b": 1,\n  "a": []\n}\n');
});

test('reads back exactly, and prints nothing that a terminal or a build server obeys', () => {
	const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...hostileText) }));
	const check = (any: string): void => {
		const printed = jsonText({ [any]: any });
		expect(JSON.parse(printed)).toEqual({ [any]: any });
		expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}]|##\w*\[/u);
	};
	fc.assert(fc.property(text, check));
	check(hostileText);
	check('##[add-mask]x ###[x ##vso[x \\##[x');
});
