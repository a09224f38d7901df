import { stringify } from 'yaml';
import { readFullYaml } from './full-yaml.ts';

/** Characters that a YAML reader may refuse, fold or hide where they stand as they are (YAML 1.2.2 §5.1). */
const fragile =
	/[\u0085\u007f-\u009f\u00a0\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g;

/** Longer prose is folded over several lines. */
const longest = 90;

/**
 * A text as one YAML value on one line: as it is where every reader agrees on it, else in double quotes. Reading it
 * back gives exactly the text, whatever it holds; halves of characters (lone surrogates) become U+FFFD.
 */
export function yamlText(text: string): string {
	const whole = text.toWellFormed();
	const plain = stringify(whole, { version: '1.2', lineWidth: 0, blockQuote: false }).trimEnd();
	return isPlain(whole) && plain === whole && readsAs(plain, whole) ? plain : quotedText(whole);
}

/** Like `yamlText`, and long prose folded (`>-`) below its key, indented by so many spaces. */
export function yamlProse(text: string, indent: number): string {
	const foldable = /^\S+(?: \S+)*$/.test(text) && !/[^\S ]|[\p{Cc}\p{Cf}]/u.test(text);
	if (text.length <= longest || !foldable || text.toWellFormed() !== text) return yamlText(text);
	const margin = ' '.repeat(indent);
	const folded = `>-\n${fold(text)
		.map((line) => `${margin}${line}`)
		.join('\n')}`;
	return readsAs(folded, text) ? folded : yamlText(text);
}

/** What no reader of YAML 1.1 or 1.2 takes for anything but a text, in a block or between brackets. */
function isPlain(text: string): boolean {
	return (
		/^[\p{L}<][\p{L}\p{M}\p{N} ,.;()/+_'<>=?!&%$€£–—-]*$/u.test(text) &&
		!/[,\s]$|^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i.test(text)
	);
}

function readsAs(written: string, text: string): boolean {
	const { value, problems } = readFullYaml(`key: ${written}\n`);
	return problems.length === 0 && (value as { readonly key?: unknown } | null)?.key === text;
}

/** A text in double quotes: one value wherever it stands, also between brackets and in JSON. */
export function quotedText(text: string): string {
	return JSON.stringify(text.toWellFormed()).replace(
		fragile,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

function fold(text: string): readonly string[] {
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const last = lines.at(-1);
		if (last === undefined || last.length + 1 + word.length > longest) lines.push(word);
		else lines[lines.length - 1] = `${last} ${word}`;
	}
	return lines;
}
