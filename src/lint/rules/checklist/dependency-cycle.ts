import { references } from '../../../model/graph/references.ts';
import { ringsOf } from '../../../model/rings.ts';
import { rows } from '../../../model/several.ts';
import { nameOfItem } from '../../item-name.ts';
import type { FileRule } from '../../rule.ts';

/** An item that is not there is reported by procedure/unknown-target. */
export const dependencyCycle: FileRule = {
	name: 'checklist/dependency-cycle',
	severity: 'error',
	summary: 'Items wait for one another in a ring.',
	why: 'None of these items can ever begin: a run stops there for good, and everything behind them is late.',
	remedy: 'Take one `waits_for` of the ring out.',
	points: 'At the `waits_for` with which the ring begins, in the first of its items; one finding a ring.',
	clauses: [],
	scope: 'file',
	kinds: ['checklist'],
	examples: { bad: example('pay'), good: example('') },
	*check({ checklist }) {
		const items = rows(checklist?.items);
		const indexes = new Map<string, number>();
		for (const [index, { id }] of items.entries())
			if (id !== undefined && !indexes.has(id)) indexes.set(id, index);
		const waits = items.map((item, index) => references(item.waits_for, ['items', index, 'waits_for']));

		for (const ring of ringsOf(waits.map((one) => one.flatMap(({ text }) => indexes.get(text) ?? [])))) {
			const names = ring.map((index) => nameOfItem(items[index] ?? {}, index));
			const [first = 0, next = first] = ring;
			const path = waits[first]?.find(({ text }) => indexes.get(text) === next)?.path ?? ['items', first];
			yield { place: { path }, message: messageOf(names) };
		}
	},
};

function messageOf([first = '', ...others]: readonly string[]): string {
	if (others.length === 0) return `${first} waits for itself`;
	return `${first} waits for ${[...others, first].join(', which waits for ')}`;
}

function example(waitsFor: string): string {
	return [
		'items:',
		'  - id: open-items',
		'    do: List the invoices that are open.',
		'    by: clerk',
		...(waitsFor === '' ? [] : ['    waits_for:', `      - ${waitsFor}`]),
		'    done_when: The list agrees with the ledger.',
		'    on_exception: ledger-closed',
		'  - id: pay',
		'    do: Pay what is due this week.',
		'    by: clerk',
		'    waits_for:',
		'      - open-items',
		'    done_when: No open invoice is past its due day.',
		'    on_exception: ledger-closed',
	].join('\n');
}
