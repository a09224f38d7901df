import type { OffsetRange } from '../diagnostics/position.ts';
import { blankAddresses } from './blank-out.ts';

/** Where a text names a person by something that reaches them. */
export interface PersonalDatum extends OffsetRange {
	readonly kind: 'e-mail address' | 'telephone number';
	readonly written: string;
}

/** Local part and domain, each of bounded length, so that no text makes matching slow; not the `git@host:path` of a repository. */
const address =
	/(?<![\p{L}\p{N}._%+/-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}]|:[^\s])/gu;

const numbers = [
	// With a country code: +49 30 1234567, +1 (555) 010-0199.
	/(?<![\p{L}\p{N}.+-])\+[1-9](?:[ ()./-]{0,2}\d){6,14}(?![\p{L}\p{N}]|[.,]\d)/gu,
	// With an area code in brackets: (555) 010-0199, (030) 123456.
	/(?<![\p{L}\p{N}])\(0?[1-9]\d{1,4}\)[ -]?\d{3}(?:[ -]?\d){3,6}(?![\p{L}\p{N}]|[.,]\d)/gu,
	// As North America writes them: 555-010-0199, 1-800-555-0199.
	/(?<![\p{L}\p{N}._-])(?:1[ .-])?[2-9]\d{2}(?<sign>[ .-])\d{3}\k<sign>\d{4}(?![\p{L}\p{N}_-]|[.,]\d)/gu,
	// With the word before it: Tel. 030 123456, phone: 555-0100.
	/(?<=\b(?:tel|telephone|phone|mobile|cell|fax|telefon|mobil|handy)(?:\.|\b)(?: (?:no|number|nr)\.?)?[ :]{1,3})\(?\d(?:[ ()./-]{0,2}\d){5,14}(?![\p{L}\p{N}])/giu,
	// With the leading zero of many countries, the area code set apart: 030/1234567, 0151 23456789.
	/(?<![\p{L}\p{N}.,_+-])0[1-9]\d{1,4}[ /]\d{5,8}(?![\p{L}\p{N}]|[.,]\d)/gu,
];
/** An amount of money is no telephone number, however it is grouped. */
const money = /^\s?(?:[€$£¥]|[A-Z]{3}\b)/;

/** E-mail addresses and telephone numbers in a text, in order. Handles, versions, days, amounts and ids are none. */
export function personalDataIn(text: string): PersonalDatum[] {
	const found: PersonalDatum[] = [];
	if (text.includes('@')) {
		for (const match of text.matchAll(address)) found.push(datum('e-mail address', match));
	}
	if (/\d{3}/.test(text)) {
		const prose = blankAddresses(text);
		for (const form of numbers) {
			for (const match of prose.matchAll(form)) {
				const one = datum('telephone number', match);
				const known = found.some((other) => other.from < one.to && one.from < other.to);
				if (!known && !money.test(prose.slice(one.to)) && !/[€$£¥]\s?$/.test(prose.slice(0, one.from)))
					found.push(one);
			}
		}
	}
	return found.sort((a, b) => a.from - b.from);
}

function datum(kind: PersonalDatum['kind'], match: RegExpExecArray): PersonalDatum {
	return { kind, written: match[0], from: match.index, to: match.index + match[0].length };
}
