import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
	configText,
	emptyRepository,
	type HistoryRepository,
	libraryRepository,
	sopId,
	sopText,
} from '../support/history-repository.ts';

const effective = { inForce: '1.1', stands: '1.1', status: 'effective' };

/** A library with versions 1.0, of 2 January, and 1.1, of 1 February. */
function withTwo(): HistoryRepository {
	const repository = libraryRepository();
	repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1' }) }, { message: 'Second' });
	return repository;
}

/** A script that leaves a mark where it runs. Gives its path, and whether it ran. */
function trap({ home }: HistoryRepository): { readonly script: string; readonly sprung: () => boolean } {
	const [script, mark] = [join(home, 'trap'), join(home, 'mark')];
	writeFileSync(script, `#!/bin/sh\ntouch '${mark}'\ncat 2>/dev/null\nexit 0\n`, { mode: 0o755 });
	return { script, sprung: () => existsSync(mark) };
}

describe('the mainline decides, whatever is checked out', () => {
	it('in another worktree', () => {
		const repository = withTwo();
		repository.branch('side').commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) });
		repository.to('main');
		const other = repository.another('other', 'worktree', 'add', '--quiet', 'FOLDER', 'side');
		expect(other.list().get(sopId)).toMatchObject({ inForce: { version: '1.1' }, here: { version: '1.2' } });
		expect(repository.register()).toEqual(effective);
		expect(other.history().changes.map(({ mainline }) => mainline)).toEqual([false, true, true]);
	});

	it('on a detached HEAD, on an old commit and on a new one that no branch has', () => {
		const repository = withTwo();
		repository.git('checkout', '--quiet', '--detach', 'HEAD^');
		expect(repository.list().get(sopId)).toMatchObject({
			inForce: { version: '1.1' },
			here: { version: '1.0' },
		});
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) }, { message: 'Nowhere' });
		expect(
			repository.history().changes.map(({ subject, knownAt }) => [subject, knownAt?.slice(0, 10)]),
		).toEqual([
			['Nowhere', undefined],
			['Second', '2024-02-01'],
			['First', '2024-01-02'],
		]);
	});

	it('of the remote, where the local one is ahead or behind', () => {
		const local = withTwo();
		local.git('clone', '--quiet', '--bare', '.', '../origin.git');
		local.git('remote', 'add', 'origin', '../origin.git');
		local.git('fetch', '--quiet', 'origin');
		local.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) }, { message: 'Not pushed' });
		expect(local.list().get(sopId)).toMatchObject({ inForce: { version: '1.1' }, here: { version: '1.2' } });
		expect(local.show().known).toMatchObject({
			commit: local.id('origin/main'),
			ref: 'refs/remotes/origin/main',
		});
		expect(local.history().changes[0]).toMatchObject({
			subject: 'Not pushed',
			mainline: false,
			knownAt: null,
		});
		local.git('push', '--quiet', 'origin', 'main');
		local.git('reset', '--quiet', '--hard', 'HEAD~2');
		expect(local.list().get(sopId)).toMatchObject({ inForce: { version: '1.2' }, here: { version: '1.0' } });
	});

	it('under the name that the config gives it', () => {
		const repository = libraryRepository('mainline: trunk\n');
		repository.branch('trunk').commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		repository.to('main');
		expect(repository.show()).toMatchObject({ version: '1.1', known: { ref: 'refs/heads/trunk' } });
		repository.git('branch', '--quiet', '-D', 'trunk');
		const { code, stdout, stderr } = repository.sop('list', '--format', 'json');
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		expect(JSON.parse(stdout).documents[0]).toMatchObject({
			inForce: null,
			notEvaluated: 'there is no branch trunk yet',
		});
	});

	it('is the branch that is checked out where there is no main, and the config names none', () => {
		const repository = emptyRepository('--initial-branch=master');
		repository.commit('2024-01-02', {
			'sop.config.yaml': configText(),
			'a.sop.yaml': sopText({ version: '1.1' }),
		});
		expect(repository.register()).toEqual(effective);
		expect(repository.show().known.ref).toBe('refs/heads/master');
	});

	it('is not there in a repository without a commit', () => {
		const repository = emptyRepository();
		repository.write({ 'sop.config.yaml': configText(), 'a.sop.yaml': sopText() });
		expect(repository.list().get(sopId)).toMatchObject({ inForce: null, standing: { status: 'draft' } });
		expect(repository.sop('show', sopId)).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('not evaluated: there is no branch main yet'),
		});
		expect(repository.sop('history', sopId)).toEqual({
			code: 2,
			stdout: '',
			stderr: 'sop: No commit holds a document yet\ngit add and git commit make the first.\n',
		});
	});
});

describe('what a clone does not have', () => {
	/** Lets git fetch what is missing: a setting that many have, and a git that does not know how to be kept from it. */
	const fetchesEagerly = (clone: HistoryRepository) => {
		clone.git('config', 'protocol.file.allow', 'always');
		const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
		const script = `#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec '${real}' "$@"\n`;
		const folder = join(clone.home, 'older');
		mkdirSync(folder);
		writeFileSync(join(folder, 'git'), script, { mode: 0o755 });
		clone.environment = { PATH: `${folder}:${process.env['PATH']}` };
	};
	const url = (repository: HistoryRepository) => pathToFileURL(repository.folder).href;

	it('of commits: a shallow clone answers today from what it has, and nothing before', () => {
		const repository = withTwo();
		const clone = repository.another('clone', 'clone', '--quiet', '--depth=1', url(repository), 'FOLDER');
		expect(clone.history()).toMatchObject({
			partial: 'shallow clone',
			changes: [
				{
					subject: 'Second',
					what: 'added or changed',
					sections: [],
					knownLevel: 'no later than',
				},
			],
		});
		expect(clone.register()).toEqual(effective);
		expect(clone.show()).toMatchObject({ partial: 'shallow clone', trust: { when: 'no later than' } });
		expect(clone.inForce('2024-01-15')).toBe(
			'not evaluated: shallow clone: what was before its first commit cannot be seen',
		);
		expect(clone.sop('list').stderr).toContain('Not all of the past is here: shallow clone.');
	});

	it('of commits: since when a version is in force is not said in a shallow clone', () => {
		const repository = withTwo();
		repository.commit('2024-06-01', { 'note.txt': 'x' });
		const clone = repository.another('clone', 'clone', '--quiet', '--depth=1', url(repository), 'FOLDER');
		expect(clone.show().from).toBeNull();
		expect(clone.sop('show', sopId).stderr).toContain('in force since 2024-06-01 or earlier');
		expect(clone.show(sopId, '--on', '2024-06-01').notes).toEqual([]);
		expect(clone.list().get(sopId)).toMatchObject({
			inForce: { from: null, fromAtLatest: '2024-06-01T12:00:00Z' },
			nextReview: null,
		});
		expect(clone.show()).toMatchObject({ from: null, fromAtLatest: '2024-06-01T12:00:00Z' });
		expect(clone.sop('list', '--format', 'csv').stdout).toContain('1.1 since 2024-06-01 or earlier');
	});

	it('of texts: a clone without blobs says so and never fetches one', () => {
		const repository = libraryRepository();
		repository.commit(
			'2024-02-01',
			{ 'a.sop.yaml': sopText({ wording: 'Enter it.' }) },
			{ message: 'Second' },
		);
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.1' }) }, { message: 'Third' });
		repository.git('config', 'uploadpack.allowFilter', 'true');
		repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
		const words = ['clone', '--quiet', '--filter=blob:none', url(repository), 'FOLDER'];
		const clone = repository.another('clone', ...words);
		fetchesEagerly(clone);
		const missing = () =>
			clone.git('rev-list', '--objects', '--all', '--missing=print').match(/^\?/gm)?.length;
		expect(missing()).toBe(2);
		const { partial, changes } = clone.history();
		expect(partial).toBe('partial clone');
		// Without its text nobody can tell which document an old commit was about.
		expect(changes.map(({ subject, version, what }) => [subject, version, what])).toEqual([
			['Third', '1.1', 'added or changed'],
		]);
		expect(clone.sop('history', sopId).stdout).toContain(
			'2024-03-01 Added or changed, version 1.1: what stood before is not in this copy\n',
		);
		expect(clone.register()).toEqual(effective);
		expect(clone.inForce('2024-01-15')).toBe(
			'not evaluated: partial clone: texts that the mainline showed later are not here',
		);
		clone.sop('show', `${sopId}@1.0`);
		clone.sop('show', sopId, '--on', '2024-01-15', '--why');
		expect(missing()).toBe(2);
	});

	it('of texts: what is new in a clone without blobs is called added, and what moved there is not', () => {
		const repository = libraryRepository();
		repository.commit('2024-01-03', { 'b.sop.yaml': sopText({ id: 'SOP-FIN-901' }) });
		repository.move('a.sop.yaml', 'sops/c.sop.yaml').commit('2024-02-01', {
			'sops/c.sop.yaml': sopText({ version: '1.1' }),
		});
		repository.git('config', 'uploadpack.allowFilter', 'true');
		const words = ['clone', '--quiet', '--filter=blob:none', url(repository), 'FOLDER'];
		const clone = repository.another('clone', ...words);
		expect(clone.changes('SOP-FIN-901')).toEqual(['Of 2024-01-03 | added | b.sop.yaml']);
		expect(clone.changes()).toEqual(['Of 2024-02-01 | added or changed | sops/c.sop.yaml']);
	});

	it('of trees: a clone without trees is told as what it is, and nothing is fetched', () => {
		const repository = withTwo();
		repository.git('config', 'uploadpack.allowFilter', 'true');
		repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
		const clone = repository.another(
			'clone',
			'clone',
			'--quiet',
			'--filter=tree:0',
			url(repository),
			'FOLDER',
		);
		fetchesEagerly(clone);
		const packs = () => readdirSync(join(clone.folder, '.git/objects/pack')).sort();
		const before = packs();
		const { code, stderr } = clone.sop('history', sopId);
		expect({ code, lines: stderr.trimEnd().split('\n').length <= 2 }).toEqual({ code: 3, lines: true });
		expect(stderr).toMatch(/^sop: git log failed: /);
		expect(packs()).toEqual(before);
	});

	it('of texts: a clone without old records can still be linted', () => {
		const repository = libraryRepository();
		const file = 'records/runs/x.jsonl';
		for (const [day, line] of [
			['2024-02-01', '{"a":1}'],
			['2024-03-01', '{"a":2}'],
			['2024-04-01', '{"a":3}'],
		] as const)
			repository.commit(day, { [file]: `${line}\n` });
		repository.git('config', 'uploadpack.allowFilter', 'true');
		const words = ['clone', '--quiet', '--filter=blob:none', url(repository), 'FOLDER'];
		expect(repository.another('clone', ...words).sop('lint').code).not.toBe(3);
	});

	it('of texts: what the mainline decided by a config that is not here is not guessed', () => {
		const repository = libraryRepository('approvals: required\n');
		const strict = repository.id();
		repository.commit('2024-02-01', { 'sop.config.yaml': configText('approvals: none\n') });
		repository.git('config', 'uploadpack.allowFilter', 'true');
		const clone = repository.another(
			'clone',
			...['clone', '--quiet', '--filter=blob:none', url(repository), 'FOLDER'],
		);
		expect(clone.inForce('2024-03-01')).toBe(
			'not evaluated: partial clone: a register or a config is not in this repository',
		);
		const { code, stdout, stderr } = clone.sop('show', sopId, '--known', strict);
		expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
		expect(stderr).toMatch(
			/^sop: The config that the mainline showed at [0-9a-f]{7} is not in this repository\n/,
		);
	});
});

describe('the ids of a repository', () => {
	it('may be of the sha256 kind', () => {
		const repository = emptyRepository('--object-format=sha256');
		repository.commit('2024-01-02', { 'sop.config.yaml': configText(), 'a.sop.yaml': sopText() });
		repository.branch('side').commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		repository.to('main').merge('2024-03-01', 'side');
		expect(repository.list().get(sopId)).toMatchObject({ inForce: { version: '1.1' }, here: null });
		expect(repository.show(sopId, '--known', repository.id()).commit).toHaveLength(64);
		expect(repository.history(sopId, '--no-cache')).toEqual(repository.history());
	});

	it('may be named by tags of all kinds', () => {
		const repository = withTwo();
		repository.git('tag', '-a', '-m', 'A text', 'text', 'HEAD:a.sop.yaml');
		repository.git('tag', '-a', '-m', 'A folder', 'folder', 'HEAD^{tree}');
		repository.git('tag', '-a', '-m', 'A commit', 'commit', 'HEAD');
		repository.git('tag', '-a', '-m', 'A tag', 'tag', 'commit');
		repository.git('tag', 'light', 'HEAD:a.sop.yaml');
		repository.branch('gone').commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) });
		repository.git('tag', '-a', '-m', 'The only name of a commit', 'only');
		repository.to('main').git('branch', '-D', 'gone');
		expect(repository.history().changes.map(({ mainline }) => mainline)).toEqual([false, true, true]);
		repository.commit('2024-04-01', { 'note.txt': 'x' });
		expect(repository.register()).toEqual(effective);
	});
});

describe('nothing local decides', () => {
	it('not a replaced commit, a graft, or a commit-graph', () => {
		const repository = withTwo();
		const [first, second] = [repository.id('HEAD^'), repository.id()];
		const truth = repository.history();
		const forged = repository.gitAt(
			'2024-01-03',
			'commit-tree',
			`${second}^{tree}`,
			'-p',
			first,
			'-m',
			'Second',
		);
		repository.git('replace', second, forged);
		expect(repository.git('log', '-1', '--format=%cI')).toContain('2024-01-03');
		expect(repository.history(sopId, '--no-cache')).toEqual(truth);
		repository.git('replace', '-d', second);
		writeFileSync(join(repository.folder, '.git/info/grafts'), `${second}\n`);
		expect(repository.git('rev-list', '--count', 'HEAD')).toBe('1');
		expect(repository.history(sopId, '--no-cache')).toEqual(truth);
		expect(repository.inForce('2024-01-15')).toBe('1.0');
	});

	it('not a mailmap', () => {
		const repository = withTwo();
		const line = 'The Chief <cfo@acme.example> <jane.doe@acme.example>\n';
		repository.commit('2024-03-01', { '.mailmap': line, 'a.sop.yaml': sopText({ version: '1.2' }) });
		repository.git('config', 'log.mailmap', 'true');
		repository.git('config', 'mailmap.file', '.mailmap');
		expect(repository.git('log', '-1', '--format=%aN')).toBe('The Chief');
		for (const { author } of repository.history().changes)
			expect(author).toEqual({ name: 'Jane Doe', email: 'jane.doe@acme.example' });
	});

	it('not what filters and line endings make of a text in the working tree', () => {
		const repository = libraryRepository();
		const text = sopText().replace('on time.', 'on time. $Id$').replace('title:', '# $Id$\ntitle:');
		repository.commit('2024-02-01', {
			'.gitattributes': 'a.sop.yaml ident text eol=crlf\nb.sop.yaml ident text eol=crlf\n',
			'a.sop.yaml': text.replace('version: "1.0"', 'version: "1.1"'),
			'b.sop.yaml': sopText({ id: 'SOP-FIN-901' }),
		});
		repository.git('rm', '--quiet', '--cached', '-r', '.');
		repository.git('reset', '--quiet', '--hard');
		expect(repository.git('status', '--short')).toBe('');
		const why = repository.show();
		expect(why).toMatchObject({ version: '1.1', inForce: true });
		const yaml = repository.sop('show', sopId, '--format', 'yaml').stdout;
		expect(yaml).toContain('on time. $Id$\n');
		expect(yaml).not.toContain('\r');
		// Other line endings are no other text.
		expect(repository.list().get('SOP-FIN-901')).toMatchObject({
			here: null,
			standing: { status: 'effective' },
		});
	});

	it('not a setting: no program of anybody is started, and the answer is the same', () => {
		const repository = withTwo();
		repository.branch('side').commit('2024-02-10', { 'b.sop.yaml': sopText({ id: 'SOP-FIN-901' }) });
		repository.to('main').merge('2024-02-20', 'side');
		repository.commit('2024-03-01', { '.gitattributes': '*.yaml diff=trap filter=trap merge=trap\n' });
		const ask = () => [
			repository.history(sopId, '--no-cache'),
			repository.history('SOP-FIN-901', '--no-cache'),
			repository.show(sopId, '--on', '2024-02-15', '--no-cache'),
			[...repository.list('--no-cache').values()],
		];
		const truth = ask();
		const { script, sprung } = trap(repository);
		const programs = [
			...[
				'diff.external',
				'diff.trap.textconv',
				'diff.trap.command',
				'filter.trap.clean',
				'filter.trap.smudge',
			],
			...['filter.trap.process', 'core.pager', 'pager.log', 'gpg.program', 'gpg.ssh.program', 'core.editor'],
			...['core.fsmonitor', 'core.askPass', 'core.sshCommand', 'credential.helper', 'merge.trap.driver'],
			...[
				'interactive.diffFilter',
				'remote.origin.uploadpack',
				'core.alternateRefsCommand',
				'sequence.editor',
			],
		];
		const settings: readonly (readonly [string, string])[] = [
			...programs.map((name) => [name, script] as const),
			...['log', 'rev-parse', 'cat-file', 'for-each-ref'].map(
				(name) => [`alias.${name}`, `!${script}`] as const,
			),
			...[
				['core.hooksPath', repository.home],
				['log.showSignature', 'true'],
				['log.showRoot', 'false'],
				['log.diffMerges', 'off'],
				['log.follow', 'true'],
				['log.date', 'relative'],
				['log.abbrevCommit', 'true'],
				['log.decorate', 'full'],
				['format.pretty', 'oneline'],
				['format.notes', '*'],
				['diff.renames', 'copies'],
				['diff.noprefix', 'true'],
				['diff.relative', 'true'],
				['diff.orderFile', '/dev/null'],
				['diff.ignoreSubmodules', 'all'],
				['core.quotePath', 'true'],
				['core.abbrev', '4'],
				['core.attributesFile', join(repository.home, 'attributes')],
				['core.useReplaceRefs', 'true'],
				['core.ignoreCase', 'true'],
				['color.ui', 'always'],
				['color.diff', 'always'],
				['i18n.logOutputEncoding', 'UTF-16'],
				['core.warnAmbiguousRefs', 'true'],
			].map(([name = '', value = '']) => [name, value] as const),
		];
		for (const [name, value] of settings)
			writeFileSync(
				join(repository.folder, '.git/config'),
				`[${name.split('.')[0]}${name.split('.').length > 2 ? ` "${name.split('.')[1]}"` : ''}]\n\t${name.split('.').at(-1)} = ${JSON.stringify(value)}\n`,
				{ flag: 'a' },
			);
		for (const hook of ['post-index-change', 'reference-transaction', 'post-checkout', 'fsmonitor-watchman'])
			writeFileSync(join(repository.home, hook), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
		repository.environment = {
			GIT_EXTERNAL_DIFF: script,
			GIT_PAGER: script,
			PAGER: script,
			GIT_SSH_COMMAND: script,
			GIT_ASKPASS: script,
			GIT_EDITOR: script,
			GIT_CONFIG_COUNT: '1',
			GIT_CONFIG_KEY_0: 'alias.log',
			GIT_CONFIG_VALUE_0: `!${script}`,
			GIT_DIFF_OPTS: '--unified=0',
			GIT_LITERAL_PATHSPECS: '1',
			GIT_NAMESPACE: 'x',
		};
		expect(ask()).toEqual(truth);
		expect(sprung()).toBe(false);
	});

	it('not variables that point git at another repository', () => {
		const [repository, other] = [withTwo(), libraryRepository()];
		repository.environment = {
			GIT_DIR: join(other.folder, '.git'),
			GIT_WORK_TREE: other.folder,
			GIT_COMMON_DIR: join(other.folder, '.git'),
			GIT_OBJECT_DIRECTORY: join(other.folder, '.git/objects'),
			GIT_SHALLOW_FILE: join(other.folder, 'a.sop.yaml'),
			GIT_REPLACE_REF_BASE: 'refs/heads',
		};
		expect(repository.register()).toEqual(effective);
	});

	it('not a folder that the settings of the repository call its working tree: that is said', () => {
		const repository = withTwo();
		const other = emptyRepository();
		for (const place of [repository.home, '/nowhere', join(repository.folder, '..'), other.folder]) {
			repository.git('config', 'core.worktree', place);
			const { code, stdout, stderr } = repository.sop('history', sopId);
			expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
			expect(stderr).toMatch(
				/^sop: The repository at .* says that its files are at .* \(core\.worktree\), and not here\n/,
			);
			expect(repository.list().get(sopId)).toMatchObject({
				inForce: null,
				notEvaluated: expect.stringContaining('core.worktree'),
			});
		}
		repository.git('config', 'core.worktree', repository.folder);
		expect(repository.register()).toEqual(effective);
	});

	it('and answers in a submodule, whose files its settings place too', () => {
		const inner = withTwo();
		const outer = emptyRepository();
		outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'docs');
		expect(outer.git('-C', 'docs', 'config', 'core.worktree')).not.toBe('');
		outer.at = 'docs';
		expect(outer.register()).toEqual(effective);
	});
});
