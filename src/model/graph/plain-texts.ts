import { several } from '../several.ts';

/** What is written as one or several plain values, as texts; what a broken document holds instead is left out. */
export function plainTexts(value: unknown): readonly string[] {
	return several(value).flatMap((one) =>
		typeof one === 'string' || typeof one === 'number' || typeof one === 'boolean' ? [String(one)] : [],
	);
}
