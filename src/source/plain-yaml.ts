import jsYaml from 'js-yaml';

/**
 * Reads the plain subset of YAML that documents are written in, about nine times faster than the full reader.
 * Gives `undefined` for any text that is not evidently plain, is not valid, or has a value the two might read
 * differently: `readYaml` then asks the full reader, whose word is final. That both agree on what passes here
 * is held by `test/property/yaml-readers-agree.test.ts` and the official YAML test suite.
 */
export function readPlainYaml(text: string): { readonly value: unknown } | undefined {
	if (notPlain.test(text)) return undefined;
	try {
		return { value: jsYaml.load(text, { schema: coreSchema, maxDepth: 64 } as jsYaml.LoadOptions) };
	} catch {
		return undefined;
	}
}

/**
 * Anything beyond block and one-line flow collections, plain, quoted and block scalars, and comments:
 * tabs and control characters, directives and document markers, anchors, aliases, tags, explicit keys,
 * merge keys, keys that are no text, and `__proto__`.
 */
const notPlain = new RegExp(
	[
		'[\\t\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ufeff\\ud800-\\udfff]',
		'\\r(?!\\n)',
		'^(?:---|\\.\\.\\.|%)',
		'(?:^[ ]*|[:\\-?] +|[[{,] *)[&*!@`]',
		'(?:^[ ]*|[:\\-?] +|[[{,] *)\\?(?=\\s|$)',
		'<<|__proto__',
		'(?:^[ ]*|- +|[{,] *)(?:[-+.]?[0-9][^\\s:,]*|\\.(?:inf|nan)|null|true|false|~)? *:(?=\\s|$|[,}\\]])',
	].join('|'),
	'imu',
);

/** Thrown where a number's text is not exactly the value a reader gets. */
class NotExact extends Error {}

const exactNumber = new jsYaml.Type('tag:yaml.org,2002:float', {
	kind: 'scalar',
	resolve: (text: unknown) => typeof text === 'string' && text !== '' && numberForm.test(text),
	construct: (text: string) => {
		// A leading zero, an exponent, hexadecimal, infinity, many digits: the full reader judges those.
		if (!evidentNumber.test(text)) throw new NotExact();
		return Number(text);
	},
});
const numberForm =
	/^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:e[-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-f]+|[-+]?\.inf|\.nan)$/i;
const evidentNumber = /^-?(?:0|[1-9][0-9]{0,9})(?:\.[0-9]{0,3}[1-9])?$/;

const truth = new jsYaml.Type('tag:yaml.org,2002:bool', {
	kind: 'scalar',
	resolve: (text: unknown) => typeof text === 'string' && /^(?:true|True|TRUE|false|False|FALSE)$/.test(text),
	construct: (text: string) => text.length === 4,
});
const nothing = new jsYaml.Type('tag:yaml.org,2002:null', {
	kind: 'scalar',
	resolve: (text: unknown) =>
		text === null || text === '' || text === '~' || /^(?:null|Null|NULL)$/.test(String(text)),
	construct: () => null,
});

/** The YAML 1.2 core schema. */
const coreSchema = jsYaml.FAILSAFE_SCHEMA.extend({ implicit: [nothing, truth, exactNumber] });
