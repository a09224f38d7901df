/** A regular expression, taken apart as far as matching without going back needs it. */
export type PatternTree =
	| { readonly kind: 'character'; readonly is: (character: string) => boolean }
	| { readonly kind: 'sequence' | 'either'; readonly parts: readonly PatternTree[] }
	| { readonly kind: 'repeat'; readonly part: PatternTree; readonly least: number; readonly most: number }
	| { readonly kind: 'start' | 'end' };

/** Thrown with the reason why a pattern is none that can be matched safely. */
export class UnsafePattern extends Error {}

const atom =
	/\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\c[a-z]|\\.|[^()|*+?{}[\]\\]/iuy;
const quantifier = /(?:[*+?]|\{(?<least>\d+)(?<open>,)?(?<most>\d+)?\})\??/uy;

/**
 * Takes a regular expression apart that `RegExp` has already accepted with the flag u. Look-around, back-references and word
 * boundaries need going back or sideways: they are refused.
 */
export function parsePattern(pattern: string): PatternTree {
	let at = 0;
	const take = (form: RegExp): RegExpExecArray | undefined => {
		form.lastIndex = at;
		const match = form.exec(pattern) ?? undefined;
		if (match) at = form.lastIndex;
		return match;
	};
	const either = (): PatternTree => {
		const parts = [sequence()];
		while (pattern[at] === '|') {
			at++;
			parts.push(sequence());
		}
		return parts.length === 1 && parts[0] ? parts[0] : { kind: 'either', parts };
	};
	const sequence = (): PatternTree => {
		const parts: PatternTree[] = [];
		while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') parts.push(repeated(single()));
		return { kind: 'sequence', parts };
	};
	const single = (): PatternTree => {
		if (pattern[at] === '(') return group();
		const text = take(atom)?.[0];
		if (text === undefined) throw new UnsafePattern(`"${pattern.slice(at, at + 10)}" is not understood here`);
		if (text === '^') return { kind: 'start' };
		if (text === '$') return { kind: 'end' };
		if (/^\\[bBk1-9]/u.test(text))
			throw new UnsafePattern(`${text} is not allowed: matching it may take for ever`);
		const form = new RegExp(`^${text}$`, 'u');
		return { kind: 'character', is: (character) => form.test(character) };
	};
	const group = (): PatternTree => {
		at++;
		if (pattern[at] === '?' && !take(/\?(?::|<[\p{L}_$][\p{L}\p{N}_$]*>)/uy)) {
			throw new UnsafePattern('look-ahead and look-behind are not allowed: matching them may take for ever');
		}
		const inside = either();
		at++;
		return inside;
	};
	const repeated = (part: PatternTree): PatternTree => {
		const found = take(quantifier);
		if (!found) return part;
		const [sign] = found[0];
		if (sign === '*') return { kind: 'repeat', part, least: 0, most: Infinity };
		if (sign === '+') return { kind: 'repeat', part, least: 1, most: Infinity };
		if (sign === '?') return { kind: 'repeat', part, least: 0, most: 1 };
		const least = Number(found.groups?.['least']);
		const most = found.groups?.['most'];
		const open = found.groups?.['open'] !== undefined;
		return { kind: 'repeat', part, least, most: most !== undefined ? Number(most) : open ? Infinity : least };
	};
	return either();
}
