import { compareVersions, isVersion } from './version-number.ts';

/** The highest of some version numbers; undefined where none is one. */
export function highestVersion(numbers: Iterable<string>): string | undefined {
	let highest: string | undefined;
	for (const number of numbers) {
		if (!isVersion(number)) continue;
		if (highest === undefined || (compareVersions(number, highest) ?? 0) > 0) highest = number;
	}
	return highest;
}

/** The number after another: 2.1 → 2.2, 2.1.4 → 2.2.0, 3 → 3.1; a major one: 2.1 → 3.0. */
export function nextVersion(version: string, step: 'minor' | 'major'): string {
	const [major = '0', minor = '0', ...rest] = version.split('.');
	// Whole numbers of any length: digits beyond 2^53 would be rounded.
	const raised = step === 'major' ? [BigInt(major) + 1n, 0n] : [BigInt(major), BigInt(minor) + 1n];
	return [...raised, ...rest.map(() => 0n)].join('.');
}
