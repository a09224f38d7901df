import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditedLibrary } from '../support/audited-library.ts';
import type { HistoryRepository } from '../support/history-repository.ts';
import {
	beside,
	checksIn,
	differences,
	filesBelow,
	madeFolder,
	placesOf,
	quarter,
	repositoryOfFile,
	textIn,
} from '../support/made-packets.ts';
import { cleanEnvironment, sopBin } from '../support/run-sop.ts';

describe('the place of a packet', () => {
	let repository: HistoryRepository;
	const audit = (...words: readonly string[]) => repository.sop('audit', ...quarter, ...words);
	const at = (name: string) => beside(repository, name);
	/** What was left hidden beside packets. */
	const left = () =>
		readdirSync(dirname(repository.folder)).filter((name) => name.startsWith('.sop-packet-'));

	beforeAll(() => {
		({ repository } = auditedLibrary(repositoryOfFile()));
	}, 60_000);

	it.each(['out', 'zip'])('is not written over (--%s), and nothing that stands there is touched', (flag) => {
		const path = at(`standing ${flag}`);
		if (flag === 'out') mkdirSync(path);
		writeFileSync(flag === 'out' ? `${path}/keep.txt` : path, 'keep');
		const kept = () => (flag === 'out' ? [...filesBelow(path)] : readFileSync(path, 'utf8'));
		const before = kept();
		const refused = audit(`--${flag}`, path);
		expect(refused).toMatchObject({ code: 2, stdout: '' });
		expect(refused.stderr).toContain('is there already');
		expect(kept()).toEqual(before);
		expect(audit(`--${flag}`, path, '--force')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('is no packet'),
		});
		expect(kept()).toEqual(before);
		expect(existsSync(`${path}.ENVIRONMENT.txt`)).toBe(false);
		expect(left()).toEqual([]);
	});

	it('may lie in the library, and then the tool warns, as no packet belongs into git', () => {
		const inside = audit('--out', 'packet');
		expect(inside.stderr).toContain('It lies in the library: move it elsewhere before anybody commits it');
		rmSync(`${repository.folder}/packet`, { recursive: true });
		rmSync(`${repository.folder}/packet.ENVIRONMENT.txt`);
		expect(audit('--out', at('outside')).stderr).not.toContain('It lies in the library');
	});

	it('may be an empty folder, and with --force a packet, which is replaced whole', () => {
		mkdirSync(at('packet'));
		const first = madeFolder(repository, 'packet');
		expect(audit('--out', first.path).code).toBe(2);
		writeFileSync(`${first.path}/added.txt`, 'added');
		writeFileSync(`${first.path}/index.html`, 'changed');
		const again = madeFolder(repository, 'packet', '--force');
		expect(differences(first.files, again.files)).toEqual([]);
		for (const words of [[], ['--force']]) expect(audit('--zip', at('packet.zip'), ...words).code).toBe(1);
		expect(left()).toEqual([]);
	});

	it('may be no link, and no file where a folder is asked for', () => {
		mkdirSync(at('target'));
		symlinkSync(at('target'), at('link'));
		for (const more of [[], ['--force']]) expect(audit('--out', at('link'), ...more).code).toBe(2);
		expect(readdirSync(at('target'))).toEqual([]);
		writeFileSync(at('a file'), 'keep');
		for (const more of [[], ['--force']]) expect(audit('--out', at('a file'), ...more).code).toBe(2);
		expect(readFileSync(at('a file'), 'utf8')).toBe('keep');
	});

	it('is asked for, as are both days, in their order', () => {
		const say = (...words: readonly string[]) => repository.sop('audit', ...words);
		const path = at('none');
		for (const words of [
			[...quarter],
			[...quarter, '--out', path, '--zip', `${path}.zip`],
			[...quarter, '--check', '--out', path],
			['--out', path],
			['--from', '2026-01-01', '--out', path],
			['--to', '2026-03-31', '--out', path],
			['--from', '2026-03-31', '--to', '2026-01-01', '--out', path],
			['--from', '2026-02-30', '--to', '2026-03-31', '--out', path],
			['--from', '1.1.2026', '--to', '2026-03-31', '--out', path],
		]) {
			const { code, stdout, stderr } = say(...words);
			expect({ words, code, stdout }).toEqual({ words, code: 2, stdout: '' });
			expect(stderr).toMatch(/^sop: \S/);
			expect(stderr).not.toMatch(/^ {4}at /m);
		}
		expect(existsSync(path)).toBe(false);
	});

	it('gets a packet in which nothing holds of a period before there was anything', () => {
		const path = at('before');
		const { code, stderr } = repository.sop(
			...['audit', '--from', '2020-01-01', '--to', '2020-03-31', '--out', path],
		);
		expect({ code, stderr }).toMatchObject({ code: 0 });
		const files = filesBelow(path);
		const checks = [...checksIn(files).values()];
		expect(checks.length).toBeGreaterThan(50);
		for (const { name, result, counts, cause } of checks) {
			expect({ name, result }).not.toMatchObject({ result: 'does not hold' });
			if (counts.looked === 0) expect({ name, result }).toEqual({ name, result: 'not evaluated' });
			if (result === 'not evaluated') expect(cause, name).toMatch(/\S/);
		}
		// What is about the repository as it is here holds; a period in which nothing was has nothing to hold.
		expect(checks.filter(({ result }) => result === 'holds').map(({ name }) => name)).toEqual([
			'integrity/objects-intact',
			'integrity/whole',
		]);
		expect(checksIn(files).get('findings/no-error')?.cause).toContain('the mainline begins after the period');
		expect(files.has('findings.sarif')).toBe(false);
		expect(placesOf(files, 'SOP-FIN-900@')).toEqual([]);
		expect(textIn(files, 'index.html')).toContain('2020-01-01 to 2020-03-31');
	});

	it('holds the old packet or nothing where the program is killed in the middle, and the next one sweeps up', async () => {
		const path = at('killed');
		for (const flag of ['--out', '--zip']) {
			const name = flag === '--out' ? path : `${path}.zip`;
			const child = spawn(process.execPath, [sopBin, 'audit', ...quarter, flag, name], {
				cwd: repository.folder,
				env: { ...cleanEnvironment(), HOME: repository.home },
				stdio: 'ignore',
			});
			const closed = once(child, 'close');
			while (left().length === 0 && child.exitCode === null) await sleep(2);
			expect(child.exitCode).toBeNull();
			child.kill('SIGKILL');
			await closed;
			expect(left().length).toBeGreaterThan(0);
			expect(existsSync(name)).toBe(false);
			const { code, stderr } = audit(flag, name);
			expect(code, stderr).toBe(1);
			expect(existsSync(name)).toBe(true);
			expect(left()).toEqual([]);
		}
	});

	it('holds nothing where the disk is full', () => {
		const folder = at('small disk');
		mkdirSync(folder);
		const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', folder]).status === 0;
		// Where nobody may mount, a limit on the size of a file stands for it: SIGXFSZ, or EFBIG, in the ZIP.
		const flag = mounted ? '--out' : '--zip';
		const path = `${folder}/packet`;
		try {
			const limit = mounted ? '' : 'trap "" XFSZ; ulimit -f 60; ';
			const { status, stderr } = spawnSync(
				'sh',
				['-c', `${limit}exec "$@"`, 'sh', process.execPath, sopBin, ...['audit', ...quarter, flag, path]],
				{ cwd: repository.folder, env: { ...cleanEnvironment(), HOME: repository.home }, encoding: 'utf8' },
			);
			expect({ status, stderr }).toMatchObject({ status: 3 });
			expect(stderr).toMatch(/cannot be written to .*\((?:ENOSPC|EFBIG)\); nothing stands there/s);
			expect(readdirSync(folder)).toEqual([]);
		} finally {
			if (mounted) spawnSync('umount', [folder]);
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
