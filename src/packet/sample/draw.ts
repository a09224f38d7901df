import { byCodeUnit } from '../compare.ts';
import { sha256 } from '../manifest.ts';

/** What was drawn. */
export interface Drawn {
	/** From 1, in the order of drawing. */
	readonly rank: number;
	readonly key: string;
	/** SHA-256 of the seed, a line feed and the key, as 64 hexadecimal digits: the order is that of these. */
	readonly order: string;
}

/** How it is drawn, in words that let anybody do it again. */
export const drawMethod =
	'keys in the order of SHA-256(seed, line feed, key), in UTF-8 and hexadecimal; the first ones are taken, none twice';

/**
 * Draws keys out of a population, each as likely as any other for whoever does not know the seed. The same seed gives the
 * same keys everywhere; a larger sample keeps what a smaller one has. Throws a TypeError for a key that stands twice.
 */
export function draw(keys: readonly string[], seed: string, size: number): readonly Drawn[] {
	if (new Set(keys).size < keys.length) throw new TypeError('A key stands twice in the population');
	const ordered = keys.map((key) => ({ key, order: sha256(`${seed}\n${key}`) }));
	ordered.sort((a, b) => byCodeUnit(a.order, b.order));
	return ordered.slice(0, size).map(({ key, order }, at) => ({ rank: at + 1, key, order }));
}
