import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/source/read-yaml.ts';
import { git, introduce } from '../support/git.ts';
import { runMain, tempFolder } from '../support/run-main.ts';

const config = 'format: 1\nlibrary: 7f3c9d0e5b1a4c2d8e6f0a9b3c5d7e1f\n';
const library = (files: Record<string, string> = {}) => tempFolder({ 'sop.config.yaml': config, ...files });
const fresh = ['new', '--title', 'Pay an invoice', '--function', 'finance'];
const valueIn = (folder: string, path: string) => readYaml(readFileSync(join(folder, path), 'utf8')).value;

describe('sop new', () => {
	it('writes an SOP, names the file on standard output and the git line on standard error', async () => {
		const at = library();
		git(at, 'init', '-q', '-b', 'main');
		const ended = await runMain(fresh, at);
		expect(ended).toMatchObject({ code: 0, stdout: 'sops/finance/pay-an-invoice.sop.yaml\n' });
		expect(ended.stderr).toContain(
			"git add -- sops/finance/pay-an-invoice.sop.yaml && git commit -m 'Add SOP-FIN-001 Pay an invoice' -- sops/finance/pay-an-invoice.sop.yaml",
		);
		expect(valueIn(at.folder, 'sops/finance/pay-an-invoice.sop.yaml')).toMatchObject({
			id: 'SOP-FIN-001',
			title: 'Pay an invoice',
			change_log: [{ version: '1.0', date: '2026-11-22' }],
		});
	});

	it('lints with placeholders and nothing else, in a library of sop init', async () => {
		const at = tempFolder();
		introduce(at);
		await runMain(['init', '--git'], at);
		await runMain(fresh, at);
		await runMain(['new', '--small', '--title', 'Badges', '--function', 'it'], at);
		await runMain(['new', '--kind', 'checklist', '--title', 'Invoices', '--function', 'finance'], at);
		const { stdout } = await runMain(['lint', '--format', 'json'], at);
		const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
		expect(findings.filter(({ rule }) => rule !== 'document/placeholder')).toEqual([]);
		expect(findings.length).toBeGreaterThan(20);
	});

	it('says in a pipe which flags are missing', async () => {
		const ended = await runMain(['new'], library());
		expect(ended).toMatchObject({ code: 2, stdout: '' });
		expect(ended.stderr).toContain('--title and --function are missing');
		expect(ended.stderr).toContain('--answers');
	});

	it('reads a file of answers, and lets flags come before it', async () => {
		const at = library({
			'answers.yaml': `title: From the file
function: hr
owner: hr-manager
author: jane.doe
reason: "It was asked: why?"
outcomes:
  - if: The request is late
    do: Ask for the reason.
exceptions:
  - when: Nobody is there
    do: Pass it on.
    allowed_by: hr-director
    until: 2 weeks
`,
		});
		const ended = await runMain(['new', '--answers', 'answers.yaml', '--title', 'From the flag'], at);
		expect(ended.code).toBe(0);
		expect(valueIn(at.folder, 'sops/hr/from-the-flag.sop.yaml')).toMatchObject({
			id: 'SOP-HR-001',
			owner: 'hr-manager',
			decisions: [{ branches: [{ if: 'The request is late', goto: 'ask-for-the-reason' }, {}] }],
			exceptions: [{ approved_by: 'hr-director', limit: '2 weeks' }],
			change_log: [{ author: 'jane.doe', why: 'It was asked: why?' }],
		});
	});

	it.each([
		['titel: X\n', 'the unknown key "titel"; did you mean title?'],
		['outcomes: late\n', '`outcomes` is no list'],
		['exceptions:\n  - when: Late\n    do: Wait\n    until: tomorrow\n', '`until` of exceptions 1 must say once'],
		['exceptions:\n  - when: Late\n', 'exceptions 1 has no `do`'],
		['title: 7\n', '`title` is no text'],
		['title: "a\n', 'cannot be read'],
		['- a\n', 'the file holds no keys'],
	])('refuses the answers %j and says why', async (text, reason) => {
		const at = library({ 'answers.yaml': text });
		const ended = await runMain(['new', '--answers', 'answers.yaml'], at);
		expect(ended.code).toBe(2);
		expect(ended.stderr).toContain(reason);
		expect(readdirSync(at.folder)).toEqual(['answers.yaml', 'sop.config.yaml']);
	});
});

describe('the id', () => {
	it('is free over archive, branches, tags, stashes, the index, deleted and renamed documents', async () => {
		const at = library({ 'archive/old.sop.yaml': 'format: 1\nid: SOP-FIN-003\n' });
		introduce(at);
		git(at, 'init', '-q', '-b', 'main');
		const commit = (id: string, file = `sops/${id}.sop.yaml`) => {
			mkdirSync(join(at.folder, 'sops'), { recursive: true });
			writeFileSync(join(at.folder, file), `format: 1\nid: "${id}"\ntitle: X\n`);
			git(at, 'add', '-A');
			git(at, 'commit', '-q', '-m', id);
		};
		const next = async () => /id: (\S+)/.exec((await runMain([...fresh, '--stdout'], at)).stdout)?.[1];
		commit('SOP-FIN-001');
		expect(await next()).toBe('SOP-FIN-004');
		git(at, 'switch', '-q', '-c', 'side');
		commit('SOP-FIN-010');
		git(at, 'switch', '-q', 'main');
		expect(await next()).toBe('SOP-FIN-011');
		commit('SOP-FIN-020');
		git(at, 'rm', '-q', 'sops/SOP-FIN-020.sop.yaml');
		git(at, 'commit', '-q', '-m', 'gone');
		expect(await next()).toBe('SOP-FIN-021');
		commit('SOP-FIN-030', 'sops/changed.sop.yaml');
		commit('SOP-FIN-002', 'sops/changed.sop.yaml');
		expect(await next()).toBe('SOP-FIN-031');
		git(at, 'switch', '-q', '--detach');
		commit('SOP-FIN-040');
		git(at, 'tag', 'kept');
		git(at, 'switch', '-q', 'main');
		expect(await next()).toBe('SOP-FIN-041');
		writeFileSync(join(at.folder, 'sops/staged.sop.yaml'), 'id: SOP-FIN-050\n');
		git(at, 'add', '-A');
		git(at, 'stash', '-q');
		expect(await next()).toBe('SOP-FIN-051');
		writeFileSync(join(at.folder, 'sops/staged.sop.yaml'), 'id: SOP-FIN-060\n');
		git(at, 'add', '-A');
		writeFileSync(join(at.folder, 'sops/staged.sop.yaml'), 'id: SOP-FIN-002\n');
		expect(await next()).toBe('SOP-FIN-061');
		writeFileSync(join(at.folder, 'sops/untracked.sop.yaml'), 'id: SOP-FIN-070\n');
		expect(await next()).toBe('SOP-FIN-071');
	});

	it('is looked for whatever the settings of git say', async () => {
		const at = library({ 'sops/a.sop.yaml': 'id: SOP-FIN-004\n' });
		introduce(at);
		git(at, 'init', '-q');
		git(at, 'add', '-A');
		git(at, 'commit', '-q', '-m', 'a');
		git(at, 'rm', '-q', 'sops/a.sop.yaml');
		for (const [name, value] of [
			['grep.lineNumber', 'true'],
			['grep.patternType', 'fixed'],
			['grep.fullName', 'true'],
			['color.ui', 'always'],
			['log.showSignature', 'true'],
		] as const)
			git(at, 'config', name, value);
		expect((await runMain([...fresh, '--stdout'], at)).stdout).toContain('id: SOP-FIN-005');
	});

	it('says that a shallow clone does not know older ones', async () => {
		const at = library({ 'sops/a.sop.yaml': 'id: SOP-FIN-001\n' });
		introduce(at);
		git(at, 'init', '-q', '-b', 'main');
		for (const message of ['a', 'b']) {
			writeFileSync(join(at.folder, 'note.txt'), message);
			git(at, 'add', '-A');
			git(at, 'commit', '-q', '-m', message);
		}
		const clone = { ...at, folder: join(at.home, 'clone') };
		git(at, 'clone', '-q', '--depth', '1', `file://${at.folder}`, clone.folder);
		const ended = await runMain([...fresh, '--stdout'], clone);
		expect(ended.stderr).toContain('The clone is shallow');
		expect(ended.stdout).toContain('id: SOP-FIN-002');
	});

	it('is the one asked for where it is free, and has the code of a function of the config', async () => {
		const at = library({
			'sop.config.yaml': `${config}functions:\n  - id: treasury\n    code: TRS\n`,
			'sops/a.sop.yaml': 'id: SOP-FIN-001\n',
		});
		expect((await runMain([...fresh, '--id', 'sop-fin-077', '--stdout'], at)).stdout).toContain('id: SOP-FIN-077');
		const taken = await runMain([...fresh, '--id', 'SOP-FIN-001'], at);
		expect(taken).toMatchObject({ code: 2 });
		expect(taken.stderr).toContain('The next free one is SOP-FIN-002');
		expect((await runMain([...fresh, '--id', 'X'], at)).code).toBe(2);
		expect((await runMain(['new', '--title', 'A', '--function', 'treasury', '--stdout'], at)).stdout).toContain('id: SOP-TRS-001');
	});
});

describe('what cannot be', () => {
	it('suggests the nearest function and template', async () => {
		const at = library();
		expect((await runMain(['new', '--title', 'A', '--function', 'finanse'], at)).stderr).toContain('Did you mean finance?');
		expect((await runMain(['new', 'ofice-access'], at)).stderr).toContain('Did you mean office-access?');
		expect((await runMain(['new', 'o'], at)).code).toBe(2);
	});

	it.each(['a\u001b[31mb', 'a\nb', 'a\u202eb', 'a\u200bb', ''])('refuses the title %j', async (title) => {
		const at = library();
		const ended = await runMain(['new', '--title', title, '--function', 'it'], at);
		expect(ended).toMatchObject({ code: 2, stdout: '' });
		expect(ended.stderr).not.toMatch(/[\u001b\u202e\u200b]/u);
		expect(readdirSync(at.folder)).toEqual(['sop.config.yaml']);
	});

	it('refuses a title of more than 200 characters and shortens the file name of a long one', async () => {
		const at = library();
		expect((await runMain(['new', '--title', 'x'.repeat(201), '--function', 'it'], at)).code).toBe(2);
		const ended = await runMain(['new', '--title', 'word '.repeat(39).trim(), '--function', 'it'], at);
		expect(ended.code).toBe(0);
		expect(ended.stdout.length).toBeLessThan(90);
	});

	it.each([
		["'; rm -rf / #", 'rm-rf'],
		['$(reboot) `reboot`', 'reboot-reboot'],
		['../../etc/passwd', 'etc-passwd'],
		['漢字', 'sop-it-001'],
		['Größe: "quoted" # 7', 'grosse-quoted-7'],
		['-rf', 'rf'],
	])('takes the title %j as mere words', async (title, name) => {
		const at = library();
		git(at, 'init', '-q', '-b', 'main');
		introduce(at);
		const ended = await runMain(['new', `--title=${title}`, '--function', 'it', '--commit'], at);
		expect(ended).toMatchObject({ code: 0, stdout: `sops/it/${name}.sop.yaml\n` });
		expect(valueIn(at.folder, `sops/it/${name}.sop.yaml`)).toMatchObject({ title });
		expect(git(at, 'log', '--format=%s')).toBe(`Add SOP-IT-001 ${title}\n`);
	});

	it('writes over nothing', async () => {
		const at = library({ 'sops/finance/pay-an-invoice.sop.yaml': 'id: SOP-FIN-001\n# mine\n' });
		const ended = await runMain(fresh, at);
		expect(ended).toMatchObject({ code: 2, stdout: '' });
		expect(ended.stderr).toContain('exists already; nothing was written');
		expect(readFileSync(join(at.folder, 'sops/finance/pay-an-invoice.sop.yaml'), 'utf8')).toContain('# mine');
	});

	it.each(['..', '../other', '/tmp', 'out', '.git/x', 'node_modules/x'])('never leaves the library with --dir %s', async (dir) => {
		const at = library();
		symlinkSync(at.home, join(at.folder, 'out'));
		const ended = await runMain([...fresh, '--dir', dir], at);
		expect(ended).toMatchObject({ code: 2, stdout: '' });
		expect(readdirSync(at.folder).sort()).toEqual(['out', 'sop.config.yaml']);
		expect(readdirSync(at.home)).toEqual([]);
	});

	it('does not follow a link out of the library on its own way either', async () => {
		const at = library();
		symlinkSync(at.home, join(at.folder, 'sops'));
		expect((await runMain(fresh, at)).code).toBe(2);
		expect(readdirSync(at.home)).toEqual([]);
	});

	it('writes into --dir, from the folder where the user stands', async () => {
		const at = library({ 'areas/pay/.keep': '' });
		const ended = await runMain([...fresh, '--dir', 'pay'], { ...at, folder: join(at.folder, 'areas') });
		expect(ended).toMatchObject({ code: 0, stdout: 'pay/pay-an-invoice.sop.yaml\n' });
		expect(existsSync(join(at.folder, 'areas/pay/pay-an-invoice.sop.yaml'))).toBe(true);
	});

	it('says where a file cannot be written', async () => {
		const at = library({ 'sops/finance': 'a file where the folder should be' });
		const ended = await runMain(fresh, at);
		expect(ended.code).toBe(3);
		expect(ended.stderr).toContain('nothing was written');
	});

	it.skipIf(process.getuid?.() === 0)('says that a folder is read-only', async () => {
		const at = library();
		chmodSync(at.folder, 0o555);
		const ended = await runMain(fresh, at);
		chmodSync(at.folder, 0o755);
		expect(ended.code).toBe(3);
		expect(ended.stderr).toContain('EACCES');
	});
});

describe('sop new --commit', () => {
	it('commits exactly the one file; what else is staged stays staged', async () => {
		const at = library();
		introduce(at);
		git(at, 'init', '-q', '-b', 'main');
		git(at, 'add', 'sop.config.yaml');
		const ended = await runMain([...fresh, '--commit'], at);
		expect(ended.code).toBe(0);
		expect(git(at, 'show', '--name-only', '--format=%an <%ae>', 'HEAD').trim().split(/\n+/)).toEqual([
			'Jane Doe <jane@acme.example>',
			'sops/finance/pay-an-invoice.sop.yaml',
		]);
		expect(git(at, 'status', '--porcelain')).toBe('A  sop.config.yaml\n');
		expect(valueIn(at.folder, 'sops/finance/pay-an-invoice.sop.yaml')).toMatchObject({ change_log: [{ author: 'jane.doe' }] });
	});

	it('writes nothing where git does not know who commits, or where there is no repository', async () => {
		const at = library();
		expect((await runMain([...fresh, '--commit'], at)).stderr).toContain('no git repository');
		git(at, 'init', '-q');
		const ended = await runMain([...fresh, '--commit'], at);
		expect(ended.code).toBe(2);
		expect(ended.stderr).toContain('git config --global user.name');
		expect(readdirSync(at.folder).sort()).toEqual(['.git', 'sop.config.yaml']);
	});

	it('says what a hook refused, and that the file stands', async () => {
		const at = library();
		introduce(at);
		git(at, 'init', '-q');
		writeFileSync(join(at.folder, '.git/hooks/pre-commit'), '#!/bin/sh\necho "no commits today" >&2\nexit 1\n', { mode: 0o755 });
		const ended = await runMain([...fresh, '--commit'], at);
		expect(ended.code).toBe(3);
		expect(ended.stderr).toContain('no commits today');
		expect(existsSync(join(at.folder, 'sops/finance/pay-an-invoice.sop.yaml'))).toBe(true);
	});
});

describe('sop new TEMPLATE', () => {
	it('copies an example under a new id, from the beginning of its name', async () => {
		const at = library();
		const ended = await runMain(['new', 'management-review', '--author', 'j.roe'], at);
		expect(ended).toMatchObject({ code: 0, stdout: 'sops/finance/management-review-of-procurement-actions.sop.yaml\n' });
		expect(valueIn(at.folder, ended.stdout.trim())).toMatchObject({
			id: 'SOP-FIN-001',
			version: '1.0',
			change_log: [{ version: '1.0', author: 'j.roe' }],
			'x-source': { repository: '18F/handbook' },
		});
	});

	it('fills in the SOP that a checklist carries out', async () => {
		const at = library({ 'sops/it/p.sop.yaml': 'id: SOP-IT-009\n' });
		expect((await runMain(['new', 'monthly-patch-ticket', '--executes', 'sop-it-009', '--stdout'], at)).stdout).toContain('\nexecutes: SOP-IT-009\n');
		const unknown = await runMain(['new', 'monthly-patch-ticket', '--executes', 'SOP-IT-008'], at);
		expect(unknown).toMatchObject({ code: 2 });
		expect(unknown.stderr).toContain('Did you mean SOP-IT-009?');
	});

	it('refuses flags that contradict the template', async () => {
		const at = library();
		expect((await runMain(['new', 'office-access', '--kind', 'checklist'], at)).code).toBe(2);
		expect((await runMain(['new', 'office-access', '--small'], at)).code).toBe(2);
		expect((await runMain([...fresh, '--executes', 'SOP-FIN-001'], at)).code).toBe(2);
	});
});
