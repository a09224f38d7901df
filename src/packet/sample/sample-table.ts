import { parse } from 'csv-parse/sync';
import { frequencies } from './frequencies.ts';

/** Sizes of samples by the name of a population or by a frequency. */
export type SampleTable = ReadonlyMap<string, { readonly size: number; readonly line: number }>;

/** A table, or what is wrong with its first bad line, as a sentence without a full stop. */
export type SampleTableReading =
	| { readonly table: SampleTable; readonly problem?: never }
	| { readonly table?: never; readonly problem: string };

/** More are no sample of anything. */
const largest = 1_000_000;

interface Line {
	readonly record: readonly string[];
	readonly info: { readonly lines: number };
}

/**
 * Reads the table of an auditor, as CSV with a first line of titles: `population` or `frequency` (a row may have either),
 * and `size`. Other columns are left alone. Every row must say something that holds for one of `populations`, or for a
 * frequency.
 */
export function readSampleTable(text: string, populations: readonly string[]): SampleTableReading {
	const lines = csvLines(text);
	if (typeof lines === 'string') return { problem: lines };
	const [first, ...rest] = lines;
	const titles = (first?.record ?? []).map((title) => title.trim().toLowerCase());
	const [population, frequency, size] = ['population', 'frequency', 'size'].map((title) =>
		titles.indexOf(title),
	);
	if (size === undefined || size < 0 || ((population ?? -1) < 0 && (frequency ?? -1) < 0))
		return { problem: 'Line 1 has no titles "population" or "frequency", and "size"' };
	const table = new Map<string, { size: number; line: number }>();
	for (const { record, info } of rest) {
		const at = `Line ${info.lines}`;
		const [named = '', often = '', written = ''] = [population, frequency, size].map((column) =>
			(record[column ?? -1] ?? '').trim(),
		);
		if (named !== '' && often !== '')
			return { problem: `${at} names a population and a frequency; one of them decides` };
		const key = named === '' ? often.toLowerCase() : named;
		if (key === '') return { problem: `${at} names neither a population nor a frequency` };
		if (named !== '' && !populations.includes(named))
			return {
				problem: `${at}: ${JSON.stringify(named)} is no population of this packet (${populations.join(', ')})`,
			};
		if (named === '' && !frequencies.some((one) => one === key))
			return { problem: `${at}: ${JSON.stringify(often)} is no frequency (${frequencies.join(', ')})` };
		if (!/^[1-9]\d{0,6}$/.test(written) || Number(written) > largest)
			return { problem: `${at}: the size is a whole number from 1, not ${JSON.stringify(written)}` };
		const before = table.get(key);
		if (before !== undefined) return { problem: `${at} says again what line ${before.line} says: ${key}` };
		table.set(key, { size: Number(written), line: info.lines });
	}
	return table.size === 0 ? { problem: 'It has no line below its titles' } : { table };
}

function csvLines(text: string): readonly Line[] | string {
	try {
		// With `info` each record stands beside where it was read.
		return parse(text, {
			bom: true,
			info: true,
			skip_empty_lines: true,
			relax_column_count: false,
		}) as unknown as Line[];
	} catch (error) {
		return error instanceof Error ? error.message.replace(/\.$/, '') : 'It is no CSV';
	}
}
