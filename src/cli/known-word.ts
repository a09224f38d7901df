import { CommandError } from '../diagnostics/command-error.ts';
import { nearest } from '../model/nearest.ts';

/**
 * The known word that somebody typed, in any case; a usage error where there is none, which suggests the nearest, or says
 * `otherwise` where nothing comes near.
 */
export function knownWord(word: string, noun: string, known: readonly string[], otherwise: string): string {
	const found =
		known.find((one) => one === word) ?? known.find((one) => one.toLowerCase() === word.toLowerCase());
	if (found !== undefined) return found;
	const near = nearest(word, known);
	throw new CommandError(`There is no ${noun} ${JSON.stringify(word)} in this library`, {
		help: near === undefined ? otherwise : `Did you mean ${near}?`,
	});
}
