import { expect, it } from 'vitest';
import { buildProcedureGraph } from '../../../src/model/graph/procedure-graph.ts';
import { procedureToMermaid } from '../../../src/render/mermaid/procedure-to-mermaid.ts';
import { example } from '../graph/example.ts';
import { sopOf } from '../graph/procedure.ts';
import { readMermaid } from './mermaid-parser.ts';

function draw(text: string): string {
	const sop = sopOf(text);
	return procedureToMermaid(buildProcedureGraph(sop), sop);
}

it('draws the example of the format', () => {
	expect(draw(`title: Bank reconciliation\n${example}`)).toMatchInlineSnapshot(`
		"---
		title: "Bank reconciliation"
		---
		flowchart TD
			n0["collect<br/>Download the statement for the period and export the GL balance.<br/>preparer"]
			n5{"account-kind<br/>Which kind of account is it?"}
			n7{{"unknown-account<br/>The account is in no list.<br/>Ask treasury to classify it."}}
			n6{{"late-statement<br/>There is no statement by business day 3#46;<br/>Reconcile to the intraday report."}}
			n1["match<br/>Match every line and write down the unexplained difference.<br/>preparer"]
			n4{"tolerance<br/>Is the unexplained difference within tolerance?"}
			n3["review<br/>Re-perform two reconciling items and sign.<br/>reviewer"]
			n9(["End<br/>reconciled"])
			n2["investigate<br/>Trace the difference to its transactions.<br/>preparer"]
			n8>"portal-down<br/>The bank portal does not answer.<br/>Ask the relationship manager."]
			start0(["First business day after period end"]) --> n0
			n0 --> n5
			n0 -.->|"not within 3 business days"| n6
			n0 -.-> n6
			n0 -.-> n8
			n5 -->|"It is an operating account"| n1
			n5 -->|"Any other account"| n7
			n7 -.->|"resume"| n0
			n6 -.->|"resume"| n1
			n1 --> n4
			n4 -->|"below #45;50"| n2
			n4 -->|"at least #45;50 and at most 50"| n3
			n4 -->|"above 50"| n2
			n3 --> n9
			n2 --> n1
			n8 -.->|"back"| n0
			classDef outside stroke-dasharray:5 5
			class n7,n6,n8 outside
		"
	`);
});

it('is read by Mermaid as the same graph, with the texts of the document', async () => {
	const sop = sopOf(`title: "Bank: reconciliation"\n${example}`);
	const graph = buildProcedureGraph(sop);
	const drawing = await readMermaid(procedureToMermaid(graph, sop));
	expect(drawing.title).toBe('Bank: reconciliation');
	const nodes = drawing.vertices.filter(({ id }) => id.startsWith('n'));
	expect(nodes.map(({ id }) => id).sort()).toEqual(graph.nodes.map((node) => `n${node.index}`).sort());
	expect(nodes.find(({ id }) => id === 'n3')).toEqual({
		id: 'n3',
		text: 'review\nRe-perform two reconciling items and sign.\nreviewer',
		shape: 'square',
		classes: [],
	});
	expect(nodes.find(({ id }) => id === 'n4')).toMatchObject({ shape: 'diamond' });
	expect(nodes.find(({ id }) => id === 'n6')).toMatchObject({ shape: 'hexagon', classes: ['outside'] });
	const edges = drawing.edges
		.filter(({ from }) => from.startsWith('n'))
		.map(({ from, to }) => `${from} ${to}`);
	expect(edges.sort()).toEqual(graph.edges.map(({ from, to }) => `n${from.index} n${to.index}`).sort());
	expect(drawing.edges).toContainEqual({
		from: 'n4',
		to: 'n3',
		text: 'at least -50 and at most 50',
		stroke: 'normal',
	});
	expect(drawing.edges).toContainEqual({
		from: 'n0',
		to: 'n6',
		text: 'not within 3 business days',
		stroke: 'dotted',
	});
	expect(drawing.edges).toContainEqual({ from: 'start0', to: 'n0', text: '', stroke: 'normal' });
});

it('shows every text as it is written, whatever it is written in', async () => {
	const texts = [
		'end',
		'graph TD',
		'a"] --> b["x',
		'"; click n0 "javascript:alert(1)"',
		'<script>alert(1)</script><img src=x onerror=alert(1)>',
		'&lt;b&gt; &amp; #35; #quot; &#x3c;',
		'%%{init: {"theme":"dark"}}%%',
		'%% a comment',
		'`**bold** _it_ [link](javascript:alert(1))`',
		'1. first',
		'- item',
		'style n0 fill:#f9f,stroke:#333;',
		'classDef x fill:#f9f;',
		'$$x^2$$ fa:fa-ban ::: | { } ( ) [ ] < > \\ / ~ @{ shape: x }',
		'ﬂ°°60¶ß',
		'日本語 العربية हिन्दी 😀 é ß',
	];
	const steps = texts.map((text, index) => ({ id: `s${index}`, do: text }));
	const branches = texts.map((text) => ({ if: text, goto: 'end' }));
	for (const text of texts) {
		const sop = {
			title: text,
			procedure: steps,
			decisions: [{ id: 'd', after: `s${steps.length - 1}`, branches }],
		};
		const { title, vertices, edges } = await readMermaid(procedureToMermaid(buildProcedureGraph(sop), sop));
		expect(title).toBe(text);
		expect(vertices.slice(0, texts.length).map((vertex) => vertex.text.split('\n')[1])).toEqual(texts);
		expect(edges.filter(({ from }) => from === `n${texts.length}`).map((edge) => edge.text)).toEqual(texts);
	}
});

it('leaves out what nobody sees, and the end of what is too long', async () => {
	const sop = {
		procedure: [
			{ id: 'a', do: 'one\n  two\tthree\u202e\u0007\u{e0041}' },
			{ id: 'b', do: 'word '.repeat(40) },
			{ id: 'c', do: '😀'.repeat(200) },
		],
	};
	const { vertices } = await readMermaid(procedureToMermaid(buildProcedureGraph(sop), sop));
	const shown = vertices.map((vertex) => vertex.text.split('\n')[1]);
	expect(shown[0]).toBe('one two three');
	expect(shown[1]).toBe(`${'word '.repeat(19)}word…`);
	expect(shown[2]).toBe(`${'😀'.repeat(100)}…`);
});

it('names conditions, answers and what is waited for', async () => {
	const text = draw(`
procedure:
  - { id: s, do: x, next: [a, b], only_if: { input: cost, above: 5 } }
  - { id: a, do: x, next: j, together: [clerk, reviewer], only_if: { any: [{ input: c, is: [1, 2] }, { inputs: [c, d], test: ["> 0", "-"] }] } }
  - { id: b, do: x, next: j, by: [clerk, reviewer], only_if: It rains }
  - { id: j, do: x, waits_for: [a, b] }
decisions:
  - id: d
    after: j
    inputs: [cost, place]
    branches:
      - { test: ["0", "-"], goto: end }
      - { test: ["-", "-"], goto: s }
      - { is: high, goto: s }
      - { otherwise: true, goto: end refused }`);
	const { vertices, edges } = await readMermaid(text);
	expect(vertices.slice(1, 4).map((vertex) => vertex.text.split('\n').slice(2).join())).toEqual([
		'clerk and reviewer',
		'clerk or reviewer',
		'when done: a, b',
	]);
	expect(edges.filter((edge) => edge.text !== '').map((edge) => edge.text)).toEqual([
		'unless: cost above 5',
		'unless: cost above 5',
		'unless: c 1 or 2 or c: > 0',
		'unless: It rains',
		'cost: 0',
		'anything',
		'high',
		'otherwise',
	]);
});

it('draws a document without a procedure as nothing', async () => {
	expect(draw('{}')).toBe('flowchart TD\n');
	expect((await readMermaid(draw('{}'))).vertices).toEqual([]);
});
