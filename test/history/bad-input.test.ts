import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import {
	configText,
	emptyRepository,
	HistoryRepository,
	libraryRepository,
	sopId,
	sopText,
} from '../support/history-repository.ts';
import type { SopOutcome } from '../support/run-sop.ts';

/** The commands that read history. */
const calls = [
	['history', sopId],
	['show', sopId, '--on', '2024-03-01'],
	['list', '--on', '2024-03-01'],
] as const;

/** Expects a refusal in plain words: nothing printed, a sentence and at most one of help, no stack. */
function expectRefusal({ code, stdout, stderr }: SopOutcome, expected: number, message: RegExp) {
	expect({ code, stdout, stderr }).toEqual({
		code: expected,
		stdout: '',
		stderr: expect.stringMatching(message),
	});
	expect(stderr).toMatch(/^sop: [^\n]+\n(?:[^\n]+\n)?$/);
	expect(stderr).not.toMatch(/\n\s+at |Error:|fault of sop/);
}

/** A folder with a program called git, to stand before all others on the path. */
function gitThat(repository: HistoryRepository, script: string): Readonly<Record<string, string>> {
	const folder = join(repository.home, 'bin');
	mkdirSync(folder);
	writeFileSync(join(folder, 'git'), script, { mode: 0o755 });
	return { PATH: `${folder}:${process.env['PATH']}` };
}

const realGit = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();

/** The file of a loose object. */
function looseFile({ folder }: HistoryRepository, id: string): string {
	const file = join(folder, '.git/objects', id.slice(0, 2), id.slice(2));
	chmodSync(file, 0o644);
	return file;
}

describe('a git that cannot be used', () => {
	it('is said to be missing where it is, and the register is of the files as they are', () => {
		const repository = libraryRepository();
		repository.environment = { PATH: repository.home };
		for (const call of calls)
			expectRefusal(repository.sop(...call), 3, /git is not installed, or not on the PATH/);
		expect(repository.list().get(sopId)).toMatchObject({
			inForce: null,
			notEvaluated: 'git is not installed, or not on the PATH',
		});
		const { code, stderr } = repository.sop('show', sopId);
		expect(code).toBe(1);
		expect(stderr).toContain('What is in force is not evaluated: git is not installed, or not on the PATH.');
	});

	it('is said to be too old where it is', () => {
		const repository = libraryRepository();
		const script = `#!/bin/sh\nfor word; do [ "$word" = version ] && echo 'git version 2.20.1' && exit 0; done\nexec '${realGit}' "$@"\n`;
		repository.environment = gitThat(repository, script);
		for (const call of [...calls, ['list'], ['show', sopId]])
			expectRefusal(
				repository.sop(...call),
				3,
				/git 2\.20 is too old to read the history with\nInstall git 2\.34 or newer/,
			);
	});

	it('may say its version as vendors do', () => {
		const repository = libraryRepository();
		const script = `#!/bin/sh\nfor word; do [ "$word" = version ] && echo 'git version 2.39.5 (Apple Git-154)' && exit 0; done\nexec '${realGit}' "$@"\n`;
		repository.environment = gitThat(repository, script);
		expect(repository.show().inForce).toBe(true);
	});

	it('that dies in the middle is no end of the history', () => {
		const repository = libraryRepository();
		const script = `#!/bin/sh\nfor word; do [ "$word" = log ] && '${realGit}' "$@" | head -c 200 && kill -9 $$; done\nexec '${realGit}' "$@"\n`;
		repository.environment = gitThat(repository, script);
		for (const call of calls) expectRefusal(repository.sop(...call), 3, /git log failed/);
	});
});

describe('a repository that cannot be read', () => {
	it.runIf(process.getuid?.() === 0)('as it belongs to somebody else', () => {
		const repository = libraryRepository();
		chownSync(repository.folder, 12345, 12345);
		chownSync(join(repository.folder, '.git'), 12345, 12345);
		for (const call of calls)
			expectRefusal(
				repository.sop(...call),
				3,
				/dubious ownership.*\n.*git config --global --add safe\.directory/,
			);
		expect(repository.list().get(sopId)?.notEvaluated).toContain('dubious ownership');
		const allowed = `[safe]\n\tdirectory = ${repository.folder}\n`;
		writeFileSync(join(repository.home, '.gitconfig'), allowed);
		expect(repository.show().inForce).toBe(true);
	});

	it('as it is bare', () => {
		const repository = libraryRepository();
		const bare = repository.another('bare.git', 'clone', '--quiet', '--bare', '.', 'FOLDER');
		expectRefusal(bare.sop('history', sopId), 2, /is a bare repository: it has no files to work on/);
		for (const call of [['list'], ['show', sopId], ['due'], ['diff', sopId]])
			expectRefusal(bare.sop(...call), 2, /is a bare repository: it has no files to work on/);
	});

	it.each<readonly [string, (file: string) => void]>([
		['damaged', (file) => writeFileSync(file, 'not a text')],
		['gone', (file) => rmSync(file)],
	])('as the text that stands is %s: nobody knows what is in force', (_, harm) => {
		const repository = libraryRepository();
		repository.commit('2024-01-03', { 'b.sop.yaml': sopText({ id: 'SOP-FIN-901' }) });
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		harm(looseFile(repository, repository.id('HEAD:a.sop.yaml')));
		const partial = 'objects are missing from the repository';
		expect(repository.history()).toMatchObject({ partial, changes: [{ replacedBy: 'text not here' }, {}] });
		expect(repository.list('--as-of', '2024-03-01').get(sopId)).toMatchObject({
			inForce: null,
			notEvaluated: `${partial}: what stands of it may be a text that is not here`,
			standing: { status: 'not evaluated' },
		});
		expect(repository.inForce('2024-01-15')).toBe(
			`not evaluated: ${partial}: texts that the mainline showed later are not here`,
		);
		expect(repository.list().get('SOP-FIN-901')?.inForce?.version).toBe('1.0');
	});

	it('as a commit is damaged, or gone', () => {
		const repository = libraryRepository();
		const first = looseFile(repository, repository.id());
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		const bytes = readFileSync(first);
		writeFileSync(first, bytes.subarray(0, 20));
		for (const call of calls) expectRefusal(repository.sop(...call), 3, /git log failed.*\n.*git fsck/s);
		rmSync(first);
		for (const call of calls) expectRefusal(repository.sop(...call), 3, /git log failed/);
	});

	it('as an older text is gone: what came after is told, and what was before is not guessed', () => {
		const repository = libraryRepository();
		repository.commit('2024-01-03', { 'b.sop.yaml': sopText({ id: 'SOP-FIN-901' }) });
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		const old = looseFile(repository, repository.id('HEAD^:a.sop.yaml'));
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) });
		rmSync(old);
		const lost = looseFile(repository, repository.id('HEAD^:a.sop.yaml'));
		rmSync(lost);
		expect(repository.history().changes).toMatchObject([{ version: '1.2' }]);
		expect(repository.inForce('2024-03-01')).toBe('1.2');
		expect(repository.inForce('2024-01-15')).toMatch(
			/^not evaluated: objects are missing from the repository: /,
		);
	});

	it('as its main points at nothing', () => {
		const repository = libraryRepository();
		writeFileSync(join(repository.folder, '.git/refs/heads/main'), `${'0123456789'.repeat(4)}\n`);
		for (const call of calls) expectRefusal(repository.sop(...call), 3, /git .* failed/);
	});

	it('as what is called .git is none', () => {
		const repository = libraryRepository();
		rmSync(join(repository.folder, '.git'), { recursive: true });
		repository.write({ '.git': 'gitdir: /nowhere\n' });
		for (const call of calls) {
			const { code, stdout, stderr } = repository.sop(...call);
			expect({ code: code === 2 || code === 3, stdout, stderr }).toMatchObject({ code: true, stdout: '' });
			expect(stderr).toMatch(/^sop: [^\n]+\n(?:[^\n]+\n)?$/);
		}
		expect(repository.list().get(sopId)?.inForce).toBeNull();
	});

	it('as there is none', () => {
		const { folder, home } = emptyRepository();
		rmSync(join(folder, '.git'), { recursive: true });
		const library = new HistoryRepository(folder, home);
		library.write({ 'sop.config.yaml': configText(), 'a.sop.yaml': sopText() });
		expectRefusal(library.sop('history', sopId), 2, /is in no git checkout/);
		expectRefusal(library.sop('show', sopId, '--on', '2024-01-01'), 3, /cannot be read: no git checkout/);
		expect(library.list().get(sopId)).toMatchObject({
			inForce: null,
			notEvaluated: 'no git checkout',
		});
	});
});

describe('names that look like options', () => {
	it('of branches and tags are names', () => {
		const repository = libraryRepository('mainline: "--upload-pack=touch mark"\n');
		for (const name of ['-x', '--all', '--output=mark', '^main', '@{-1}', 'a..b'])
			repository.tryGit('2024-01-02', 'update-ref', `refs/heads/${name}`, 'HEAD');
		repository.git('update-ref', 'refs/tags/--exec=x', 'HEAD');
		const refs = repository.git('for-each-ref', '--format=%(refname)').split('\n');
		expect(refs).toEqual(expect.arrayContaining(['refs/heads/--all', 'refs/heads/-x', 'refs/tags/--exec=x']));
		expect(repository.list().get(sopId)?.notEvaluated).toBe(
			'there is no branch --upload-pack=touch mark yet',
		);
		repository.commit('2024-02-01', { 'sop.config.yaml': configText('mainline: -x\n') });
		expect(repository.show().known.ref).toBe('refs/heads/-x');
		repository.git('symbolic-ref', 'HEAD', 'refs/heads/--all');
		expect(repository.history().changes).toHaveLength(1);
		expect(readdirSync(repository.folder).sort()).toEqual(['.git', 'a.sop.yaml', 'sop.config.yaml']);
	});

	it('of ids are refused as options, and after -- as ids that nothing has', () => {
		const repository = libraryRepository();
		for (const id of ['--upload-pack=x', '-x']) {
			expectRefusalOfOption(repository.sop('history', id));
			expectRefusal(repository.sop('history', '--', id), 2, /No commit holds a document "-/);
			expectRefusal(repository.sop('show', '--', id), 2, /There is no document "-/);
		}
		for (const id of ['', '/sop.config.yaml', '../a.sop.yaml', 'HEAD:a.sop.yaml', '\u001b[2J', '__proto__'])
			expectRefusal(repository.sop('history', id), 2, /No commit holds a document "/);
	});

	it('of other things are no ids that anything is followed by', () => {
		const repository = libraryRepository();
		for (const [index, id] of ['"-x"', '"--all"', '"/sop.config.yaml"', '"a b"', '[a]'].entries())
			repository.write({ [`${index}.sop.yaml`]: sopText({ id }) });
		repository.commit('2024-02-01');
		expect([...repository.list('--as-of', '2024-03-01').keys()]).toEqual([sopId]);
	});

	const expectRefusalOfOption = ({ code, stdout, stderr }: SopOutcome) => {
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toMatch(/unknown option/);
	};
});

describe('where a library lies', () => {
	it('may lie in folders of any name, and so may the repository', () => {
		const repository = libraryRepository();
		for (const name of ['two\nlines', 'ends\n', ' ', '-x', '"', '$(touch mark)', '%H'])
			expect(repository.another(name, 'clone', '--quiet', '.', 'FOLDER').register(), name).toEqual({
				inForce: '1.0',
				stands: '1.0',
				status: 'effective',
			});
	});

	it('below the top of the repository is read from anywhere in it, and from nowhere beside it', () => {
		const repository = emptyRepository();
		repository.commit('2024-01-02', {
			'übung/sop.config.yaml': configText(),
			'übung/deep/a.sop.yaml': sopText(),
			'beside/b.sop.yaml': sopText({ id: 'SOP-FIN-901' }),
			'übung2/c.sop.yaml': sopText({ id: 'SOP-FIN-902' }),
		});
		for (const at of ['übung', 'übung/deep']) {
			repository.at = at;
			expect(
				[...repository.list().values()].map(({ id, file, inForce }) => [id, file, inForce?.version]),
			).toEqual([[sopId, 'deep/a.sop.yaml', '1.0']]);
		}
		expect(repository.history().changes[0]?.file).toBe('übung/deep/a.sop.yaml');
		expectRefusal(
			repository.sopIn('übung', 'history', 'SOP-FIN-901'),
			2,
			/No commit holds a document "SOP-FIN-901"/,
		);
	});
});
