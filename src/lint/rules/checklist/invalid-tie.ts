import type { Path } from '../../../diagnostics/path.ts';
import type { Problem } from '../../../diagnostics/problem.ts';
import type { Checklist } from '../../../model/documents.generated.ts';
import { nearest } from '../../../model/nearest.ts';
import { rows } from '../../../model/several.ts';
import { nameOfItem } from '../../item-name.ts';
import type { FileRule } from '../../rule.ts';

type Item = NonNullable<Checklist['items']>[number];
type Value = NonNullable<Item['values']>[number];
type Tie = NonNullable<Item['ties']>[number];

export const invalidTie: FileRule = {
	name: 'checklist/invalid-tie',
	severity: 'error',
	summary:
		'A tie does not compare two numbers: a side names no value of the item or one that is no number, the units differ, or both sides are the same.',
	why: 'An item is signed because its numbers tie. A tie that compares nothing lets everything pass.',
	remedy:
		'Name two values of the item that have `type: number` and one unit; a plain number may stand on one side.',
	points: 'At the side that is wrong, or at the tie.',
	clauses: ['sox AS 1105.10'],
	scope: 'file',
	kinds: ['checklist'],
	examples: { bad: example('EUR'), good: example('USD') },
	*check({ checklist }) {
		for (const [index, item] of rows(checklist?.items).entries()) {
			const values = new Map(rows(item.values).map((value) => [value.id, value]));
			for (const [at, tie] of rows(item.ties).entries()) {
				yield* problemsOf(tie, values, nameOfItem(item, index), ['items', index, 'ties', at]);
			}
		}
	},
};

function* problemsOf(
	tie: Tie,
	values: ReadonlyMap<string | undefined, Value>,
	item: string,
	path: Path,
): Generator<Problem> {
	const sides = (['left', 'right'] as const).map((side) => {
		const written = tie[side];
		return { side, written, value: written === undefined ? undefined : values.get(written) };
	});
	if (tie.left === undefined && tie.right === undefined) {
		yield {
			place: { path },
			message: `A tie of ${item} has neither \`left\` nor \`right\`: it compares nothing`,
		};
		return;
	}
	let wrong = false;
	for (const { side, written, value } of sides) {
		const defect = sideDefect(side, written, value, values, item);
		if (defect === undefined) continue;
		wrong = true;
		yield { place: { path: [...path, side] }, ...defect };
	}
	const [left, right] = sides;
	if (!wrong && left && right) {
		const message = pairDefect(left, right);
		if (message !== undefined) yield { place: { path }, message };
	}
}

function sideDefect(
	side: string,
	written: string | undefined,
	value: Value | undefined,
	values: ReadonlyMap<string | undefined, Value>,
	item: string,
): { message: string; help?: string } | undefined {
	if (written === undefined) return { message: `The tie of ${item} has no \`${side}\`: it compares nothing` };
	if (value === undefined) {
		if (isNumber(written)) return undefined;
		const near = nearest(
			written,
			[...values.keys()].flatMap((id) => id ?? []),
		);
		return {
			message: `${item} has no value called ${written}`,
			...(near === undefined ? {} : { help: `Did you mean ${near}?` }),
		};
	}
	if (value.type === 'number' && value.many !== true) return undefined;
	if (value.many === true) {
		return {
			message: `${written} holds several values: only single numbers can tie`,
			help: `Take \`many\` out of ${written}, or tie its sum.`,
		};
	}
	const type = value.type === undefined ? 'has no type, so it is text' : `is of the type ${value.type}`;
	return {
		message: `${written} ${type}: only numbers can tie`,
		help: `Write \`type: number\` at ${written}.`,
	};
}

interface Side {
	readonly written: string | undefined;
	readonly value: Value | undefined;
}

function pairDefect(left: Side, right: Side): string | undefined {
	if (left.written === right.written) return `${left.written} is tied to itself, so it always agrees`;
	if (!left.value && !right.value)
		return `The tie compares ${left.written} with ${right.written}, and no value of the item`;
	if (!left.value || !right.value || left.value.unit === right.value.unit) return undefined;
	return `${left.written} is in ${left.value.unit ?? 'no unit'} and ${right.written} in ${right.value.unit ?? 'no unit'}`;
}

function isNumber(written: string): boolean {
	return /^[-+]?\d+(?:\.\d+)?$/.test(written.trim());
}

function example(unit: string): string {
	return [
		'items:',
		'  - id: pay',
		'    do: Pay what is due this week.',
		'    by: clerk',
		'    values:',
		'      - id: ledger',
		'        type: number',
		'        unit: USD',
		'      - id: bank',
		'        type: number',
		`        unit: ${unit}`,
		'    ties:',
		'      - left: ledger',
		'        right: bank',
		'        tolerance: 0.01',
		'    done_when: Both agree to the cent.',
		'    on_exception: ledger-closed',
	].join('\n');
}
