import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildProcedureGraph } from '../../../src/model/graph/procedure-graph.ts';
import { procedureToMermaid } from '../../../src/render/mermaid/procedure-to-mermaid.ts';
import { sopOf } from '../graph/procedure.ts';
import { readMermaid } from './mermaid-parser.ts';

const folder = new URL('../../../examples/', import.meta.url).pathname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
	file.endsWith('.sop.yaml'),
);

it('has examples to draw', () => {
	expect(files.length).toBeGreaterThan(0);
});

it.each(files)('%s is read by Mermaid as the same graph', async (file) => {
	const sop = sopOf(readFileSync(folder + file, 'utf8'));
	const graph = buildProcedureGraph(sop);
	const { vertices, edges } = await readMermaid(procedureToMermaid(graph, sop));
	expect(vertices.filter(({ id }) => id.startsWith('n'))).toHaveLength(graph.nodes.length);
	expect(
		edges
			.filter(({ from }) => from.startsWith('n'))
			.map(({ from, to }) => `${from} ${to}`)
			.sort(),
	).toEqual(graph.edges.map(({ from, to }) => `n${from.index} n${to.index}`).sort());
});
