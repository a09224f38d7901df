import { describe, expect, it } from 'vitest';
import { sharedCopies } from '../../../../src/cli/audit/gather/shared-copies.ts';

describe('shared copies', () => {
	const text = () => ({ id: 'SOP-1', rows: [{ a: 1, b: ['x', null, true] }], none: undefined });

	it('are equal to what they were made from, and none of it', () => {
		const { copy, copyEach } = sharedCopies();
		const whole = text();
		expect(copyEach(whole)).toStrictEqual(whole);
		expect(copyEach(whole).rows).not.toBe(whole.rows);
		expect(copy(whole.rows)).toStrictEqual(whole.rows);
		for (const plain of [undefined, null, 0, 1.5, false, '', 'a "b"']) expect(copy(plain)).toBe(plain);
	});

	it('keep what is equal once, and apart what is not', () => {
		const { copyEach } = sharedCopies();
		const [one, same] = [copyEach(text()), copyEach(text())];
		expect(one).not.toBe(same);
		expect(one.rows).toBe(same.rows);
		const other = copyEach({ ...text(), rows: [{ a: 2, b: ['x'] }] });
		expect(other.rows).toStrictEqual([{ a: 2, b: ['x'] }]);
	});
});
