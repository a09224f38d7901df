import { resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { nearest } from '../../../model/nearest.ts';
import { manifestName, packetHash, utf8 } from '../../../packet/manifest.ts';
import type { PacketFiles } from '../../../packet/packet-files.ts';
import { type Drawn, draw, drawMethod } from '../../../packet/sample/draw.ts';
import {
	type Population,
	populationOf,
	populations,
	type Sealed,
} from '../../../packet/sample/population.ts';
import { type SampleSize, sampleSize } from '../../../packet/sample/sample-size.ts';
import { readSampleTable, type SampleTable } from '../../../packet/sample/sample-table.ts';
import { type Seed, seedFor } from '../../../packet/sample/seed.ts';
import { inertText } from '../../../report/inert-text.ts';
import { tableText } from '../../../report/table.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { openPacket } from '../../packet/open-packet.ts';
import { refuseNoPacket } from '../../packet/refuse-no-packet.ts';
import { printTable } from '../../print-table.ts';

/** `sop sample`. Ends with 1 where the population is not what was sealed. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const [asked = ''] = context.arguments;
	const typed = context.text('seed');
	const from = context.text('seedFrom') === 'auditor' ? 'auditor' : 'preparer';
	if (typed === undefined && context.has('seedFrom'))
		throw new CommandError('--seed-from says who chose a seed, and there is no --seed');
	if (typed !== undefined && /[\r\n]/.test(typed)) throw new CommandError('A seed is one line');
	if (typed?.trim() === '') throw new CommandError('A seed is a word or a number, and this one is empty');
	const size = context.count('size');
	if (size === 0) throw new CommandError('--size takes a whole number from 1');
	const packet = await openPacket(context, asked);
	try {
		refuseNoPacket(packet, asked);
		const frequencies = orRefused(await populations(packet));
		const name = chosen(context.text('population'), [...frequencies.keys()]);
		const population = orRefused(await populationOf(packet, name, frequencies.get(name) ?? 'per event'));
		const table = tableOf(context, [...frequencies.keys()]);
		const { frequency, keys, hash } = population;
		const wanted = sampleSize({ population: name, frequency, count: keys.length, asked: size, table });
		const seed = seedFor(hash, typed, from);
		await print(context, await hashOf(packet), population, wanted, seed, draw(keys, seed.seed, wanted.size));
		return exitCode.clean;
	} finally {
		packet.close();
	}
}

async function print(
	context: CommandContext,
	packet: string,
	{ name, title, frequency, keys, hash }: Population,
	{ size, why }: SampleSize,
	{ seed, label }: Seed,
	drawn: readonly Drawn[],
): Promise<void> {
	const about = {
		population: name,
		populationSha256: hash,
		size,
		sizeWhy: why,
		seed,
		seedLabel: label,
		method: drawMethod,
	};
	const format = context.text('format');
	if (format !== 'json' && format !== 'csv') {
		const columns = [{ title: 'Rank', align: 'right' }, { title: 'Key' }, { title: 'Order' }] as const;
		const rows = drawn.map(({ rank, key, order }) => [rank, key, order.slice(0, 16)]);
		const table = await tableText(columns, rows, { width: context.width, color: context.colorLevel > 0 });
		const lines = [
			`${drawn.length} of ${countOf(keys.length, 'row')} of ${name} (${title}): ${why}.`,
			`Population: ${hash} (SHA-256 of its CSV file)`,
			`Packet: ${packet}`,
			`Seed: ${seed} (${label})`,
			`Method: ${drawMethod}.`,
			...(frequency === 'automated' ? ['Of an automated control its settings are looked at as well.'] : []),
		];
		context.print(`${drawn.length === 0 ? '' : `${table}\n`}${lines.map(inertText).join('\n')}\n`);
		return;
	}
	const inCsv = { packet, ...about };
	await printTable(context, {
		name: 'sample',
		head: {
			packet,
			...about,
			population: { name, title, frequency, rows: keys.length, csvSha256: hash },
		},
		columns: [
			...['rank', 'key', 'order'].map((key) => ({ key, title: titles[key] ?? key })),
			...Object.keys(inCsv).map((key) => ({ key, title: titles[key] ?? key })),
		],
		rows: drawn.map((one) => ({ ...one, ...(format === 'csv' && inCsv) })),
	});
}

const titles: Readonly<Record<string, string>> = {
	rank: 'Rank',
	key: 'Key',
	order: 'Order',
	packet: 'Packet',
	population: 'Population',
	populationSha256: 'Population SHA-256',
	size: 'Size',
	sizeWhy: 'Why this size',
	seed: 'Seed',
	seedLabel: 'Seed is',
	method: 'Method',
};

function chosen(asked: string | undefined, names: readonly string[]): string {
	const listed = names.length === 0 ? 'It has none.' : `It has: ${names.map(inertText).join(', ')}.`;
	if (asked === undefined) {
		const [only] = names;
		if (only !== undefined && names.length === 1) return only;
		throw new CommandError('Which population is drawn from? --population NAME says so', { help: listed });
	}
	if (names.includes(asked)) return asked;
	const near = nearest(asked, names);
	throw new CommandError(`The packet has no population ${inertText(asked)}`, {
		help: near === undefined ? listed : `Did you mean ${inertText(near)}? ${listed}`,
	});
}

function orRefused<Value>({ value, problem }: Sealed<Value>): Value {
	if (value !== undefined) return value;
	throw new CommandError(inertText(problem ?? ''), {
		help: 'sop verify tells what else is not as it was. Ask for the packet as it was sealed.',
		exitCode: 1,
	});
}

async function hashOf(packet: PacketFiles): Promise<string> {
	const manifest = await packet.read(manifestName);
	return manifest.ok ? packetHash(manifest.value) : '';
}

function tableOf(context: CommandContext, names: readonly string[]): SampleTable | undefined {
	const written = context.text('table');
	if (written === undefined) return undefined;
	const read = context.io.files.read(resolve(context.folder, written));
	const file = inertText(written);
	if (!read.ok) throw new CommandError(`${file} cannot be read (${read.code})`, { help: 'Check --table.' });
	const text = utf8(read.bytes);
	const { table, problem } =
		text === undefined ? { problem: 'It is not written in UTF-8' } : readSampleTable(text, names);
	if (table !== undefined) return table;
	throw new CommandError(`${file} is no table of sizes: ${inertText(problem ?? '')}`, {
		help: 'It is CSV with the titles population or frequency, and size.',
	});
}
