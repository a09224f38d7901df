import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { packetHash, sha256 } from '../../src/packet/manifest.ts';
import { runMain, tempFolder } from '../support/run-main.ts';
import { type PacketContent, sealed, smallPacket, writeFolder, writeZip } from '../support/small-packet.ts';
import { temporaryFolder } from '../support/temporary-library.ts';

interface Answer {
	readonly packet: string;
	readonly population: {
		readonly name: string;
		readonly frequency: string;
		readonly rows: number;
		readonly csvSha256: string;
	};
	readonly size: number;
	readonly sizeWhy: string;
	readonly seed: string;
	readonly seedLabel: string;
	readonly method: string;
	readonly sample: readonly { readonly rank: number; readonly key: string; readonly order: string }[];
}

async function written(files: PacketContent = smallPacket()): Promise<string> {
	const path = join(temporaryFolder(), 'packet');
	await writeFolder(path, files);
	return path;
}

async function sampled(path: string, ...words: readonly string[]): Promise<Answer> {
	const { code, stdout, stderr } = await runMain(
		['sample', path, '--format', 'json', ...words],
		tempFolder(),
	);
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	return JSON.parse(stdout);
}

async function refused(path: string, ...words: readonly string[]) {
	const { code, stdout, stderr } = await runMain(['sample', path, ...words], tempFolder());
	expect(stdout).toBe('');
	return { code, stderr };
}

/** The same draw by programs that everybody has, in a shell. */
function drawnByShell(keys: readonly string[], seed: string, size: number): readonly string[] {
	const folder = temporaryFolder({ keys: `${keys.join('\n')}\n` });
	const program = `while IFS= read -r key; do
	hash=$(printf '%s\\n%s' "$SEED" "$key" | sha256sum | cut -d ' ' -f 1)
	printf '%s %s\\n' "$hash" "$key"
done < keys | LC_ALL=C sort | head -n "$SIZE" | cut -d ' ' -f 2-`;
	const env = { ...process.env, SEED: seed, SIZE: String(size) };
	return execFileSync('sh', ['-c', program], { cwd: folder, encoding: 'utf8', env }).trim().split('\n');
}

describe('a sample', () => {
	it.each(['folder', 'zip'])('of a packet as %s is the one that a shell draws', async (kind) => {
		const files = smallPacket();
		const path = join(temporaryFolder(), 'packet');
		await (kind === 'zip' ? writeZip : writeFolder)(path, files);
		const answer = await sampled(
			path,
			'--population',
			'approvals',
			'--size',
			'7',
			'--seed',
			'2026-04-12 fünf',
			'--seed-from',
			'auditor',
		);
		const csv = files.get('data/approvals.csv') ?? Buffer.alloc(0);
		const keys = (parse(csv, { columns: true }) as { Record: string }[]).map(({ Record }) => Record);
		expect(answer.sample.map(({ key }) => key)).toEqual(drawnByShell(keys, '2026-04-12 fünf', 7));
		expect(answer.sample.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5, 6, 7]);
		for (const { key, order } of answer.sample) expect(order).toBe(sha256(`2026-04-12 fünf\n${key}`));
		expect(answer).toMatchObject({
			packet: packetHash(files.get('MANIFEST.sha256') ?? ''),
			population: {
				name: 'approvals',
				title: 'Approvals given',
				frequency: 'per event',
				rows: 40,
				csvSha256: sha256(csv),
			},
			size: 7,
			sizeWhy: 'as asked for (--size)',
			seed: '2026-04-12 fünf',
			seedLabel: `seed from the auditor after hash ${sha256(csv)}`,
			method:
				'keys in the order of SHA-256(seed, line feed, key), in UTF-8 and hexadecimal; the first ones are taken, none twice',
		});
	});

	it('says who chose the seed', async () => {
		const path = await written();
		const hash = sha256(smallPacket().get('data/approvals.csv') ?? '');
		expect(await sampled(path)).toMatchObject({
			seed: hash,
			seedLabel: 'no free choice, but the preparer made the population',
		});
		expect(await sampled(path, '--seed', 'x')).toMatchObject({
			seed: 'x',
			seedLabel: 'seed chosen by the preparer',
		});
		expect(await sampled(path, '--seed', 'x', '--seed-from', 'preparer')).toMatchObject({
			seedLabel: 'seed chosen by the preparer',
		});
	});

	it('is as large as is usual, or as the table of the auditor says', async () => {
		expect(await sampled(await written())).toMatchObject({
			size: 25,
			sizeWhy: 'usual for a control per event: 25, as a tenth is less',
		});
		expect(await sampled(await written(smallPacket({ approvals: 301 })))).toMatchObject({
			size: 31,
			sizeWhy: 'usual for a control per event: a tenth',
		});
		expect(await sampled(await written(smallPacket({ approvals: 3 })))).toMatchObject({
			size: 3,
			sizeWhy: 'usual for a control per event: 25, as a tenth is less; there are only 3',
		});
		const table = join(
			temporaryFolder({ 't.csv': 'Frequency,Size,Note\r\ndaily,25,\r\nper event,12,"as\nagreed"\r\n' }),
			't.csv',
		);
		expect(await sampled(await written(), '--table', table)).toMatchObject({
			size: 12,
			sizeWhy: 'line 4 of the table of the auditor',
		});
		const named = join(
			temporaryFolder({ 't.csv': '\ufeffpopulation,frequency,size\napprovals,,4\n,per event,12\n' }),
			't.csv',
		);
		expect(await sampled(await written(), '--table', named)).toMatchObject({
			size: 4,
			sizeWhy: 'line 2 of the table of the auditor',
		});
		expect(await sampled(await written(), '--table', named, '--size', '2')).toMatchObject({ size: 2 });
	});

	it('of nothing is nothing', async () => {
		const { code, stdout } = await runMain(
			['sample', await written(smallPacket({ approvals: 0 }))],
			tempFolder(),
		);
		expect(code).toBe(0);
		expect(stdout).toMatch(/^0 of 0 rows of approvals /);
	});

	it('stands whole in each line of the CSV, and in words beside the table', async () => {
		const path = await written();
		const { stdout } = await runMain(
			['sample', path, '--size', '3', '--seed', '=1+1', '--format', 'csv'],
			tempFolder(),
		);
		const rows = parse(stdout, { columns: true }) as Record<string, string>[];
		expect(rows).toHaveLength(3);
		expect(Object.keys(rows[0] ?? {})).toEqual([
			'Rank',
			'Key',
			'Order',
			'Packet',
			'Population',
			'Population SHA-256',
			'Size',
			'Why this size',
			'Seed',
			'Seed is',
			'Method',
		]);
		expect(rows[2]).toMatchObject({
			Rank: '3',
			Population: 'approvals',
			Size: '3',
			Seed: "'=1+1",
			'Seed is': 'seed chosen by the preparer',
		});
		const table = await runMain(['sample', path, '--size', '3'], tempFolder());
		expect(table.stdout).toMatch(/^Rank {2}Key +Order\n/);
		expect(table.stdout).toContain('3 of 40 rows of approvals (Approvals given): as asked for (--size).');
		expect(table.stdout).toMatch(
			/Seed: [0-9a-f]{64} \(no free choice, but the preparer made the population\)/,
		);
	});
});

describe('a population', () => {
	it.each(['data/approvals.csv', 'data/approvals.json', 'data/lists.json', 'MANIFEST.sha256'])(
		'is refused where %s was changed',
		async (path) => {
			const files = smallPacket();
			const bytes = Buffer.from(files.get(path) ?? '');
			const at = path === 'MANIFEST.sha256' ? bytes.indexOf('  data/approvals.csv') - 1 : bytes.length - 20;
			bytes[at] = (bytes[at] ?? 0) === 0x30 ? 0x31 : 0x30;
			files.set(path, bytes);
			const { code, stderr } = await refused(await written(files));
			expect(code).toBe(1);
			expect(stderr).toContain('The population has changed since it was sealed: data/');
		},
	);

	it('is refused where its two files differ, though both were sealed', async () => {
		const files = smallPacket();
		files.set(
			'data/approvals.csv',
			Buffer.from((files.get('data/approvals.csv') ?? '').toString().replace('/7.yaml', '/77.yaml')),
		);
		const { code, stderr } = await refused(await written(sealed(files)));
		expect({ code, stderr }).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('The two files of the population approvals do not say the same'),
		});
	});

	it('is refused where two rows have one key', async () => {
		const files = smallPacket();
		for (const path of ['data/approvals.csv', 'data/approvals.json'])
			files.set(path, Buffer.from((files.get(path) ?? '').toString().replace('/7.yaml', '/8.yaml')));
		const { code, stderr } = await refused(await written(sealed(files)));
		expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('have one key') });
	});

	it('that is none is told, with those that are', async () => {
		const { code, stderr } = await refused(await written(), '--population', 'aprovals');
		expect({ code, stderr }).toEqual({
			code: 2,
			stderr: 'sop: The packet has no population aprovals\nDid you mean approvals? It has: approvals.\n',
		});
		expect((await refused(await written(), '--population', 'document-set')).code).toBe(2);
	});
});

describe('a call of sample', () => {
	it.each([
		[['--seed-from', 'auditor'], '--seed-from says who chose a seed, and there is no --seed'],
		[['--seed', 'a\nb'], 'A seed is one line'],
		[['--seed', ' ', '--seed-from', 'auditor'], 'A seed is a word or a number, and this one is empty'],
		[['--size', '0'], '--size takes a whole number from 1'],
		[['--size', '-3'], '--size takes a whole number'],
		[['--table', 'none.csv'], 'none.csv cannot be read (ENOENT)'],
	])('with %j is refused', async (words, message) => {
		const { code, stderr } = await refused(await written(), ...words);
		expect(code).toBe(2);
		expect(stderr).toContain(message);
	});

	it.each([
		['', 'Line 1 has no titles'],
		['frequency\ndaily\n', 'Line 1 has no titles'],
		['frequency,size\n', 'It has no line below its titles'],
		['frequency,size\nhourly,3\n', 'Line 2: "hourly" is no frequency (annual, quarterly'],
		['frequency,size\ndaily,3\n\nweekly,0\n', 'Line 4: the size is a whole number from 1, not "0"'],
		['frequency,size\ndaily,3.5\n', 'Line 2: the size is a whole number from 1, not "3.5"'],
		['frequency,size\ndaily,3\nDaily,4\n', 'Line 3 says again what line 2 says: daily'],
		['population,size\nrewiews,3\n', 'Line 2: "rewiews" is no population of this packet (approvals)'],
		['population,frequency,size\napprovals,daily,3\n', 'Line 2 names a population and a frequency'],
		['population,frequency,size\n,,3\n', 'Line 2 names neither a population nor a frequency'],
		['frequency,size\ndaily\n', 'line 2'],
		['frequency,size\n"daily,3\n', 'line'],
	])('with the table %j tells the line', async (text, message) => {
		const folder = temporaryFolder();
		writeFileSync(join(folder, 't.csv'), text);
		const { code, stderr } = await refused(await written(), '--table', join(folder, 't.csv'));
		expect(code).toBe(2);
		expect(stderr).toContain('is no table of sizes: ');
		expect(stderr).toContain(message);
	});
});
