import type { OffsetRange } from '../../diagnostics/position.ts';
import type { ClausePack } from './clause-pack.ts';
import { clausePacks } from './packs.ts';

/** A clause that a citation names. */
export interface CitedClause {
	/** With what its head has eaten: `Annex 11 9`. */
	readonly number: string;
	/** Where it stands in the citation. */
	readonly at: OffsetRange;
}

/** A citation of a framework that there is a pack for. */
export interface Citation {
	readonly pack: ClausePack;
	/** The edition it names, if any. */
	readonly edition: string | undefined;
	/** None where it cites the framework as a whole. */
	readonly clauses: readonly CitedClause[];
}

/** Longer texts are prose, not citations. */
const longest = 200;

const word =
	'(?:clauses?|cl\\.|sections?|sec\\.|paragraphs?|paras?\\.?|par\\.|controls?|criteri(?:on|a)|principles?|§{1,2}) ?';
const beforeFirst = new RegExp(`[\\s,;:(–—-]*(?:${word})?`, 'iy');
const beforeNext = new RegExp(
	`\\s*(?:[,;&/–—-]\\s*(?:and |or )?|(?:and|or|to|through) |(?=${word}))(?:${word})?`,
	'iy',
);
const number =
	/(?:A (?=\d)|[a-z]{1,2}[.-]?)?(?:\d+[a-z]?|\.\d+)(?:\.[a-z]?\d+[a-z]?)*(?![0-9a-z])(?:(?: ?\((?:[a-z]|[ivx]{1,4}|\d{1,2})\))+| [a-z]\)?(?![0-9a-z]))?/iy;

/**
 * Reads a citation as people write it: `PCAOB AS 2201`, `ISO 9001:2015 7.5.3`, `21 CFR 11.10(e)`, `iso-9001 7.5.2 a`.
 * Undefined where no pack is about what it cites.
 */
export function readCitation(text: string): Citation | undefined {
	if (text.length > longest) return undefined;
	const start = /\S/.exec(text)?.index ?? 0;
	for (const pack of clausePacks) {
		const found = headOf(pack, text, start, false);
		if (found) return citation(pack, text, found);
	}
	const named = clausePacks.find((pack) => text.toLowerCase().startsWith(`${pack.framework} `, start));
	if (named === undefined) return undefined;
	const behind = start + named.framework.length + 1;
	return citation(named, text, headOf(named, text, behind, true) ?? { end: behind });
}

interface Head {
	readonly end: number;
	readonly edition?: string | undefined;
	readonly prefix?: string | undefined;
}

function headOf(pack: ClausePack, text: string, at: number, afterId: boolean): Head | undefined {
	for (const { pattern, prefix, afterId: weak } of pack.heads) {
		const match = weak && !afterId ? undefined : matchAt(pattern, text, at);
		if (match) return { end: at + match[0].length, edition: match.groups?.['edition'], prefix };
	}
	return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
	pattern.lastIndex = at;
	return pattern.exec(text) ?? undefined;
}

function citation(pack: ClausePack, text: string, head: Head): Citation {
	const clauses: CitedClause[] = [];
	let { end, edition } = head;
	for (;;) {
		const first = clauses.length === 0;
		const joint = matchAt(first ? beforeFirst : beforeNext, text, end);
		if (joint === undefined) break;
		const from = end + joint[0].length;
		const written = matchAt(number, text, from)?.[0];
		// A number without dots further on is rather a count than a clause.
		if (written === undefined || (!first && !/[.(-]/.test(written))) break;
		end = from + written.length;
		if (head.prefix === undefined && /^(?:19|20)\d\d$/.test(written)) edition ??= written;
		else clauses.push({ number: wholeNumber(written, head.prefix, clauses[0]), at: { from, to: end } });
	}
	return { pack, edition, clauses };
}

/** `AS 2201.40` of the `.40` in `AS 2201.39 and .40`. */
function wholeNumber(written: string, prefix = '', first?: CitedClause): string {
	if (!written.startsWith('.') || first === undefined) return prefix + written;
	return first.number.replace(/\..*$/s, '') + written;
}
