import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highestVersion, nextVersion } from '../../../src/model/next-version.ts';
import { compareVersions, isVersion, versionText } from '../../../src/model/version-number.ts';

it.each([
	['1.10', '1.9', 1],
	['2.1', '2.1.0', 0],
	['2.1', '2.1.0.0', 0],
	['2.01', '2.1', 0],
	['2', '10', -1],
	['1.2.10.4', '1.2.9', 1],
	['99999999999999999999.1', '99999999999999999998.9', 1],
	['0', '0.0.0.1', -1],
])('%s against %s', (a, b, sign) => {
	expect(Math.sign(compareVersions(a, b) ?? Number.NaN)).toBe(sign);
	expect(Math.sign(compareVersions(b, a) ?? Number.NaN)).toBe(0 - sign);
});

it.each(['', 'draft', '1.', '.1', '1.2.3.4.5', '-1', '1,2', ' 1', '1e3', '１'])(
	'%s is no version',
	(text) => {
		expect(isVersion(text)).toBe(false);
		expect(compareVersions(text, '1.0')).toBeUndefined();
		expect(compareVersions('1.0', text)).toBeUndefined();
	},
);

it('takes a version that YAML read as a number by what it says', () => {
	expect([versionText(2.1), versionText('2.10'), versionText(undefined), versionText(null)]).toEqual([
		'2.1',
		'2.10',
		undefined,
		undefined,
	]);
});

const version = fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.'));

it('orders versions as their numbers', () => {
	fc.assert(
		fc.property(version, version, version, (a, b, c) => {
			const [ab, bc, ac] = [
				compareVersions(a, b) ?? 0,
				compareVersions(b, c) ?? 0,
				compareVersions(a, c) ?? 0,
			];
			expect(Math.sign(compareVersions(b, a) ?? 0) + Math.sign(ab)).toBe(0);
			if (ab <= 0 && bc <= 0) expect(ac).toBeLessThanOrEqual(0);
			const numbers = (text: string) =>
				Array.from({ length: 4 }, (_, index) => Number(text.split('.')[index] ?? 0));
			const [left, right] = [numbers(a), numbers(b)];
			const at = left.findIndex((number, index) => number !== right[index]);
			expect(Math.sign(ab)).toBe(at === -1 ? 0 : Math.sign((left[at] ?? 0) - (right[at] ?? 0)));
		}),
	);
});

describe('the next version', () => {
	it.each([
		['2.1', '2.2', '3.0'],
		['2.9', '2.10', '3.0'],
		['3', '3.1', '4.0'],
		['0.5.3', '0.6.0', '1.0.0'],
		['1.2.3.4', '1.3.0.0', '2.0.0.0'],
		['1.09007199254740993', '1.9007199254740994', '2.0'],
	])('after %s is %s, or %s', (version, minor, major) => {
		expect(nextVersion(version, 'minor')).toBe(minor);
		expect(nextVersion(version, 'major')).toBe(major);
		expect(compareVersions(minor, version)).toBeGreaterThan(0);
		expect(compareVersions(major, minor)).toBeGreaterThan(0);
	});

	it('follows the highest, whatever else stands there', () => {
		expect(highestVersion(['1.9', 'x', '1.10', '1.2'])).toBe('1.10');
		expect(highestVersion(['draft'])).toBeUndefined();
	});
});
