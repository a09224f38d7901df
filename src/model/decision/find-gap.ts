import { searchCover } from './cover-search.ts';
import type { Column, DecisionTable } from './decision-table.ts';
import { contains, subtract, type ValueSet } from './value-set.ts';
import { type Witness, type WitnessEntry, witnessEntry } from './witness.ts';

/** What the search for a gap came to. */
export type GapResult =
	| { readonly kind: 'covered' }
	/** `uncovered` holds all values that no branch claims, where the decision has one input; else null. */
	| { readonly kind: 'gap'; readonly witness: Witness; readonly uncovered: ValueSet | null }
	/** `reason` follows "not evaluated:". */
	| { readonly kind: 'not evaluated'; readonly reason: string };

/**
 * Looks for values that no branch of a decision claims. An input that holds several values is taken to hold at least
 * one: since any passing value passes the test, a single value is the hardest case. A branch that cannot be analysed
 * may claim anything: there is a gap only if there is one even so, and none only if none is without it.
 */
export function findGap(table: DecisionTable): GapResult {
	const { columns, rows } = table;
	if (rows.some(({ kind }) => kind === 'otherwise')) return { kind: 'covered' };
	if (table.notEvaluated !== null) return { kind: 'not evaluated', reason: table.notEvaluated };

	const wholes = columns.map(({ whole }) => whole);
	const widest = rows.map(({ cells }) => wholes.map((whole, column) => cells[column] ?? whole));
	const result = searchCover(wholes, widest);
	if (result.kind === 'gap') return gapAround(result.cells, columns, widest);
	const known = rows.flatMap(({ cells }) => {
		const sets = cells.filter((set) => set !== null);
		return sets.length === columns.length ? [sets] : [];
	});
	const certain = known.length === rows.length ? result : searchCover(wholes, known);
	if (certain.kind === 'covered') return certain;
	if (certain.kind === 'gap') return { kind: 'not evaluated', reason: whyUnknown(table) };
	return { kind: 'not evaluated', reason: 'the table has too many combinations to go through' };
}

/** Shows a gap by values that a person would name: each as round as the others leave room for. */
function gapAround(
	found: readonly (ValueSet | null)[],
	columns: readonly Column[],
	rows: readonly (readonly ValueSet[])[],
): GapResult {
	const witness: WitnessEntry[] = columns.map(({ input, whole }, index) =>
		witnessEntry(input, found[index] ?? whole),
	);
	let uncovered: ValueSet | null = null;
	columns.forEach(({ input, whole }, index) => {
		const claiming = rows.filter((row) =>
			row.every((set, other) => other === index || holds(set, witness[other])),
		);
		uncovered = claiming.reduce((left, row) => subtract(left, row[index] ?? whole), whole);
		witness[index] = witnessEntry(input, uncovered);
	});
	return { kind: 'gap', witness, uncovered: columns.length === 1 ? uncovered : null };
}

function holds(set: ValueSet, entry: WitnessEntry | undefined): boolean {
	return entry !== undefined && contains(set, entry.value);
}

function whyUnknown({ problems, opaque, rows }: DecisionTable): string {
	const [note] = [...opaque, ...problems];
	if (note !== undefined) return `branch ${note.row + 1} cannot be analysed: ${note.message}`;
	const row = rows.find(({ kind }) => kind !== 'tests');
	return `branch ${(row?.index ?? 0) + 1} is in words`;
}
