import type { Config } from './documents.generated.ts';
import { idPatternsOf } from './id-patterns.ts';

/** Whether a text has the form of a document's id (`SOP-FIN-002`), as against that of a step. */
export function looksLikeDocumentId(text: string): boolean {
	return /^[A-Z]{2,}-[A-Z0-9.-]*\d[A-Z0-9.-]*$/i.test(text) && text.toUpperCase() === text;
}

/** Longer ones are no ids by the schema. */
const longestId = 64;

/** Tells whether a text has the form of a document's id: the usual one, or one that the config allows. */
export function documentIdForm(config: Config): (text: string) => boolean {
	const { fits } = idPatternsOf(config);
	return (text) => looksLikeDocumentId(text) || (text.length <= longestId && fits(text) === true);
}

/**
 * Tells whether a text that may name somebody as well as a document (the receiver of a handoff: a role, a tool, the
 * outside) can only mean a document. `SAP-R3` has the form of an id and is none.
 */
export function certainDocumentId(config: Config): (text: string) => boolean {
	const { fits } = idPatternsOf(config);
	return (text) =>
		text.length <= longestId && (/^(?:SOP|CHK)-[A-Z0-9.-]*\d$/.test(text) || fits(text) === true);
}

/**
 * The id at the top of a document's text, without parsing it: undefined where it is not plainly written there.
 * Enough to know which of many documents bear on a few; what is reported on is always read whole.
 */
export function idInText(text: string): string | undefined {
	return /^id:[ \t]+(["']?)([\p{L}\p{N}][\p{L}\p{N}._/-]{0,63})\1[ \t]*(?:#.*)?\r?$/mu.exec(text)?.[2];
}
