import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sop } from '../../src/model/documents.generated.ts';
import { ambiguousAfters } from '../../src/model/graph/analysis/ambiguous-after.ts';
import { ambiguousNexts } from '../../src/model/graph/analysis/ambiguous-next.ts';
import { deadEnds } from '../../src/model/graph/analysis/dead-ends.ts';
import { duplicateIds } from '../../src/model/graph/analysis/duplicate-ids.ts';
import { endlessLoops } from '../../src/model/graph/analysis/endless-loops.ts';
import { missingTrigger } from '../../src/model/graph/analysis/missing-trigger.ts';
import { notYetGiven } from '../../src/model/graph/analysis/not-yet-given.ts';
import { reachableEnds } from '../../src/model/graph/analysis/reachable-ends.ts';
import { stuckJoins } from '../../src/model/graph/analysis/stuck-joins.ts';
import { timeoutsWithoutEffect } from '../../src/model/graph/analysis/timeouts-without-effect.ts';
import { unreachableParts } from '../../src/model/graph/analysis/unreachable-parts.ts';
import { displayOrder } from '../../src/model/graph/display-order.ts';
import { buildProcedureGraph } from '../../src/model/graph/procedure-graph.ts';
import { procedureToMermaid } from '../../src/render/mermaid/procedure-to-mermaid.ts';

const keys = [
	...[
		'id',
		'do',
		'by',
		'together',
		'needs',
		'gives',
		'trigger',
		'due',
		'timeout',
		'next',
		'waits_for',
		'only_if',
	],
	...[
		'follows',
		'after',
		'at',
		'question',
		'input',
		'inputs',
		'branches',
		'goto',
		'resume',
		'from',
		'steps',
		'within',
	],
	...['if', 'is', 'test', 'otherwise', 'any', 'before', 'when'],
];
const word = fc.oneof(
	{
		arbitrary: fc.constantFrom('a', 'b', 'c', 'end', 'end x', '__proto__', 'constructor', 'toString', ''),
		weight: 5,
	},
	{ arbitrary: fc.string({ maxLength: 4, unit: 'binary' }), weight: 1 },
);
/** Anything that YAML can hold, with the keys of the format more often than not. */
const { anything } = fc.letrec((tie) => ({
	anything: fc.oneof(
		{ maxDepth: 4, depthIdentifier: 'value' },
		{ arbitrary: word, weight: 8 },
		{ arbitrary: fc.constantFrom(null, true, false, 0, -1.5, [], {}), weight: 2 },
		{ arbitrary: fc.array(tie('anything'), { maxLength: 3, depthIdentifier: 'value' }), weight: 3 },
		{
			arbitrary: fc.dictionary(fc.constantFrom(...keys), tie('anything'), {
				maxKeys: 8,
				depthIdentifier: 'value',
			}),
			weight: 4,
		},
	),
}));
const row = fc.oneof(
	{ arbitrary: fc.dictionary(fc.constantFrom(...keys), anything, { maxKeys: 10 }), weight: 9 },
	{ arbitrary: anything, weight: 1 },
);
const section = fc.oneof(
	{ arbitrary: fc.array(row, { maxLength: 6 }), weight: 9 },
	{ arbitrary: anything, weight: 1 },
);
const sectionNames = [
	'roles',
	'raci',
	'inputs',
	'outputs',
	'procedure',
	'decisions',
	'quality',
	'escalation',
	'exceptions',
];
const documents = fc.record(Object.fromEntries(sectionNames.map((name) => [name, section])));

test('a document may hold anything at all', () => {
	fc.assert(
		fc.property(documents, (document) => {
			// Not a document of the format: that is the point.
			const sop = document as Sop;
			const before = JSON.stringify(sop);
			const graph = buildProcedureGraph(sop);
			const found = [
				...[
					duplicateIds(graph),
					unreachableParts(graph),
					deadEnds(graph),
					endlessLoops(graph),
					stuckJoins(graph),
				],
				...[
					ambiguousNexts(graph),
					ambiguousAfters(graph),
					timeoutsWithoutEffect(graph),
					reachableEnds(graph),
				],
				...[displayOrder(graph), notYetGiven(sop, graph), [missingTrigger(graph)]],
			];
			expect(found.flat().length).toBeGreaterThan(0);
			expect(procedureToMermaid(graph, sop)).toMatch(/flowchart TD\n/);
			for (const edge of graph.edges) {
				expect(graph.nodes[edge.from.index]).toBe(edge.from);
				expect(graph.nodes[edge.to.index]).toBe(edge.to);
				expect(graph.outgoing[edge.from.index]).toContain(edge);
				expect(graph.incoming[edge.to.index]).toContain(edge);
			}
			expect(JSON.stringify(sop)).toBe(before);
		}),
		{ numRuns: 1000 },
	);
});
