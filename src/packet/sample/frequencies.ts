import type { Frequency } from '../../audit/packet-list.ts';

/** All frequencies, the rarest first. */
export const frequencies: readonly Frequency[] = [
	'annual',
	'quarterly',
	'monthly',
	'weekly',
	'daily',
	'per event',
	'automated',
];
