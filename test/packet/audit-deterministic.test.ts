import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditedLibrary } from '../support/audited-library.ts';
import { configText, HistoryRepository, sopText } from '../support/history-repository.ts';
import {
	beside,
	differences,
	type Files,
	filesBelow,
	madeFolder,
	madeZip,
	quarter,
	repositoryOfFile,
	textIn,
} from '../support/made-packets.ts';
import { runBuilt } from '../support/run-built.ts';
import { cleanEnvironment, sopBin } from '../support/run-sop.ts';

describe('a packet of the same commit, period and flags', () => {
	let repository: HistoryRepository;
	let first: Files;

	beforeAll(() => {
		({ repository } = auditedLibrary(repositoryOfFile()));
		first = madeFolder(repository, 'first').files;
	}, 60_000);

	/** Where the packet made now differs from the first one. */
	const differs = (name: string, from = repository, ...words: readonly string[]) =>
		differences(first, madeFolder(from, name, ...words).files);

	const inProcess = (name: string, environment: Record<string, string>) => {
		const path = beside(repository, name);
		const { status, stderr } = spawnSync(process.execPath, [sopBin, 'audit', ...quarter, '--out', path], {
			cwd: repository.folder,
			env: { ...cleanEnvironment(), HOME: repository.home, ...environment },
			encoding: 'utf8',
		});
		expect(status, stderr).toBe(1);
		return differences(first, filesBelow(path));
	};

	it('has more than a hundred files, and only sorted ones in its manifest', () => {
		expect(first.size).toBeGreaterThan(100);
		const paths = textIn(first, 'MANIFEST.sha256')
			.trimEnd()
			.split('\n')
			.map((line) => line.slice(66));
		expect(paths).toEqual([...paths].sort());
		expect(paths).toEqual([...first.keys()].filter((path) => path !== 'MANIFEST.sha256').sort());
	});

	it('has the same bytes in other zones, languages and years', () => {
		expect(inProcess('tokyo', { TZ: 'Asia/Tokyo', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' })).toEqual([]);
		expect(inProcess('york', { TZ: 'America/New_York', LC_ALL: 'C' })).toEqual([]);
		for (const now of ['1999-12-31T23:59:59Z', '2038-01-19T03:14:08Z']) {
			const path = beside(repository, `at ${now.slice(0, 10)}`);
			const environment = { ...cleanEnvironment(), HOME: repository.home };
			const words = ['audit', ...quarter, '--out', path];
			const { code, stderr } = runBuilt({ words, folder: repository.folder, environment, now });
			expect(code, stderr).toBe(1);
			expect(differences(first, filesBelow(path)), now).toEqual([]);
		}
	});

	it('has the same bytes as a ZIP, and the ZIP is the same twice', () => {
		const [one, other] = [madeZip(repository, 'one.zip'), madeZip(repository, 'other.zip')];
		expect(differences(first, one.files)).toEqual([]);
		expect(readFileSync(one.path).equals(readFileSync(other.path))).toBe(true);
	});

	it('has the same bytes in a clone, and from a folder below', () => {
		const clone = repository.another('clone of it', 'clone', '--quiet', '.', 'FOLDER');
		expect(differs('of clone', clone)).toEqual([]);
		const path = beside(repository, 'from below');
		mkdirSync(join(repository.folder, 'sops'), { recursive: true });
		repository.sopIn('sops', 'audit', ...quarter, '--out', path);
		expect(differences(first, filesBelow(path))).toEqual([]);
	});

	it('has the same bytes whatever lies in the checkout and the index, on any branch', () => {
		const clone = repository.another('dirty', 'clone', '--quiet', '.', 'FOLDER');
		clone.write({
			'a.sop.yaml': sopText({ version: '9.0' }),
			'new.sop.yaml': sopText({ id: 'SOP-FIN-901' }),
			'records/approvals/SOP-FIN-900/9.0/x.yaml': 'x',
			'registers/people.yaml': 'people: []\n',
			'.sop-baseline.json': '{}',
			'sop.config.yaml': configText('timezone: Pacific/Auckland\napprovals: none\nignore: ["**"]\n'),
		});
		clone.git('add', '--all');
		clone.write({ 'a.sop.yaml': 'no YAML: [' });
		expect(differs('of dirty', clone)).toEqual([]);
		clone.git('checkout', '--quiet', '--force', '-b', 'other', 'HEAD~3');
		expect(differs('of branch', clone)).toEqual([]);
	});

	it('does not believe the cache of the history', () => {
		const clone = repository.another('cached', 'clone', '--quiet', '.', 'FOLDER');
		const cache = join(clone.folder, '.git/sop/history');
		expect(differs('of empty cache', clone)).toEqual([]);
		clone.sop('list');
		expect(readFileSync(cache).length).toBeGreaterThan(0);
		writeFileSync(cache, 'rubbish\n'.repeat(100));
		expect(differs('of rubbish', clone)).toEqual([]);
		// That of a library whose history ends otherwise.
		const other = repository.another('other', 'clone', '--quiet', '.', 'FOLDER');
		other.commit('2026-03-30', { 'a.sop.yaml': sopText({ version: '7.0' }) });
		other.git('remote', 'remove', 'origin');
		other.sop('list');
		copyFileSync(join(other.folder, '.git/sop/history'), cache);
		expect(differs('of another', clone)).toEqual([]);
	});

	it('obeys no attributes, filters, mail maps, replaced objects, grafts or settings of git', () => {
		const clone = repository.another('hostile', 'clone', '--quiet', '.', 'FOLDER');
		const home = join(clone.home, '..', 'hostile home');
		mkdirSync(home);
		const attributes = '* ident text eol=crlf filter=evil diff=evil working-tree-encoding=UTF-16\n';
		writeFileSync(join(home, 'attributes'), attributes);
		writeFileSync(join(home, 'mailmap'), 'Eve Evil <eve@x.example> <jane.doe@acme.example>\n');
		writeFileSync(join(clone.folder, '.git/info/attributes'), attributes);
		writeFileSync(join(clone.folder, '.mailmap'), 'Eve Evil <eve@x.example> <c.fo@acme.example>\n');
		for (const [key, value] of [
			['core.attributesFile', join(home, 'attributes')],
			['filter.evil.smudge', `sh -c 'touch "${home}/ran"; sed s/Enter/Exit/'`],
			['filter.evil.clean', `sh -c 'touch "${home}/ran"; cat'`],
			['diff.evil.textconv', `sh -c 'touch "${home}/ran"; echo same'`],
			['diff.external', `sh -c 'touch "${home}/ran"'`],
			['core.fsmonitor', `sh -c 'touch "${home}/ran"'`],
			['mailmap.file', join(home, 'mailmap')],
			['log.mailmap', 'true'],
			['log.showSignature', 'true'],
			['log.date', 'relative'],
			['core.quotePath', 'false'],
			['core.autocrlf', 'true'],
			['diff.renames', 'copies'],
			['diff.noprefix', 'true'],
			['color.ui', 'always'],
			['i18n.logOutputEncoding', 'UTF-16'],
			['core.abbrev', '40'],
		] as const)
			clone.git('config', key, value);
		const replaced = clone.git('rev-parse', 'HEAD:a.sop.yaml');
		const file = join(home, 'replacing');
		writeFileSync(file, sopText({ version: '6.0' }));
		clone.git('replace', replaced, clone.git('hash-object', '-w', '--no-filters', file));
		clone.git('replace', '--graft', 'HEAD~2');
		const user = new HistoryRepository(clone.folder, clone.home);
		user.environment = { GIT_REPLACE_REF_BASE: 'refs/replace/', GIT_EXTERNAL_DIFF: `touch ${home}/ran` };
		expect(differs('of hostile', clone)).toEqual([]);
		expect(differs('of hostile environment', user)).toEqual([]);
		expect(readdirSync(home)).not.toContain('ran');
	});
});
