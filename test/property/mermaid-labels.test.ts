import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildProcedureGraph } from '../../src/model/graph/procedure-graph.ts';
import { procedureToMermaid } from '../../src/render/mermaid/procedure-to-mermaid.ts';
import { readMermaid } from '../unit/render/mermaid-parser.ts';

/** Pieces of what Mermaid, Markdown, HTML and YAML might act upon, and any character at all. */
const pieces = fc.constantFrom(
	...[
		'"',
		"'",
		'`',
		'#',
		';',
		':',
		':::',
		'%%',
		'{',
		'}',
		'[',
		']',
		'(',
		')',
		'|',
		'<',
		'>',
		'&',
		'\\',
		'/',
		'~',
		'@{',
	],
	...[
		'-->',
		'---',
		'#quot;',
		'#35;',
		'&lt;',
		'<br/>',
		'end',
		'click',
		'style',
		'classDef',
		'subgraph',
		'fa:fa-x',
		'$$',
	],
	...[
		'\n',
		'\r',
		'\t',
		' ',
		'**',
		'_',
		'1.',
		'- ',
		'<script>',
		'ﬂ°',
		'¶ß',
		'www.a.b',
		'a',
		'😀',
		'\u202e',
		'\ud800',
	],
);
const text = fc
	.array(
		fc.oneof(
			{ arbitrary: pieces, weight: 4 },
			{ arbitrary: fc.string({ unit: 'binary', maxLength: 3 }), weight: 1 },
		),
		{
			maxLength: 8,
		},
	)
	.map((parts) => parts.join(''));

/** What of a text can be seen on one line. */
function visible(written: string): string {
	const seen = written
		.replace(/\s+/gu, ' ')
		.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '');
	return [...seen.trim()].slice(0, 100).join('');
}

test('Mermaid reads every text as it is written, and nothing else', async () => {
	await fc.assert(
		fc.asyncProperty(text, text, text, async (title, doing, answer) => {
			const branches = [
				{ if: answer, goto: 'end' },
				{ otherwise: true, goto: 'a' },
			];
			const sop = {
				title,
				procedure: [{ id: 'a', do: doing }],
				decisions: [{ id: 'd', after: 'a', branches }],
			};
			const drawing = await readMermaid(procedureToMermaid(buildProcedureGraph(sop), sop));
			expect(drawing.title).toBe(visible(title));
			expect(drawing.vertices.map((vertex) => vertex.id)).toEqual(['n0', 'n1', 'n2']);
			expect(drawing.vertices[0]?.text).toBe(['a', visible(doing)].filter(Boolean).join('\n'));
			expect(drawing.edges.map((edge) => [edge.from, edge.to, edge.text])).toEqual([
				['n0', 'n1', ''],
				['n1', 'n2', visible(answer)],
				['n1', 'n0', 'otherwise'],
			]);
		}),
		{ numRuns: 60 },
	);
});
