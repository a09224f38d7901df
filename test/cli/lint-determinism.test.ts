import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { nodeIo } from '../../src/io/node-io.ts';
import { callSop, sopWithId } from '../support/lint-library.ts';
import { smallSop, temporaryLibrary } from '../support/temporary-library.ts';

const io = nodeIo();

/** Runs `sop` in this process, in a changed world. */
async function runIn(folder: string, words: readonly string[], world: Partial<typeof io>) {
	let [stdout, stderr] = ['', ''];
	const stream = (take: (text: string) => void) => ({ write: take, isTerminal: false, columns: 80, colorLevel: 0 as const });
	const code = await main(words, {
		...io,
		stdout: stream((text) => {
			stdout += text;
		}),
		stderr: stream((text) => {
			stderr += text;
		}),
		workingDirectory: folder,
		...world,
	});
	return { code, stdout, stderr };
}

/** A library with many documents, in each of which something is wrong. */
function manyDocuments(): string {
	return temporaryLibrary(
		Object.fromEntries(
			Array.from({ length: 400 }, (_, at) => [
				`sops/${at % 7}/I${at}.sop.yaml`,
				sopWithId(`SOP-FIN-${100 + (at % 390)}`, (text) =>
					at % 3 === 0 ? text.replace('"1.0"', '1.0') : at % 3 === 1 ? text.replace('First version', 'TODO') : text.replace('next: end', 'next: nowhere'),
				),
			]),
		),
	);
}

describe('sop lint', () => {
	it('gives the same bytes from several threads as from one', async () => {
		const folder = manyDocuments();
		let threads = 0;
		const runWorker = (module: string, workerData: unknown, onStep?: (steps: number) => void) => {
			threads++;
			return new Promise<unknown>((resolve, reject) => {
				const worker = new Worker(new URL(`../../dist/${module}.js`, import.meta.url), { workerData });
				worker.on('message', (message: unknown) => {
					if (typeof message === 'number') onStep?.(message);
					else resolve(message);
				});
				worker.once('error', reject);
			});
		};
		const words = ['lint', '--format', 'json'];
		const now = () => new Date();
		const { runWorker: _, ...alone } = io;
		let sequential = '';
		const code = await main(words, {
			...alone,
			stdout: { write: (text) => void (sequential += text), isTerminal: false, columns: 80, colorLevel: 0 },
			workingDirectory: folder,
		});
		const parallel = await runIn(folder, words, { runWorker, processors: 4, now });
		expect(threads).toBeGreaterThan(0);
		expect(code).toBe(1);
		expect(parallel).toEqual({ code: 1, stdout: sequential, stderr: '' });
		expect((JSON.parse(sequential) as { findings: unknown[] }).findings.length).toBeGreaterThan(400);
	});

	it('gives the same bytes in every language and time zone, and again', () => {
		const folder = temporaryLibrary({
			'sop.config.yaml': 'library: 3f1b0c6a9d4e4f7a\ntimezone: Pacific/Auckland\n',
			'I.sop.yaml': smallSop.replace('"1.0"', '1.0').replace('language: en', 'languagI: en'),
			'i.sop.yaml': smallSop.replace('First version', 'TODO'),
			'\u0131.sop.yaml': smallSop.replace('next: end', 'next: RELEASE-IT'),
		});
		for (const format of ['json', 'pretty']) {
			const [first, ...others] = [
				{ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
				{ TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' },
				{ TZ: 'America/Los_Angeles', LANG: 'C', LC_ALL: 'C' },
			].map((environment) => callSop(folder, ['lint', '--format', format], { environment }));
			expect(first).toMatchObject({ code: 1, stderr: '' });
			for (const other of others) expect(other).toEqual(first);
		}
	});

	it('counts days in the time zone of the library', async () => {
		const now = () => new Date('2026-11-22T23:30:00Z');
		for (const [zone, day] of [
			['Pacific/Auckland', '2026-11-23'],
			['America/Los_Angeles', '2026-11-22'],
		] as const) {
			const folder = temporaryLibrary({
				'sop.config.yaml': `library: 3f1b0c6a9d4e4f7a\ntimezone: ${zone}\n`,
				'a.sop.yaml': smallSop,
			});
			const { stdout } = await runIn(folder, ['lint', '--format', 'json'], { now });
			expect(JSON.parse(stdout)).toMatchObject({ asOf: day });
		}
	});

	it('says what to report where sop itself is at fault', async () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		const files = {
			...io.files,
			facts: (path: string) => {
				if (path.endsWith('.sop.yaml')) throw new TypeError('facts are broken');
				return io.files.facts(path);
			},
		};
		const { code, stdout, stderr } = await runIn(folder, ['lint', '--format', 'json', 'secret/name'], { files });
		expect({ code, stdout }).toMatchObject({ code: 2, stdout: '' });
		expect(stderr).toContain('There is nothing at secret/name');
		const crashed = await runIn(folder, ['lint', '--format', 'json', 'a.sop.yaml'], { files });
		expect(crashed).toMatchObject({ code: 3, stdout: '' });
		expect(crashed.stderr).toContain('sop: this is a fault of sop, not of your files.');
		expect(crashed.stderr).toContain('Please report it');
		expect(crashed.stderr).toContain('TypeError: facts are broken');
		expect(crashed.stderr).toContain('["…","--format","…","…"]');
	});
});
