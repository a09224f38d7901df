import type { Period } from '../../../audit/period.ts';

/** A period, and where on the mainline it begins and ends: -1 where it begins before the mainline. */
export interface PolicyPeriod {
	readonly period: Period;
	readonly positions: { readonly opening: number; readonly closing: number };
}
