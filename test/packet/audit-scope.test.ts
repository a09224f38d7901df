import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { controlledText } from '../support/approvals-library.ts';
import { auditedLibrary } from '../support/audited-library.ts';
import type { HistoryRepository } from '../support/history-repository.ts';
import {
	beside,
	checksIn,
	type Files,
	listIn,
	madeFolder,
	placesOf,
	quarter,
	repositoryOfFile,
	textIn,
} from '../support/made-packets.ts';

describe('a packet that is asked to be about a part', () => {
	let repository: HistoryRepository;

	beforeAll(() => {
		const library = auditedLibrary(repositoryOfFile());
		({ repository } = library);
		library.as('jane.doe');
		repository.commit('2026-03-28', {
			'sops/people.sop.yaml': controlledText({ id: 'SOP-HR-002', wording: 'Greet whoever comes.' }).replace(
				/^function: .*$/m,
				'function: hr',
			),
		});
		repository.commit('2026-04-01', { 'README.md': 'Our procedures' });
	}, 60_000);

	const ids = (files: Files, name: string) =>
		[...new Set(listIn(files, name).rows.map((row) => String(row['document'])))].sort();
	const foldersOf = (files: Files) =>
		[...new Set([...files.keys()].flatMap((path) => /^documents\/([^/]+)/.exec(path)?.[1] ?? []))].sort();

	it('tells of one document alone, and counts the full population', () => {
		const { files } = madeFolder(repository, 'one', '--id', 'sop-fin-900');
		for (const name of ['documents', 'document-set', 'approvals', 'changes', 'reviews-due'])
			expect(ids(files, name), name).toEqual(['SOP-FIN-900']);
		expect(foldersOf(files)).toEqual(['SOP-FIN-900']);
		expect(textIn(files, 'index.html')).toContain('4 documents ever stood on the mainline: 1 in scope');
		expect(JSON.parse(textIn(files, 'basis.json')).scope).toEqual({
			ids: ['SOP-FIN-900'],
			functions: [],
			frameworks: [],
		});
		expect(placesOf(files, 'Greet whoever comes')).toEqual([]);
		expect(
			placesOf(files, /SOP-HR-00|SOP-FIN-666/).filter((place) => !/^(?:policy|findings)/.test(place)),
		).toEqual([]);
	});

	it('tells of several documents, or of a function', () => {
		const two = madeFolder(repository, 'two', '--id', 'SOP-FIN-900', '--id', 'SOP-HR-001').files;
		expect(ids(two, 'documents')).toEqual(['SOP-FIN-900', 'SOP-HR-001']);
		const hr = madeFolder(repository, 'hr', '--function', 'hr').files;
		expect(ids(hr, 'documents')).toEqual(['SOP-HR-002']);
		expect(textIn(hr, 'index.html')).toContain('4 documents ever stood on the mainline: 1 in scope');
		expect(textIn(hr, 'index.html')).toContain('functions hr');
	});

	it('is not made of what nobody knows, and the nearest is named', () => {
		const refused = (...words: readonly string[]) =>
			repository.sop('audit', ...quarter, '--out', beside(repository, 'none'), ...words);
		expect(refused('--id', 'SOP-FIN-901')).toMatchObject({
			code: 2,
			stderr: expect.stringMatching(/SOP-FIN-901[\s\S]*Did you mean SOP-FIN-900\?/),
		});
		expect(refused('--function', 'finanse')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('Did you mean finance?'),
		});
		expect(refused('--framework', 'soxx')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('Did you mean sox?'),
		});
	});

	it('has the matrix of one framework only', () => {
		const { files } = madeFolder(repository, 'sox', '--framework', 'sox');
		const of = new Set(listIn(files, 'clauses').rows.map((row) => row['framework']));
		expect([...of]).toEqual(['sox']);
		const both = madeFolder(repository, 'both', '--framework', 'sox', '--framework', 'cfr-11').files;
		expect(new Set(listIn(both, 'clauses').rows.map((row) => row['framework']))).toEqual(
			new Set(['sox', 'cfr-11']),
		);
		expect(textIn(files, 'index.html')).toContain('--framework sox');
	});

	it('maps requests to sections, and shows those that nothing answers', () => {
		const list = beside(repository, 'requests.csv');
		writeFileSync(
			list,
			[
				'id,request,owner,due,section',
				'R-1,List of all procedures in force,Ann,2026-04-10,P-01',
				'R-2,"Approvals, signed",Ann,2026-04-10,P-04',
				'R-3,"=HYPERLINK(""http://x.example"")<script>alert(1)</script> the weather of last week",Bob,2026-04-10,',
				'',
			].join('\n'),
		);
		const { files } = madeFolder(repository, 'asked', '--requests', list);
		const check = checksIn(files).get('requests/answered');
		expect(check?.counts.looked).toBe(3);
		expect(check?.result).not.toBe('holds');
		expect(check?.items.map(({ key }) => key)).toEqual(['R-3']);
		expect(listIn(files, 'requests').rows.map((row) => row['id'] ?? row['request'])).toEqual([
			'R-1',
			'R-2',
			'R-3',
		]);
		const page = textIn(files, 'sections/A-5-requests.html');
		expect(page).toContain('P-01-master-list.html');
		expect(page).not.toContain('<script>alert');
		expect(textIn(files, 'requests/requests.csv')).toContain('R-3');
		expect(JSON.parse(textIn(files, 'basis.json')).requestsSha256).toMatch(/^[0-9a-f]{64}$/);
		expect(
			repository.sop('audit', ...quarter, '--check', '--requests', beside(repository, 'absent.csv')),
		).toMatchObject({ code: 2 });
	});
});
