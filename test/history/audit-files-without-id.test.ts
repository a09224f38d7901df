import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { controlledText } from '../support/approvals-library.ts';
import { auditedLibrary } from '../support/audited-library.ts';
import type { HistoryRepository } from '../support/history-repository.ts';
import {
	checksIn,
	type Files,
	listIn,
	madeFolder,
	placesOf,
	repositoryOfFile,
	textIn,
} from '../support/made-packets.ts';

const names = ['empty', 'link', 'traversal', 'wide'].map((name) => `odd/${name}.sop.yaml`);

describe('files of documents without a usable id', () => {
	let repository: HistoryRepository;
	let files: Files;

	beforeAll(() => {
		const library = auditedLibrary(repositoryOfFile());
		({ repository } = library);
		library.as('jane.doe');
		const text = controlledText({ id: 'SOP-FIN-990' });
		const wide = execFileSync('iconv', ['-t', 'UTF-16'], { input: text });
		repository.link('link.sop.yaml', 'a.sop.yaml');
		repository.move('link.sop.yaml', 'odd/link.sop.yaml');
		repository.commit('2026-03-27', {
			'odd/empty.sop.yaml': '',
			'odd/traversal.sop.yaml': text.replace(/^id: .*$/m, 'id: ../../../../tmp/pwn'),
			'odd/wide.sop.yaml': wide.toString('latin1'),
			'odd/good.sop.yaml': text,
		});
		repository.commit('2026-04-01', { 'README.md': 'Our procedures' });
		({ files } = madeFolder(repository, 'packet'));
	}, 60_000);

	it('are listed one by one, with why nobody can tell which document they are', () => {
		expect(listIn(files, 'files-without-id').rows).toMatchObject(
			names.map((file) => ({
				file,
				object: repository.git('rev-parse', `HEAD:${file}`),
				why: file === 'odd/link.sop.yaml' ? 'it is a link' : 'it has no id that can be used',
			})),
		);
		expect(listIn(files, 'documents').rows.map((row) => row['document'])).not.toContain(
			'../../../../tmp/pwn',
		);
	});

	it('make up, with the documents that stand, all files that are called so', () => {
		const standing = listIn(files, 'documents').rows.filter((row) => row['file'] !== null);
		const all = repository.git('ls-tree', '-r', '--name-only', 'HEAD').match(/^.*\.(sop|checklist)\.yaml$/gm);
		expect(standing.length + names.length).toBe(all?.length);
	});

	it('keep the master list from being called accounted for, and say what to do', () => {
		const check = checksIn(files).get('master-list/accounted');
		expect(check).toMatchObject({
			result: 'not evaluated',
			counts: { looked: 8, holds: 4, notEvaluated: 4 },
			cure: expect.stringContaining('an id of its own'),
		});
		expect(check?.items.map(({ key }) => key)).toEqual(names);
	});

	it('are counted on the cover', () => {
		expect(textIn(files, 'index.html')).toContain(
			'4 documents ever stood on the mainline: 4 in scope, of which 0 withheld; beside them 4 files without a usable id',
		);
	});

	it('are counted and not called by their paths where classes are withheld, as nobody knows theirs', () => {
		const outside = madeFolder(repository, 'outside', '--max-classification', 'public').files;
		expect(listIn(outside, 'files-without-id').rows).toHaveLength(names.length);
		expect(placesOf(outside, /odd\/(?:empty|link|traversal|wide)/)).toEqual([]);
	});
});
