import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { canonicalText } from '../../src/model/digest.ts';
import { publicKey } from '../support/approvals-library.ts';
import { auditedLibrary } from '../support/audited-library.ts';
import type { HistoryRepository } from '../support/history-repository.ts';
import {
	beside,
	listIn,
	type MadePacket,
	madeFolder,
	repositoryOfFile,
	textIn,
} from '../support/made-packets.ts';

describe('a packet, gone through by hand', () => {
	let repository: HistoryRepository;
	let packet: MadePacket;

	beforeAll(() => {
		({ repository } = auditedLibrary(repositoryOfFile()));
		packet = madeFolder(repository, 'packet');
	}, 60_000);

	/** What a shell prints, less the last line break. */
	const shell = (command: string, cwd: string, input = '') => {
		const env = {
			PATH: process.env['PATH'] ?? '',
			HOME: repository.home,
			GIT_CONFIG_NOSYSTEM: '1',
			LC_ALL: 'C',
		};
		const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
			cwd,
			env,
			input,
			encoding: 'utf8',
		});
		return { status, stdout: stdout.replace(/\n$/, ''), stderr };
	};
	const commandsOn = (path: string) => {
		const { document } = new JSDOM(textIn(packet.files, path)).window;
		return [...document.querySelectorAll('pre code, pre, code')].map((one) => one.textContent?.trim() ?? '');
	};

	it('is whole by the command on its cover, and that finds what was changed', () => {
		const command = 'sha256sum -c MANIFEST.sha256';
		expect(commandsOn('index.html')).toContain(command);
		expect(shell(`${command} --quiet`, packet.path)).toEqual({ status: 0, stdout: '', stderr: '' });
		const css = `${packet.path}/packet.css`;
		writeFileSync(css, 'changed');
		expect(shell(command, packet.path)).toMatchObject({
			status: 1,
			stdout: expect.stringContaining('packet.css: FAILED'),
		});
		writeFileSync(css, packet.files.get('packet.css') ?? '');
		const { stdout } = shell('sha256sum MANIFEST.sha256', packet.path);
		expect(packet.said.stderr).toContain(stdout.slice(0, 64));
	});

	it('gives the figures that its commands print, wherever they say a plain one', () => {
		let done = 0;
		for (const row of listIn(packet.files, 'lists').rows)
			for (const line of (Array.isArray(row['reperform']) ? row['reperform'] : []).map(String)) {
				const [, command, gives] = /: ((?:git|sha256sum|grep|wc) .*) → (.*)$/s.exec(line) ?? [];
				const [, figure] = /^([0-9a-f\n]+)(?:,|$)/.exec(gives ?? '') ?? [];
				if (command === undefined || figure === undefined) continue;
				expect({ line, stdout: shell(command, repository.folder).stdout }).toEqual({ line, stdout: figure });
				done++;
			}
		expect(done).toBeGreaterThan(8);
	});

	it('has the two commands of its cover, and the sources and digests of its texts, as git has them', () => {
		const commands = commandsOn('index.html').filter((one) => one.startsWith('git '));
		const [count = '', changes = ''] = [...new Set(commands)];
		const { rows } = listIn(packet.files, 'documents');
		expect(shell(count, repository.folder).stdout).toBe(String(rows.length));
		const paths = listIn(packet.files, 'changes').rows.reduce((sum, row) => sum + Number(row['paths']), 0);
		expect(shell(changes, repository.folder).stdout).toBe(String(paths));
		for (const { commit, file, sourceSha256, digest, document, version } of listIn(
			packet.files,
			'document-set',
		).rows) {
			const source = shell(`git show '${commit}:${file}' | sha256sum`, repository.folder).stdout.slice(0, 64);
			expect(source).toBe(sourceSha256);
			const found = shell(
				`sha256sum documents/${document}/${document}@${version}*.canonical.json | cut -c1-64`,
				packet.path,
			).stdout.split('\n');
			expect(found.map((one) => `sha256:${one}`)).toContain(digest);
		}
	});

	it('has an approval whose digest and signature ssh-keygen and sha256sum confirm', () => {
		const [path = ''] = [...packet.files.keys()].filter(
			(one) => one.startsWith('records/approvals/SOP-FIN-900/1.0/') && one.endsWith('.yaml'),
		);
		const { signature, ...rest }: Record<string, unknown> = parse(textIn(packet.files, path));
		const { stdout } = shell('sha256sum documents/SOP-FIN-900/SOP-FIN-900@1.0.canonical.json', packet.path);
		expect(rest['digest']).toBe(`sha256:${stdout.slice(0, 64)}`);
		const signers = beside(repository, 'signers');
		const file = beside(repository, 'signature');
		writeFileSync(signers, `c.fo namespaces="sop-approval" ${publicKey('c.fo')}\n`);
		writeFileSync(file, String(signature));
		const verify = `ssh-keygen -Y verify -f '${signers}' -I c.fo -n sop-approval -s '${file}'`;
		const signed = path.replace(/yaml$/, 'signed.json');
		expect(textIn(packet.files, signed)).toBe(canonicalText(rest));
		expect(shell(`${verify} < '${signed}'`, packet.path)).toMatchObject({
			status: 0,
			stdout: expect.stringContaining('Good "sop-approval" signature for c.fo'),
		});
		expect(shell(verify, packet.path, canonicalText({ ...rest, version: '9.9' })).status).not.toBe(0);
	});
});
