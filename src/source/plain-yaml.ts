import jsYaml from 'js-yaml';
import { isPlainText } from './plain-text.ts';

/**
 * Reads the plain subset of YAML that documents are written in, about twenty times faster than the full reader.
 * Gives `undefined` for any text that is not evidently plain, is not valid, or has a value the two might read
 * differently: `readYaml` then asks the full reader, whose word is final. That both agree on what passes here
 * is held by `test/property/yaml-readers-agree.test.ts` and the official YAML test suite.
 */
export function readPlainYaml(text: string): { readonly value: unknown } | undefined {
	return isPlainText(text) ? readPlainLines(text, text.includes('{')) : undefined;
}

/** Reads lines of a plain text as a map of its own. `hasBraces`: whether there is a `{` anywhere in the whole text. */
export function readPlainLines(text: string, hasBraces: boolean): { readonly value: unknown } | undefined {
	try {
		const value: unknown = jsYaml.load(text, options);
		// A document is a map. A bare text or list at the top has rules of indentation of its own.
		if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
		return hasOddKey(value, hasBraces) ? undefined : { value };
	} catch {
		return undefined;
	}
}

/** Offset at which js-yaml gives up on a text; undefined where it does not. */
export function plainErrorAt(text: string): number | undefined {
	try {
		jsYaml.load(text, options);
	} catch (error) {
		// The types do not know that a mark may be missing.
		const mark = error instanceof jsYaml.YAMLException ? (error.mark as jsYaml.Mark | undefined) : undefined;
		return mark && Math.min(mark.position, text.length);
	}
	return undefined;
}

/** js-yaml turns keys that are no text into text without a word; whatever might have been one is read again. */
function hasOddKey(value: object, hasBraces: boolean): boolean {
	if (Array.isArray(value)) {
		// Behind an empty item js-yaml takes up dashes that stand further left.
		return value.some((item) => item === null || (typeof item === 'object' && hasOddKey(item, hasBraces)));
	}
	for (const key in value) {
		const first = key.charCodeAt(0);
		const evident = first > 0x60 && first < 0x7b && first !== 0x66 && first !== 0x6e && first !== 0x74;
		if ((!evident && oddKey.test(key)) || key.length > 200) return true;
		const child: unknown = Reflect.get(value, key);
		// `{[a]}` is a list as a key of nothing.
		if (child === null ? hasBraces : typeof child === 'object' && hasOddKey(child, hasBraces)) return true;
	}
	return false;
}

const oddKey = /^(?:[-+.\d~]|$|(?:null|true|false)$|<<$|__proto__$|\[object)/i;

/** Thrown where a number's text is not exactly the value a reader gets. */
class NotExact extends Error {}

const words = new Map<string, boolean | null>([
	...['true', 'True', 'TRUE'].map((word): [string, boolean] => [word, true]),
	...['false', 'False', 'FALSE'].map((word): [string, boolean] => [word, false]),
	...['', '~', 'null', 'Null', 'NULL'].map((word): [string, null] => [word, null]),
]);
const numberForm =
	/^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:e[-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-f]+|[-+]?\.inf|\.nan)$/i;
const evidentNumber = /^-?(?:0|[1-9][0-9]{0,9})(?:\.[0-9]{0,3}[1-9])?$/;

/** Every plain scalar of the YAML 1.2 core schema that is no text. Its name cannot be written as a tag. */
const noText = new jsYaml.Type('no text', {
	kind: 'scalar',
	resolve: (text: unknown) => {
		if (typeof text !== 'string') return text === null;
		const first = text.charCodeAt(0);
		if (first < 0x3a) return numberForm.test(text);
		return text.length < 6 && words.has(text);
	},
	construct: (text: string | null) => {
		const word = words.get(text ?? '');
		if (word !== undefined) return word;
		// A leading zero, an exponent, hexadecimal, infinity, many digits: the full reader judges those.
		if (text === null || !evidentNumber.test(text)) throw new NotExact();
		return Number(text);
	},
});

const options = {
	schema: jsYaml.FAILSAFE_SCHEMA.extend({ implicit: [noText] }),
	// An option of js-yaml 4.3 that its types do not know yet.
	maxDepth: 64,
	// It warns where it is lenient.
	onWarning: (warning: Error) => {
		throw warning;
	},
} as jsYaml.LoadOptions;
