import { parse } from 'csv-parse/sync';
import { countOf } from '../../diagnostics/count-of.ts';
import { controlTotals, type ListValue, listCsv, listPaths, rowKey } from '../list-files.ts';
import { sha256, utf8 } from '../manifest.ts';
import type { PacketFiles, PacketRead } from '../packet-files.ts';
import { readList } from '../read-list.ts';
import { doesNotHold, holds, someOf, type VerifyCheck } from './verify-check.ts';

const name = 'lists/hashes';
const sheet = listPaths('lists');

/** The sheet of lists and the lists that it names, as far as they can be read. */
export interface ReadLists {
	readonly sheet: ListValue | undefined;
	readonly lists: ReadonlyMap<string, ListValue>;
	readonly check: VerifyCheck;
}

/** Reads all lists of a packet, and holds each against what the sheet of lists says of it. */
export async function listsAgree(packet: PacketFiles): Promise<ReadLists> {
	const lists = new Map<string, ListValue>();
	if (!packet.files.includes(sheet.json))
		return { sheet: undefined, lists, check: doesNotHold(name, `${sheet.json} is missing`, [sheet.json]) };
	const read = await packet.read(sheet.json);
	const about = read.ok ? readList(read.value) : { problem: read.why };
	if ('problem' in about)
		return {
			sheet: undefined,
			lists,
			check: doesNotHold(name, `${sheet.json} ${about.problem}`, [sheet.json]),
		};
	const problems: { readonly file: string; readonly what: string }[] = [];
	const say = (file: string, what: string) => problems.push({ file, what });
	const ownCsv = await packet.read(sheet.csv);
	for (const what of csvProblems(about, ownCsv)) say(sheet.csv, what);
	for (const row of about.rows) {
		const { name: called } = row;
		if (typeof called !== 'string' || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(called) || lists.has(called)) {
			say(sheet.json, `names a list that cannot be one: ${JSON.stringify(called)}`);
			continue;
		}
		const paths = listPaths(called);
		const [csv, json] = [await packet.read(paths.csv), await packet.read(paths.json)];
		for (const [path, file, hash] of [
			[paths.csv, csv, row['csvSha256']],
			[paths.json, json, row['jsonSha256']],
		] as const) {
			if (!file.ok) say(path, file.why);
			else if (sha256(file.value) !== hash) say(path, 'has another hash than the sheet of lists says');
		}
		if (!json.ok) continue;
		const list = readList(json.value);
		if ('problem' in list) {
			say(paths.json, list.problem);
			continue;
		}
		lists.set(called, list);
		for (const what of figureProblems(list, row)) say(sheet.json, what);
		for (const what of csvProblems(list, csv)) say(paths.csv, what);
	}
	for (const path of packet.files) {
		const [, called] = /^data\/(.+)\.(?:csv|json)$/.exec(path) ?? [];
		if (called !== undefined && called !== 'lists' && !about.rows.some((row) => row['name'] === called))
			say(path, 'is not in the sheet of lists');
	}
	const files = [...new Set(problems.map(({ file }) => file))].sort();
	const check =
		problems.length === 0
			? holds(name, `${countOf(lists.size, 'list')}: hashes, rows and totals agree, in CSV and JSON`)
			: doesNotHold(name, someOf(problems.map(({ file, what }) => `${file} ${what}`)), files);
	return { sheet: about, lists, check };
}

function figureProblems(list: ListValue, said: ListValue['rows'][number]): readonly string[] {
	const [first, last] = [list.rows[0], list.rows.at(-1)];
	const figures: Readonly<Record<string, unknown>> = {
		name: list.name,
		rows: list.rows.length,
		totals: controlTotals(list),
		firstKey: first === undefined ? null : rowKey(list.key, first),
		lastKey: last === undefined ? null : rowKey(list.key, last),
	};
	return Object.entries(figures).flatMap(([key, value]) =>
		said[key] === value
			? []
			: [
					`says ${key} ${JSON.stringify(said[key] ?? null)} of ${list.name}, which has ${JSON.stringify(value)}`,
				],
	);
}

/** What is different in the CSV file of a list. It is read as any other program would read it. */
function csvProblems(list: ListValue, file: PacketRead<Buffer>): readonly string[] {
	if (!file.ok) return [];
	const rows = csvRows(utf8(file.value));
	if (rows === undefined) return ['is no CSV'];
	const expected = csvRows(listCsv(list)) ?? [];
	if (rows.length !== expected.length)
		return [`has ${rows.length - 1} rows, and the JSON file ${expected.length - 1}`];
	const at = rows.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(expected[index]));
	return at < 0
		? []
		: [at === 0 ? 'has other titles than the JSON file' : `has another row ${at} than the JSON file`];
}

function csvRows(text: string | undefined): readonly (readonly string[])[] | undefined {
	if (text === undefined) return undefined;
	try {
		return parse(text);
	} catch {
		return undefined;
	}
}
