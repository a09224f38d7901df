import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ringsOf } from '../../src/model/rings.ts';

const graphs = fc.integer({ min: 1, max: 9 }).chain((size) =>
	fc.array(fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), {
		minLength: size,
		maxLength: size,
	}),
);

/** Steps from one vertex to another, at least one; undefined where no way leads there. By trying, one step after another. */
function distance(successors: readonly (readonly number[])[], from: number, to: number): number | undefined {
	let reached = new Set([from]);
	for (let steps = 1; steps <= successors.length; steps++) {
		reached = new Set([...reached].flatMap((vertex) => successors[vertex] ?? []));
		if (reached.has(to)) return steps;
	}
	return undefined;
}

test('gives one shortest ring for each knot, through the vertex that is preferred', () => {
	fc.assert(
		fc.property(graphs, fc.func(fc.boolean()), (successors, preferred) => {
			const vertices = successors.map((_, index) => index);
			const leads = (a: number, b: number) => distance(successors, a, b) !== undefined;
			const inRings = vertices.filter((vertex) => leads(vertex, vertex));
			const rings = ringsOf(successors, preferred);
			const knotOf = (vertex: number) =>
				inRings.filter((other) => leads(vertex, other) && leads(other, vertex));

			expect(rings.flatMap(([first = -1]) => knotOf(first)).sort()).toEqual(inRings);
			for (const ring of rings) {
				const [first = -1] = ring;
				const knot = knotOf(first);
				expect(first).toBe(knot.find(preferred) ?? knot[0]);
				expect(ring.length).toBe(distance(successors, first, first));
				for (const [index, vertex] of ring.entries())
					expect(successors[vertex]).toContain(ring[(index + 1) % ring.length]);
			}
		}),
	);
});

test('takes a ring of a hundred thousand in its stride', () => {
	const size = 100_000;
	const successors = Array.from({ length: size }, (_, index) => [(index + 1) % size]);
	expect(ringsOf(successors)[0]?.length).toBe(size);
});
