import { describe, expect, it } from 'vitest';
import { carriesOver } from '../../../../src/model/training/carried-over.ts';

const to = (version: string, said: Readonly<Record<string, boolean | undefined>>) => ({
	version,
	changes: Object.entries(said).map(([number, retrain]) => ({ version: number, retrain })),
});

describe('a training on an earlier version', () => {
	it('counts where every row since says that nobody need be trained again', () => {
		expect(
			carriesOver('1.0', to('1.2', { '1.2': false, '1.1': false, '1.0': true }), ['1.0', '1.1', '1.2']),
		).toBe(true);
		expect(carriesOver('1.9', to('1.10', { '1.10': false, '1.9': true }), ['1.9', '1.10'])).toBe(true);
		expect(carriesOver('1.0', to('1.1.0', { '1.1': false }), ['1.0', '1.1.0'])).toBe(true);
	});

	it('does not where one row asks for it, does not say, or is missing', () => {
		for (const middle of [true, undefined])
			expect(carriesOver('1.0', to('1.2', { '1.2': false, '1.1': middle }), ['1.0', '1.1', '1.2'])).toBe(
				false,
			);
		expect(carriesOver('1.0', to('1.2', { '1.2': false }), ['1.0', '1.1', '1.2'])).toBe(false);
		expect(carriesOver('1.0', to('1.1', {}), ['1.0', '1.1'])).toBe(false);
	});

	it('does not from the same number, or from a higher one', () => {
		expect(carriesOver('1.1', to('1.1', { '1.1': false }), ['1.1'])).toBe(false);
		expect(carriesOver('2.0', to('1.1', { '1.1': false }), ['1.1', '2.0'])).toBe(false);
		expect(carriesOver('first', to('1.1', { '1.1': false }), ['1.1'])).toBe(false);
	});

	it('does not care for versions that are yet to come', () => {
		expect(carriesOver('1.0', to('1.1', { '1.1': false, '1.0': undefined }), ['1.0', '1.1', '1.2'])).toBe(
			true,
		);
	});
});
