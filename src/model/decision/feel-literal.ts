import type { SyntaxNode } from '@lezer/common';
import { dayNumber } from './day.ts';
import type { Literal, Misfit } from './fit-value.ts';

/** Digits that a double keeps exactly. */
const exactDigits = 15;

/** A literal of FEEL; a misfit where it is written wrongly; null where the node is none. */
export function readFeelLiteral(node: SyntaxNode, text: string): Literal | Misfit | null {
	switch (node.name) {
		case 'NumericLiteral':
			return readNumber(node, text);
		case 'StringLiteral':
			return { type: 'text', value: unescaped(text.slice(node.from + 1, node.to - 1)) };
		case 'BooleanLiteral':
			return { type: 'boolean', value: text.slice(node.from, node.to) === 'true' };
		case 'DateTimeLiteral':
			return readDate(text.slice(node.from, node.to));
		default:
			return null;
	}
}

function readNumber(node: SyntaxNode, text: string): Literal | Misfit {
	const sign = node.getChild('ArithOp');
	const digits = text.slice(sign?.to ?? node.from, node.to).trim();
	if (/e/i.test(digits))
		return {
			message: `${digits} has an exponent, which not every FEEL reader takes`,
			help: 'Write the number out',
		};
	if (!/^(?:0|[1-9]\d*)?(?:\.\d+)?$/.test(digits))
		return {
			message: `${digits} is not written as a number`,
			help: 'Write digits alone, without leading zeros',
		};
	if (digits.replace('.', '').replace(/^0+/, '').length > exactDigits)
		return {
			message: `${digits} has more than the ${exactDigits} digits that are kept exactly`,
			help: `Round it to ${exactDigits} digits`,
		};
	return { type: 'number', value: sign === null ? Number(digits) : 0 - Number(digits) };
}

function readDate(written: string): Literal | Misfit | null {
	const quoted = /^(?:@|date\s*\(\s*)"([^"]*)"\s*\)?$/.exec(written)?.[1];
	const parts = /^date\s*\(\s*(\d{1,4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\)$/.exec(written);
	const [, year = '', month = '', day = ''] = parts ?? [];
	const value =
		parts === null ? quoted : `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	if (value === undefined) return null;
	if (dayNumber(value) !== null) return { type: 'date', value };
	// Times, durations and the like are FEEL, only no days.
	if (written.startsWith('@') && !/^\d{4}-\d{1,2}-\d{1,2}$/.test(value)) return null;
	return { message: `${written} is no day of the calendar`, help: 'Write date("2026-01-31")' };
}

const escapes: Readonly<Record<string, string>> = {
	n: '\n',
	r: '\r',
	t: '\t',
	'"': '"',
	"'": "'",
	'\\': '\\',
};

/** The escapes of FEEL: what is none of them stands for itself. */
function unescaped(written: string): string {
	return written.replace(
		/\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{6})|([nrt"'\\]))/g,
		(whole, four, six, letter) => {
			if (letter !== undefined) return escapes[letter] ?? whole;
			const point = Number.parseInt(four ?? six, 16);
			return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
		},
	);
}
