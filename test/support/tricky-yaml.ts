import fc from 'fast-check';

/** Words and signs that YAML readers are known to read differently, or that one of them gets wrong. */
const fragments = [
	...[
		'a',
		'key',
		'k: v',
		'a:b',
		'a#b',
		'a #b',
		"it's",
		'say "hi"',
		'x, y',
		'Größe',
		'漢字',
		'😀',
		'\u00a0',
		'é',
	],
	...[
		': ',
		':',
		':\n',
		': \n',
		' :',
		' : ',
		'? ',
		'?',
		'- ',
		'-',
		'- - ',
		'-\n',
		'- ? ',
		'--- ',
		'---',
		'...',
		'---\n',
	],
	...[
		'#',
		' #',
		' # c',
		'# c\n',
		'\n# c\n',
		'\n  # c\n',
		'"# c',
		"'#c",
		']#c',
		'}# c',
		'%',
		'%a',
		' %',
		'@',
		'`',
	],
	...[
		'"',
		"'",
		'"a"',
		"'b'",
		'"a\n b"',
		"'a\n\n b'",
		'"a\\\n  b"',
		'""',
		"''",
		'"a" ',
		'"\\x41"',
		'"\\u0041"',
	],
	...[
		'"\\/"',
		'"\\e"',
		'"\\_"',
		'"\\ "',
		'\\',
		'\\n',
		"'it''s'",
		'"a\n\n  b"',
		'"a  \n  b"',
		'"k": ',
		"'k': ",
	],
	...[
		'[',
		']',
		'{',
		'}',
		',',
		', ',
		'[a, b]',
		'{a: b}',
		'{a: b, c}',
		'[a: b]',
		'[]',
		'{}',
		'[a]: ',
		'{a}: ',
		'[,]',
	],
	...[
		'{"a":b}',
		'{a:b}',
		'[-1]',
		'[- 1]',
		'[a\n, b]',
		'{a:\n b}',
		'{a\n: b}',
		'{? a}',
		'[? a : b]',
		'{a: }',
		'{: a}',
	],
	...[
		'|',
		'>',
		'|-',
		'>-',
		'|+',
		'>+',
		'|2',
		'>1',
		'>2-',
		'|-2',
		'|9',
		'| # c',
		'|#c',
		'>\n',
		'|\n',
		'|-\n',
		'>-\n',
	],
	...[
		'>-\n  a\n  b\n',
		'|\n  a\n   b\n',
		'>\n\n  a\n\n   b\n',
		'|\n \n  a\n',
		'>\n   \n  a\n',
		'|1\n a\n',
		'>2\n   a\n',
	],
	...[
		'\n',
		'\n ',
		'\n  ',
		'\n    ',
		'\n\n',
		'\n\n  ',
		'\n   \n',
		' \n',
		'  \n',
		'\r\n',
		'\r\n  ',
		'\r',
		' ',
		'  ',
		'\t',
		'\n\t',
	],
	...[
		'1',
		'-1',
		'0',
		'-0',
		'+1',
		'007',
		'0o7',
		'0x1F',
		'1e3',
		'1E-2',
		'.5',
		'1.',
		'1.50',
		'0.1',
		'-.5',
		'1_000',
		'12:30',
	],
	...[
		'0.10000000000000000555',
		'9007199254740993',
		'1e400',
		'12345678901',
		'-',
		'.',
		'+',
		'1.2.3',
		'0b1',
		'08',
		'1e',
		'--1',
	],
	...[
		'2026-01-31',
		'2026-01-31T10:00:00Z',
		'true',
		'True',
		'TRUE',
		'tRUE',
		'false',
		'yes',
		'no',
		'on',
		'null',
		'Null',
	],
	...[
		'NULL',
		'~',
		'.inf',
		'-.INF',
		'.nan',
		'.NaN',
		'=',
		'<<',
		'<<: ',
		'<',
		'>',
		'*a',
		'&a ',
		'&a',
		'!x ',
		'!!str ',
		'!',
		'!!int ',
	],
	...[
		'__proto__',
		'constructor',
		'toString',
		'hasOwnProperty',
		'\u0085',
		'\u2028',
		'\ufeff',
		'\u0007',
		'\u007f',
	],
	...[
		'k'.repeat(1020),
		`${'long '.repeat(210)}`,
		'?a',
		'-a',
		':a',
		'a:',
		'a: b: c',
		'- a: b',
		'  - a',
		'a:\n- b',
		'a:\n  - b\n',
	],
];

const fragment = fc.constantFrom(...fragments);

/** Fragments in a row: rarely YAML, never tidy. */
const soup = fc.array(fragment, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));

const lineIndent = fc.constantFrom('', '', ' ', '  ', '  ', '    ', '- ', '  - ', '   ');
const lineStart = fc.constantFrom(
	'a: ',
	'b: ',
	'c:',
	'"d": ',
	"'e' : ",
	'f g: ',
	'- ',
	'',
	'',
	'1: ',
	'true: ',
	'? ',
	': ',
	'null: ',
);
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\n\n', ' \n', '\r\n', ' # c\n', '\n   \n', '');

/** Lines that look like those of a document: an indentation, a key or dash, something tricky. */
const lines = fc
	.array(
		fc
			.tuple(lineIndent, lineStart, fc.array(fragment, { maxLength: 2 }), lineEnd)
			.map(([indent, start, rest, end]) => indent + start + rest.join('') + end),
		{ minLength: 1, maxLength: 7 },
	)
	.map((all) => all.join(''));

/** Well-formed trees in every style, with noise in the odd places where readers differ. */
const tree = fc
	.letrec<{
		readonly node: Layout;
		readonly scalar: Layout;
		readonly list: Layout;
		readonly map: Layout;
		readonly flow: Layout;
	}>((tie) => ({
		node: fc.oneof(
			{ maxDepth: 3, withCrossShrink: true },
			tie('scalar'),
			tie('list'),
			tie('map'),
			tie('flow'),
		),
		scalar: fc.oneof(
			plainScalar(),
			quotedScalar(),
			blockScalar(),
			fragment.map((text) => () => ` ${text}\n`),
		),
		list: fc
			.tuple(fc.array(tie('node'), { minLength: 1, maxLength: 3 }), fc.integer({ min: 0, max: 3 }), noise())
			.map(([items, step, extra]) => (indent: number) => {
				const at = Math.max(0, indent + step);
				return `${extra}\n${items.map((item) => `${' '.repeat(at)}-${item(at)}`).join('')}`;
			}),
		map: fc
			.tuple(
				fc.array(fc.tuple(mapKey(), tie('node')), { minLength: 1, maxLength: 3 }),
				fc.integer({ min: 0, max: 3 }),
				noise(),
				fc.boolean(),
			)
			.map(([pairs, step, extra, compact]) => (indent: number) => {
				const at = Math.max(0, compact ? indent + 2 : indent + step);
				const first = compact ? ' ' : `${extra}\n${' '.repeat(at)}`;
				return first + pairs.map(([name, value]) => `${name}:${value(at)}`).join(' '.repeat(at));
			}),
		flow: fc
			.tuple(
				fc.array(tie('scalar'), { maxLength: 3 }),
				fc.constantFrom('[]', '{}'),
				fc.constantFrom(', ', ',', ' , ', ',\n   '),
				noise(),
			)
			.map(([items, [open, close], comma, extra]) => (indent: number) => {
				const inside = items.map((item, at) =>
					(open === '{' ? `k${at}:${item(indent)}` : item(indent)).trim(),
				);
				return ` ${open}${inside.join(comma)}${close}${extra}\n`;
			}),
	}))
	.node.map((layout) => layout(-1).replace(/^ /, ''));

/** A node, laid out below a parent of that indentation, from behind its dash or colon to the end of its line. */
type Layout = (indent: number) => string;

function noise() {
	return fc.constantFrom('', '', '', ' ', ' # c', '\n', '\n  # c', '\n# c', '\n    ', '#c');
}

function mapKey() {
	return fc.oneof(
		fc.constantFrom('a', 'b', 'c', 'd e', 'f-g', 'do', 'x y z', 'http://a', 'a:b', "it's", 'ä', '漢'),
		fc.constantFrom(
			'"a"',
			"'b'",
			'"a b"',
			'1',
			'-1',
			'true',
			'null',
			'~',
			'2.0',
			'[a]',
			'{a: b}',
			'a ',
			'""',
			'? a',
			'',
			'a #b',
		),
	);
}

function words() {
	return fc.array(
		fc.constantFrom(
			'a',
			'is',
			"it's",
			'b:c',
			'd#e',
			'1',
			'-',
			'true',
			'x,',
			'"q"',
			'(y)',
			'[z]',
			'- n',
			'?',
			'#1',
			':',
			'&',
			'%',
			'!',
		),
		{ minLength: 1, maxLength: 6 },
	);
}

function breaks() {
	return fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', ' \n', '  ', '\n  ', '\r\n');
}

function spread() {
	return fc.array(fc.tuple(words(), breaks()), { minLength: 1, maxLength: 4 });
}

function plainScalar() {
	return spread().map((parts) => (indent: number) => {
		const pad = ' '.repeat(Math.max(0, indent + 1));
		return ` ${parts
			.map(([some, gap]) => some.join(' ') + gap.replaceAll('\n', `\n${pad}`))
			.join('')
			.trimEnd()}\n`;
	});
}

function quotedScalar() {
	return fc
		.tuple(spread(), fc.constantFrom('"', "'"), noise())
		.map(([parts, quote, extra]) => (indent: number) => {
			const pad = ' '.repeat(Math.max(0, indent + 1));
			const inside = parts.map(([some, gap]) => some.join(' ') + gap.replaceAll('\n', `\n${pad}`)).join('');
			const escaped = quote === '"' ? inside.replaceAll('"', '\\"') : inside.replaceAll("'", "''");
			return ` ${quote}${escaped}${quote}${extra}\n`;
		});
}

function blockScalar() {
	return fc
		.tuple(
			fc.array(
				fc.tuple(
					fc.constantFrom('', '', ' ', '  ', '    '),
					words(),
					fc.constantFrom('\n', '\n', '\n\n', ' \n', '\n \n', '\n      \n', '\r\n'),
				),
				{
					maxLength: 4,
				},
			),
			fc.constantFrom('|', '>', '|-', '>-', '|+', '>+', '|2', '>1-', '>-1', '|2+', '| ', '> # c'),
			fc.constantFrom('\n', '\n', '\n\n', '\n \n', '\n   \n'),
			fc.integer({ min: 0, max: 3 }),
		)
		.map(([parts, header, start, step]) => (indent: number) => {
			const pad = ' '.repeat(Math.max(0, indent + 1 + step));
			return ` ${header}${start}${parts.map(([more, some, end]) => pad + more + some.join(' ') + end).join('')}`;
		});
}

/** Short YAML-ish texts of tricky parts, most of them inside a map as a document is. */
export const trickyYaml = fc
	.tuple(
		fc.oneof(soup, lines, tree, tree),
		fc.constantFrom('', '', 'm: ', 'm:\n  ', 'm:\n  - ', '- ', 'm: [', 'm: {', 'm:\n- n: ', '---\nm: '),
	)
	.map(
		([text, before]) => before + (/[[{]$/.test(before) ? text + (before.endsWith('[') ? ']' : '}') : text),
	);

/** Changes a text in a few places: takes out, puts in, doubles and swaps characters and lines. */
export function mutated(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
	const change = fc.record({
		kind: fc.constantFrom(
			'delete',
			'insert',
			'replace',
			'double line',
			'swap lines',
			'indent',
			'outdent',
			'join',
			'cut line',
		),
		at: fc.nat(),
		length: fc.integer({ min: 1, max: 3 }),
		part: fragment,
	});
	return fc
		.tuple(texts, fc.array(change, { minLength: 1, maxLength: 4 }))
		.map(([text, changes]) => changes.reduce(applyChange, text));
}

interface Change {
	readonly kind: string;
	readonly at: number;
	readonly length: number;
	readonly part: string;
}

function applyChange(text: string, { kind, at, length, part }: Change): string {
	const offset = at % (text.length + 1);
	if (kind === 'insert') return text.slice(0, offset) + part + text.slice(offset);
	if (kind === 'delete') return text.slice(0, offset) + text.slice(offset + length);
	if (kind === 'replace') return text.slice(0, offset) + part + text.slice(offset + length);
	const rows = text.split('\n');
	const row = at % rows.length;
	const here = rows[row] ?? '';
	if (kind === 'double line') rows.splice(row, 0, here);
	else if (kind === 'cut line') rows.splice(row, 1);
	else if (kind === 'join') rows.splice(row, 2, here + (rows[row + 1] ?? ''));
	else if (kind === 'indent') rows[row] = ' '.repeat(length) + here;
	else if (kind === 'outdent') rows[row] = here.replace(new RegExp(`^ {1,${length}}`), '');
	else rows.splice(row, 2, rows[row + 1] ?? '', here);
	return rows.join('\n');
}
