import type { Frequency } from '../../audit/packet-list.ts';
import type { SampleTable } from './sample-table.ts';

/** How many are drawn, and why so many. */
export interface SampleSize {
	readonly size: number;
	/** As a clause. */
	readonly why: string;
}

/**
 * What auditors usually draw by how often a control runs; no standard fixes it. For what happens by event it is a tenth
 * of the population, and 25 at the least.
 */
const usual: Readonly<Record<Exclude<Frequency, 'per event'>, number>> = {
	annual: 1,
	quarterly: 2,
	monthly: 3,
	weekly: 5,
	daily: 25,
	automated: 1,
};

const leastOfEvents = 25;

/** What the size of a sample follows from. */
export interface SampleSizeInput {
	readonly population: string;
	readonly frequency: Frequency;
	/** How many there are to draw from. */
	readonly count: number;
	/** As typed; comes before the table, which comes before what is usual. */
	readonly asked: number | undefined;
	readonly table: SampleTable | undefined;
}

/** How many to draw; never more than there are. */
export function sampleSize({ population, frequency, count, asked, table }: SampleSizeInput): SampleSize {
	const capped = (size: number, why: string): SampleSize =>
		size > count
			? { size: count, why: `${why}; there ${count === 1 ? 'is' : 'are'} only ${count}` }
			: { size, why };
	if (asked !== undefined) return capped(asked, 'as asked for (--size)');
	const row = table?.get(population) ?? table?.get(frequency);
	if (row !== undefined) return capped(row.size, `line ${row.line} of the table of the auditor`);
	if (frequency !== 'per event') return capped(usual[frequency], `usual for ${article(frequency)} control`);
	const tenth = Math.ceil(count / 10);
	return tenth > leastOfEvents
		? capped(tenth, 'usual for a control per event: a tenth')
		: capped(leastOfEvents, `usual for a control per event: ${leastOfEvents}, as a tenth is less`);
}

function article(frequency: string): string {
	return /^[aeiou]/.test(frequency) ? `an ${frequency}` : `a ${frequency}`;
}
