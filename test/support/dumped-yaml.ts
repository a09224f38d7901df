import fc from 'fast-check';
import jsYaml from 'js-yaml';
import { stringify } from 'yaml';

const trickyTexts = [
	...[
		'',
		' ',
		'a',
		'a b',
		'- a',
		'a: b',
		'a #b',
		'#a',
		'1',
		'1.0',
		'1e3',
		'true',
		'null',
		'~',
		'[a]',
		'{a}',
		'"q"',
		"it's",
	],
	...[
		'a\nb',
		'a\n\nb',
		'  a\n b',
		'a\n',
		'a\n\n',
		'\n a',
		'\n',
		'a:',
		'?',
		'? a',
		'---',
		'...',
		'%',
		'@x',
		'&a',
		'*a',
		'!a',
		'|',
		'>',
	],
	...[
		'é漢😀',
		'-0',
		'0x1',
		'.5',
		'12:30',
		'=',
		'<<',
		'yes',
		'2026-01-01',
		' # x',
		'a\u00a0b',
		'\\',
		'"',
		'\u2028',
		'\u0085',
		'\ufeff',
	],
	...[
		`${'x'.repeat(90)} y ${'z'.repeat(90)}`,
		'a \n b',
		'a\n b\n',
		'\ta',
		'a\tb',
		'a\r\nb',
		'#',
		'-',
		': ',
		"''",
		' a',
		'a ',
	],
];

const text = fc.oneof(
	fc.constantFrom(...trickyTexts),
	fc.constantFrom(...trickyTexts),
	fc.string({ unit: 'grapheme' }),
);
const leaf = fc.oneof(
	text,
	text,
	fc.integer(),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc.boolean(),
	fc.constantFrom(null, -0),
);
const key = fc.oneof(fc.constantFrom('id', 'do', 'by'), text).filter((name) => name !== '__proto__');

const node = fc.letrec((tie) => ({
	any: fc.oneof(
		{ maxDepth: 3 },
		leaf,
		fc.array(tie('any'), { maxLength: 4 }),
		fc.dictionary(key, tie('any'), { maxKeys: 4, noNullPrototype: true }),
	),
})).any;

const style = fc.record({
	by: fc.constantFrom('yaml', 'js-yaml'),
	indent: fc.integer({ min: 1, max: 6 }),
	width: fc.constantFrom(0, 20, 40, 80),
	texts: fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_FOLDED', 'BLOCK_LITERAL'),
	collections: fc.constantFrom('any', 'block', 'flow'),
	flowLevel: fc.integer({ min: -1, max: 3 }),
	oneWay: fc.boolean(),
	other: fc.boolean(),
});

/** Maps of tricky values, as the two libraries write them in all their styles. */
export const dumpedYaml = fc
	.tuple(fc.dictionary(key, node, { minKeys: 1, maxKeys: 4, noNullPrototype: true }), style)
	.map(([value, { by, indent, width, texts, collections, flowLevel, oneWay, other }]) => {
		const written =
			by === 'yaml'
				? stringify(value, {
						indent,
						lineWidth: width,
						defaultStringType: texts,
						defaultKeyType: 'PLAIN',
						collectionStyle: collections,
						indentSeq: oneWay,
						blockQuote: other ? 'folded' : true,
						aliasDuplicateObjects: false,
						minContentWidth: 0,
					})
				: jsYaml.dump(value, {
						indent,
						lineWidth: width === 0 ? -1 : width,
						noArrayIndent: oneWay,
						flowLevel,
						forceQuotes: other,
						quotingType: oneWay ? '"' : "'",
						condenseFlow: other,
						noRefs: true,
						schema: jsYaml.CORE_SCHEMA,
					});
		return { value, written };
	});
