import { countOf } from '../diagnostics/count-of.ts';
import { hasOneValue } from '../library/history/read-texts.ts';
import {
	type Classification,
	classIn,
	classifications,
	isAbove,
	isClassification,
	usualClassification,
} from '../model/classification.ts';
import type { ReadDocument } from '../model/read-document.ts';
import type { CommandContext } from './command-context.ts';
import type { FlagDefinition } from './command-shape.ts';

/** The flag of commands that print texts of documents. */
export const classificationFlag: FlagDefinition = {
	flags: '--max-classification <level>',
	summary: 'withhold what is classified higher; it stays in the count by its id and digest',
	choices: classifications,
};

/** What is said in place of what is withheld. */
export const withheldWords = 'withheld: classification';

/** All that is told of a withheld item. */
export interface Withheld {
	readonly id: string | null;
	readonly digest: string | null;
	readonly withheld: 'classification';
}

/** What a call may tell, by the class of the texts that it is drawn from. */
export interface Withholding {
	/** Whether the call has a limit at all. */
	readonly isLimited: boolean;
	/** The class of a text: its own, else the library's; the highest where it cannot be read. */
	classOf(read: ReadDocument | undefined): Classification;
	/** Whether an item of a class is to be withheld. */
	withholds(one: Classification): boolean;
}

/** Reads `--max-classification`; `otherwise` is what the config says of documents that state no class. */
export function withholdingOf(context: CommandContext, otherwise: Classification | undefined): Withholding {
	const limit = context.text('maxClassification');
	const usual = otherwise ?? usualClassification;
	return {
		isLimited: limit !== undefined,
		classOf: (read) => (read === undefined ? 'restricted' : classOfRead(read, usual)),
		withholds: (one) => isClassification(limit) && isAbove(one, limit),
	};
}

/** The class of a text that was read: nobody can say what stands in one that cannot be. */
export function classOfRead(read: ReadDocument, otherwise: Classification): Classification {
	return hasOneValue(read) ? classIn(read.value, otherwise) : 'restricted';
}

/** A withheld item. */
export function withheldItem(id: string | null | undefined, digest: string | null | undefined): Withheld {
	return { id: id ?? null, digest: digest ?? null, withheld: 'classification' };
}

/** Says how many items are withheld; nothing where none is. */
export function sayWithheld(context: CommandContext, count: number, noun: string): void {
	if (count === 0) return;
	context.warn(
		`Withheld: classification, above ${context.text('maxClassification')}: ${countOf(count, noun)}.`,
	);
}

/** Withheld items as the last rows of a table, in the order of their ids. */
export function withheldRows(items: readonly Withheld[]): readonly Readonly<Record<string, unknown>>[] {
	return [...items]
		.sort((a, b) => ((a.id ?? '\uFFFF') < (b.id ?? '\uFFFF') ? -1 : 1))
		.map((one) => ({ ...one }));
}

/** The column that says so, where a call has a limit. */
export function withheldColumns({
	isLimited,
}: Withholding): readonly { readonly key: string; readonly title: string }[] {
	return isLimited ? [{ key: 'withheld', title: 'Withheld' }] : [];
}
