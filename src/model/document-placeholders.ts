import type { Path } from '../diagnostics/path.ts';
import { findTexts } from './find-texts.ts';
import { mayHoldPlaceholder, type Placeholder, placeholdersIn } from './placeholders.ts';

/** A placeholder, and the text of the document that it stands in; its offsets are of that text. */
export interface DocumentPlaceholder extends Placeholder {
	readonly path: Path;
}

/**
 * The placeholders in the texts of a document, in order. `{{…}}` belongs to a communication's template; phrases such as
 * "to be completed" are looked for in English documents only.
 */
export function documentPlaceholders(
	value: unknown,
	{ english }: { readonly english: boolean },
): readonly DocumentPlaceholder[] {
	return findTexts(value, mayHoldPlaceholder).flatMap(({ text, path }) =>
		placeholdersIn(text, { english, isTemplate: path.includes('template') }).map((one) => ({ ...one, path })),
	);
}

/** Whether a document is in English, by the language that it states; one that states none is. */
export function isEnglish({ language = 'en' }: { readonly language?: string | undefined }): boolean {
	return /^en\b/i.test(language);
}
