import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw } from '../../src/packet/sample/draw.ts';

const keys = fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 40 });

describe('drawing a sample', () => {
	it('keeps a smaller sample in a larger one, takes no key twice, and none that is not there', () => {
		fc.assert(
			fc.property(keys, fc.string(), fc.nat(50), fc.nat(50), (all, seed, a, b) => {
				const [small, large] = [draw(all, seed, Math.min(a, b)), draw(all, seed, Math.max(a, b))];
				expect(large.slice(0, small.length)).toEqual(small);
				expect(new Set(large.map(({ key }) => key)).size).toBe(large.length);
				expect(large.length).toBe(Math.min(Math.max(a, b), all.length));
				for (const { key } of large) expect(all).toContain(key);
			}),
		);
	});

	it('does not depend on the order of the population', () => {
		fc.assert(
			fc.property(keys, fc.string(), fc.nat(50), (all, seed, size) => {
				expect(draw([...all].reverse(), seed, size)).toEqual(draw(all, seed, size));
			}),
		);
	});

	it('loses nobody but those who leave when the population grows', () => {
		fc.assert(
			fc.property(keys, fc.string({ minLength: 100, maxLength: 120 }), fc.string(), (all, more, seed) => {
				const before = draw(all, seed, all.length).map(({ key }) => key);
				const after = draw([...all, more], seed, all.length + 1).map(({ key }) => key);
				expect(after.filter((key) => key !== more)).toEqual(before);
			}),
		);
	});

	it('gives each key its share', () => {
		const all = Array.from({ length: 20 }, (_, at) => `key ${at}`);
		const counts = new Map(all.map((key) => [key, 0]));
		for (let seed = 0; seed < 4000; seed++)
			for (const { key } of draw(all, String(seed), 5)) counts.set(key, (counts.get(key) ?? 0) + 1);
		// 1000 each, give or take five standard deviations.
		for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(140);
	});

	it('gives what it has always given', () => {
		// printf '2026\nB' | sha256sum, and so on for each key, sorted.
		expect(draw(['A', 'B', 'C', 'D'], '2026', 2)).toEqual([
			{ rank: 1, key: 'C', order: '4f84b9b9f41b13edd66dbab1214c76fdc3d6ed47a5cd801044b7b31242c69a3f' },
			{ rank: 2, key: 'D', order: '554e4bc1c6e51419353aa35e21660354ccdbb9bb907c61b4a3fe4b7eb68cf07b' },
		]);
	});
});
