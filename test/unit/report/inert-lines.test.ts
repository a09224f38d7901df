import { expect, test } from 'vitest';
import { inertLines } from '../../../src/report/inert-lines.ts';

test('keeps line breaks and makes all else visible', () => {
	expect(inertLines('a: 1\r\nb: \u001B[2J\n\uFEFFc\u202E\rd\n')).toBe(
		'a: 1\nb: ␛[2J\n\\u{FEFF}c\\u{202E}␍d\n',
	);
});
