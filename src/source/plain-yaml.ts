import jsYaml from 'js-yaml';

/**
 * Reads the plain subset of YAML that documents are written in, about nine times faster than the full reader.
 * Gives `undefined` for any text that is not evidently plain, is not valid, or has a value the two might read
 * differently: `readYaml` then asks the full reader, whose word is final. That both agree on what passes here
 * is held by `test/property/yaml-readers-agree.test.ts` and the official YAML test suite.
 */
export function readPlainYaml(text: string): { readonly value: unknown } | undefined {
	if (!isPlain(text)) return undefined;
	try {
		// `maxDepth` is an option of js-yaml 4.3 that its types do not know yet.
		const value: unknown = jsYaml.load(text, { schema: coreSchema, maxDepth: 64 } as jsYaml.LoadOptions);
		return hasOddKey(value) ? undefined : { value };
	} catch {
		return undefined;
	}
}

const unusualCharacter = /[\t\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]|\r(?!\n)/;
const unusualStart = /(?:^ *|[:?-] +|[[{,] *)[&*!@`]/m;
const explicitKey = /(?:^|[\s[{,])\?\s/;
const emptyKey = /(?:^|[-[{,]) *:\s/m;

/**
 * Whether a text has nothing beyond block and flow collections, plain, quoted and block scalars and comments: no tabs
 * or control characters, directives, document markers, anchors, aliases, tags, explicit, empty or merge keys, escapes
 * that may halve a character, and no `__proto__`. Cheap tests come first; a text that fails wrongly is only read slower.
 */
function isPlain(text: string): boolean {
	if (unusualCharacter.test(text) || text.includes('<<') || text.includes('__proto__') || /\\[uU]/.test(text)) return false;
	if (/^(?:---|\.\.\.|%)/m.test(text)) return false;
	if (/[&*!@`]/.test(text) && unusualStart.test(text)) return false;
	return !explicitKey.test(text) && !emptyKey.test(text);
}

/** js-yaml turns keys that are no text into text without a word; whatever might have been one is read again. */
function hasOddKey(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return false;
	if (Array.isArray(value)) return value.some(hasOddKey);
	for (const [key, child] of Object.entries(value)) {
		if (oddKey.test(key) || (typeof child === 'object' && hasOddKey(child))) return true;
	}
	return false;
}

const oddKey = /^(?:[-+.\d]|null$|true$|false$|~$|$|\[object)|,/i;

/** Thrown where a number's text is not exactly the value a reader gets. */
class NotExact extends Error {}

const exactNumber = new jsYaml.Type('tag:yaml.org,2002:float', {
	kind: 'scalar',
	resolve: (text: unknown) => typeof text === 'string' && numberStart.test(text) && numberForm.test(text),
	construct: (text: string) => {
		// A leading zero, an exponent, hexadecimal, infinity, many digits: the full reader judges those.
		if (!evidentNumber.test(text)) throw new NotExact();
		return Number(text);
	},
});
const numberStart = /^[-+.\d]/;
const numberForm = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:e[-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-f]+|[-+]?\.inf|\.nan)$/i;
const evidentNumber = /^-?(?:0|[1-9][0-9]{0,9})(?:\.[0-9]{0,3}[1-9])?$/;

const truths = new Map([
	...['true', 'True', 'TRUE'].map((word): [unknown, boolean] => [word, true]),
	...['false', 'False', 'FALSE'].map((word): [unknown, boolean] => [word, false]),
]);
const truth = new jsYaml.Type('tag:yaml.org,2002:bool', {
	kind: 'scalar',
	resolve: (text: unknown) => truths.has(text),
	construct: (text: unknown) => truths.get(text),
});
const nothings = new Set<unknown>([null, '', '~', 'null', 'Null', 'NULL']);
const nothing = new jsYaml.Type('tag:yaml.org,2002:null', {
	kind: 'scalar',
	resolve: (text: unknown) => nothings.has(text),
	construct: () => null,
});

/** The YAML 1.2 core schema. */
const coreSchema = jsYaml.FAILSAFE_SCHEMA.extend({ implicit: [nothing, truth, exactNumber] });
