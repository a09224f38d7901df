import { expect, it } from 'vitest';
import type { HandoffRow, Party } from '../../../src/model/handoff/handoff-row.ts';
import { handoffsToMermaid } from '../../../src/render/mermaid/handoffs-to-mermaid.ts';
import { readMermaid } from './mermaid-parser.ts';

const party = (kind: Party['kind'], name: string, title: string | null = null): Party => ({
	kind,
	name,
	title,
});

function row(
	from: Party,
	to: Party | null,
	what: string,
	result: HandoffRow['result'] = 'holds',
): HandoffRow {
	return {
		result,
		why: [],
		from,
		to,
		what,
		document: from.name,
		kind: 'output',
		id: null,
		protocol: null,
		data: [],
		acceptedWhen: null,
		receivedAs: null,
		givenBy: [],
		takenBy: [],
		givenWith: [],
		takenWith: [],
	};
}

it('draws each end once, in its shape, and what leads nowhere dashed', () => {
	const sop = party('document', 'SOP-FIN-001', 'Close');
	const rows = [
		row(sop, null, 'Report', 'does not hold'),
		row(sop, party('unknown', 'somebody'), 'Report', 'not evaluated'),
		row(sop, party('role', 'cfo'), 'Report'),
		row(party('tool', 'NetSuite'), sop, 'Balance'),
		row(party('outside', 'bank'), sop, 'Statement'),
		row(party('outside', 'somebody'), sop, 'Question'),
	];
	expect(handoffsToMermaid(rows)).toBe(`flowchart LR
	n0["SOP-FIN-001<br/>Close"]
	n1{{"nobody"}}
	n2{{"somebody"}}
	n3(["cfo"])
	n4[("NetSuite")]
	n5{{"bank"}}
	n0 -.->|"Report"| n1
	n0 -.->|"Report"| n2
	n0 -->|"Report"| n3
	n4 -->|"Balance"| n0
	n5 -->|"Statement"| n0
	n2 -->|"Question"| n0
	classDef nowhere stroke-dasharray:5 5
	class n1 nowhere
`);
	expect(handoffsToMermaid([])).toBe('flowchart LR\n');
});

it('is read by Mermaid as the same drawing, whatever the texts say', async () => {
	const hostile = [
		'"] --> x["',
		'<img src=x onerror=alert(1)>',
		'a|b',
		'`code`',
		'end',
		'%%{init: {}}%%',
		'\u202Eabc',
		'#quot;',
		'**b**',
		'a\nclick n0 href "x"',
	];
	const rows = hostile.flatMap((text) => [
		row(party('document', text, text), party('role', text), text),
		row(party('tool', text), party('outside', text), text, 'does not hold'),
	]);
	const drawing = await readMermaid(handoffsToMermaid(rows));
	expect(drawing.vertices).toHaveLength(4 * hostile.length);
	expect(drawing.edges).toHaveLength(rows.length);
	const shown = (text: string) => text.replace('\u202E', '').replace(/\s+/g, ' ');
	for (const [index, { what }] of rows.entries()) expect(drawing.edges[index]?.text).toBe(shown(what));
	for (const { text } of drawing.vertices) expect(hostile.map(shown)).toContain(text.split('\n')[0]);
});
