import type { NewRow } from '../source/insert-row.ts';
import { quotedText, yamlProse, yamlText } from '../source/yaml-text.ts';

/** What the next version of a document says of itself. */
export interface NextVersion {
	readonly version: string;
	/** YYYY-MM-DD. */
	readonly date: string;
	readonly author: string;
	readonly what: string;
	readonly why: string;
	readonly affects: readonly string[];
	readonly retrain: boolean | undefined;
	/** First day in force; undefined where the version states none. */
	readonly effective: string | undefined;
}

/** The row of a change log for a version; `quoteKeys` where keys between braces stand in quotes. */
export function versionRow(next: NextVersion, quoteKeys: boolean): NewRow {
	const { version, date, author, what, why, affects, retrain } = next;
	const key = (name: string) => (quoteKeys ? `"${name}"` : name);
	const pairs = [
		['version', quotedText(version)],
		['date', quoteKeys ? quotedText(date) : date],
		['author', quotedText(author)],
		['what', quotedText(what)],
		['why', quotedText(why)],
		...(affects.length === 0 ? [] : [['affects', `[${affects.map(quotedText).join(', ')}]`]]),
		...(retrain === undefined ? [] : [['retrain', String(retrain)]]),
	];
	return {
		lines: (indent) => [
			`version: ${quotedText(version)}`,
			`date: ${date}`,
			`author: ${yamlText(author)}`,
			`what: ${yamlProse(what, indent + 2)}`,
			`why: ${yamlProse(why, indent + 2)}`,
			...(affects.length === 0 ? [] : [`affects: [${affects.map(bracketed).join(', ')}]`]),
			...(retrain === undefined ? [] : [`retrain: ${retrain}`]),
		],
		inBraces: `{ ${pairs.map(([name = '', value]) => `${key(name)}: ${value}`).join(', ')} }`,
	};
}

/** An id is plain where a comma or a bracket in it can end nothing. */
function bracketed(id: string): string {
	return /^[A-Za-z][A-Za-z0-9-]*$/.test(id) ? yamlText(id) : quotedText(id);
}
