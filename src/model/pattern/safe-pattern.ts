import { type PatternTree, parsePattern, UnsafePattern } from './pattern-tree.ts';

/** A user's regular expression, ready to use, or why it is not. */
export type SafePattern =
	| { readonly ok: true; readonly matches: (text: string) => boolean }
	| { readonly ok: false; readonly why: string };

const longest = 200;
const mostStates = 2000;

/** One place in a pattern: a character to read, a way on that reads nothing, or the end. */
interface State {
	readonly is?: (character: string) => boolean;
	readonly only?: 'start' | 'end';
	readonly next: number[];
}

/**
 * A regular expression that says yes where `RegExp` with the flag u would, in time that grows with the length of the text
 * and never with the square or worse: all ways through it are followed at once (Thompson 1968), so no pattern can hang.
 */
export function safePattern(pattern: string): SafePattern {
	if (pattern.length > longest) return { ok: false, why: `it is longer than ${longest} characters` };
	try {
		new RegExp(pattern, 'u');
	} catch (error) {
		const said = error instanceof Error ? error.message : '';
		return { ok: false, why: `it is no regular expression (${said.slice(said.lastIndexOf(': ') + 2)})` };
	}
	try {
		const { states, first } = toStates(parsePattern(pattern));
		return { ok: true, matches: (text) => matches(states, first, text) };
	} catch (error) {
		if (error instanceof UnsafePattern) return { ok: false, why: error.message };
		throw error;
	}
}

/** State 0 is the end; the others are laid down from back to front, each leading to what follows it. */
function toStates(tree: PatternTree): { states: readonly State[]; first: number } {
	const states: State[] = [{ next: [] }];
	const add = (state: State): number => {
		if (states.length >= mostStates) throw new UnsafePattern('it repeats too much');
		return states.push(state) - 1;
	};
	const lay = (part: PatternTree, then: number): number => {
		switch (part.kind) {
			case 'character':
				return add({ is: part.is, next: [then] });
			case 'start':
			case 'end':
				return add({ only: part.kind, next: [then] });
			case 'sequence':
				return part.parts.reduceRight((follows, one) => lay(one, follows), then);
			case 'either':
				return add({ next: part.parts.map((one) => lay(one, then)) });
			case 'repeat':
				return layRepeat(part, then);
		}
	};
	const layRepeat = (repeat: PatternTree & { kind: 'repeat' }, then: number): number => {
		let first = then;
		if (repeat.most === Infinity) {
			const loop: State = { next: [then] };
			first = add(loop);
			loop.next.push(lay(repeat.part, first));
		} else {
			for (let more = repeat.least; more < repeat.most; more++) {
				first = add({ next: [then, lay(repeat.part, first)] });
			}
		}
		for (let needed = 0; needed < repeat.least; needed++) first = lay(repeat.part, first);
		return first;
	};
	return { first: lay(tree, 0), states };
}

function matches(states: readonly State[], first: number, text: string): boolean {
	const characters = [...text];
	let reading: readonly number[] = [];
	for (let at = 0; at <= characters.length; at++) {
		const here = new Set<number>();
		const waiting = [...reading, first];
		for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
			const state = states[one];
			if (state === undefined || here.has(one)) continue;
			if (state.only === 'start' && at > 0) continue;
			if (state.only === 'end' && at < characters.length) continue;
			here.add(one);
			if (state.is === undefined) waiting.push(...state.next);
		}
		if (here.has(0)) return true;
		const character = characters[at];
		if (character === undefined) return false;
		reading = [...here].flatMap((one) => (states[one]?.is?.(character) ? (states[one]?.next ?? []) : []));
	}
	return false;
}
