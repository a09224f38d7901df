import type { Value } from './input-domain.ts';
import { type Cut, compareCuts, type Interval, isVoid, uniteIntervals } from './interval.ts';
import { memberHolds } from './members.ts';
import type { IntervalSet, MemberSet, ValueSet } from './value-set.ts';

/** Values that no set tells apart, and which sets hold them: bit n for set n. */
export interface Cell {
	readonly values: ValueSet;
	readonly holders: bigint;
}

/** Cuts a domain into the fewest cells within which every set holds all values or none; in the order of the domain. */
export function partition(whole: ValueSet, sets: readonly ValueSet[]): Cell[] {
	if (whole.kind === 'members')
		return partitionMembers(
			whole,
			sets.filter((set) => set.kind === 'members'),
		);
	return partitionLine(whole, sets.filter((set) => set.kind === whole.kind) as IntervalSet[]); // The filter saw to it.
}

function partitionLine(whole: IntervalSet, sets: readonly IntervalSet[]): Cell[] {
	const inside = 1n << BigInt(sets.length);
	const switches: { readonly cut: Cut; readonly bit: bigint }[] = [];
	[...sets, whole].forEach(({ intervals }, index) => {
		const bit = 1n << BigInt(index);
		for (const { from, to } of intervals) switches.push({ cut: from, bit }, { cut: to, bit });
	});
	switches.sort((a, b) => compareCuts(a.cut, b.cut));

	const pieces = new Map<bigint, Interval[]>();
	let holders = 0n;
	switches.forEach(({ cut, bit }, index) => {
		holders ^= bit;
		const next = switches[index + 1];
		if (next === undefined || (holders & inside) === 0n) return;
		const piece = { from: cut, to: next.cut };
		if (isVoid(piece)) return;
		const key = holders ^ inside;
		const known = pieces.get(key);
		if (known === undefined) pieces.set(key, [piece]);
		else known.push(piece);
	});
	return [...pieces].map(([key, intervals]) => ({
		values: { kind: whole.kind, intervals: uniteIntervals(intervals) },
		holders: key,
	}));
}

function partitionMembers(whole: MemberSet, sets: readonly MemberSet[]): Cell[] {
	let unnamed = 0n;
	const named = new Map<Value, bigint>();
	for (const value of [...whole.values, ...sets.flatMap(({ values }) => values)]) named.set(value, 0n);
	sets.forEach(({ except, values }, index) => {
		const bit = 1n << BigInt(index);
		if (except) unnamed |= bit;
		// What a set names is the opposite of what it holds otherwise.
		for (const value of values) named.set(value, (named.get(value) ?? 0n) ^ bit);
	});
	const cells = new Map<bigint, Value[]>();
	for (const [value, switched] of named) {
		if (!memberHolds(whole, value)) continue;
		const holders = switched ^ unnamed;
		const known = cells.get(holders);
		if (known === undefined) cells.set(holders, [value]);
		else known.push(value);
	}
	const parts = [...cells].map(
		([holders, values]): Cell => ({
			values: { kind: 'members', except: false, values },
			holders,
		}),
	);
	if (!whole.except) return parts;
	const alike = new Set(cells.get(unnamed));
	const values = [...named.keys()].filter((value) => !alike.has(value));
	return [
		...parts.filter(({ holders }) => holders !== unnamed),
		{ values: { kind: 'members', except: true, values }, holders: unnamed },
	];
}
