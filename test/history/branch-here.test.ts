import { describe, expect, it } from 'vitest';
import {
	approvedLibrary,
	type ControlledLibrary,
	controlledText,
	documentFile,
} from '../support/approvals-library.ts';
import { libraryRepository, sopId, sopText } from '../support/history-repository.ts';

const next = { version: '2.0', lines: ['controller', 'quality'] };

/** 1.0 is in force, and on a branch Jane has written 2.0, which two people have to sign. */
function onBranch(): ControlledLibrary {
	const library = approvedLibrary();
	library.repository.branch('feature');
	library.write('2024-02-01', next);
	return library;
}

const entryOf = ({ repository }: Pick<ControlledLibrary, 'repository'>) => {
	const { stdout } = repository.sop('list', '--format', 'json');
	// What is remembered changes nothing.
	expect(repository.sop('list', '--format', 'json', '--no-cache').stdout).toBe(stdout);
	const { branch, documents } = JSON.parse(stdout);
	return { branch, ...documents.find(({ id }: { id: string }) => id === sopId) };
};

describe('a text on a branch that is not the mainline', () => {
	it('stands by the signatures of that branch, and what is in force stays of the mainline', () => {
		const library = onBranch();
		const { repository } = library;
		const ofMainline = { inForce: { version: '1.0' }, standing: { version: '1.0', status: 'effective' } };
		expect(entryOf(library)).toMatchObject({
			...ofMainline,
			branch: { ref: 'refs/heads/feature', commit: repository.id(), ahead: 1 },
			here: {
				version: '2.0',
				status: 'draft',
				why: [
					'on branch feature, as if it were the mainline',
					'needs approval by controller, approval by quality',
				],
			},
		});
		library.approve('2024-02-02', 'q.lead', next);
		expect(entryOf(library)).toMatchObject({
			...ofMainline,
			here: {
				status: 'in review',
				why: ['on branch feature, as if it were the mainline', 'needs approval by controller'],
			},
		});
		library.approve('2024-02-03', 'c.fo', next);
		expect(entryOf(library)).toMatchObject({
			...ofMainline,
			branch: { ahead: 3 },
			here: { status: 'effective' },
		});
		const { stdout, stderr } = repository.sop('list');
		expect(stdout).toMatch(/Here/);
		const csv = repository.sop('list', '--format', 'csv').stdout;
		expect(csv).toMatch(/,2\.0 \([0-9a-f]{12}\) effective on this branch,/);
		expect(csv).toContain(
			'"on branch feature, as if it were the mainline; in force from 2024-02-03; signed: ',
		);
		expect(stderr).toContain(
			'Checked out is branch feature, with 3 commits that main does not have: what is in force is of main.\n',
		);
		const bare = JSON.parse(repository.sop('--format', 'json').stdout);
		expect(bare.state).toContainEqual({
			about: 'branch',
			says: 'Checked out is branch feature, with 3 commits that main does not have: what is in force is of main.',
			next: 'sop list',
		});
	});

	it('is told by sop show ID@work, too', () => {
		const library = onBranch();
		library.approve('2024-02-02', 'q.lead', next);
		const { stderr } = library.repository.sop('show', `${sopId}@work`);
		expect(stderr).toContain('Checked out is branch feature, with 2 commits that main does not have');
		expect(stderr).toContain(
			'It stands there as 2.0: in review; on branch feature, as if it were the mainline; needs approval by controller\n',
		);
		const { stdout } = library.repository.sop('show', `${sopId}@work`, '--format', 'json');
		expect(JSON.parse(stdout)).toMatchObject({
			inForce: null,
			branch: { ref: 'refs/heads/feature', ahead: 2 },
			here: { status: 'in review' },
		});
	});

	it('that the mainline has never seen is no more than a draft there', () => {
		const library = approvedLibrary();
		const { repository } = library;
		repository.branch('feature');
		const words = { id: 'SOP-FIN-950' };
		library.write('2024-02-01', words, 'jane.doe', 'new.sop.yaml');
		library.approve('2024-02-02', 'c.fo', words);
		expect(repository.list().get('SOP-FIN-950')).toMatchObject({
			inForce: null,
			standing: { status: 'draft', why: ['not on the mainline yet'] },
			here: {
				version: '1.0',
				status: 'effective',
				why: ['on branch feature, as if it were the mainline', expect.anything(), expect.anything()],
			},
		});
	});

	it('is the one of the mainline, and only its records are of the branch', () => {
		const library = approvedLibrary();
		library.write('2024-02-01', next);
		expect(entryOf(library)).toMatchObject({ branch: null, here: null });
		library.repository.branch('feature');
		expect(entryOf(library)).toMatchObject({ branch: { ahead: 0 }, here: null });
		library.approve('2024-02-02', 'q.lead', next);
		expect(entryOf(library)).toMatchObject({
			inForce: { version: '1.0' },
			standing: { version: '2.0', status: 'draft' },
			here: { version: '2.0', status: 'in review' },
		});
		// What the mainline learns meanwhile is not taken from the branch.
		library.repository.to('main');
		library.approve('2024-02-03', 'c.fo', next);
		library.repository.to('feature');
		expect(entryOf(library)).toMatchObject({
			standing: { version: '2.0', status: 'in review', why: ['needs approval by quality'] },
			here: {
				version: '2.0',
				status: 'in review',
				why: ['on branch feature, as if it were the mainline', 'needs approval by controller'],
			},
		});
	});

	it('is not told where no commit holds it', () => {
		const library = onBranch();
		library.repository.write({ [documentFile]: controlledText({ ...next, wording: 'Enter it thrice.' }) });
		expect(entryOf(library).here).toMatchObject({
			version: '2.0',
			status: null,
			why: ['not committed: no text of branch feature is the same'],
		});
		library.repository.git('checkout', '--quiet', '--force', 'main');
		library.repository.write({ [documentFile]: controlledText(next) });
		expect(entryOf(library)).toMatchObject({ branch: null, here: { status: null, why: ['not committed'] } });
	});

	it('that is only behind is called older, not in force', () => {
		const repository = libraryRepository();
		repository.branch('old').to('main');
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		repository.to('old');
		expect(entryOf({ repository })).toMatchObject({
			inForce: { version: '1.1' },
			branch: { ref: 'refs/heads/old', ahead: 0 },
			here: { version: '1.0', status: null, why: ['an older text of main, which has moved on'] },
		});
		repository.commit('2024-03-01', { 'note.txt': 'x' });
		expect(entryOf({ repository })).toMatchObject({
			branch: { ahead: 1 },
			here: { version: '1.0', status: null, why: ['an older text of main, which has moved on'] },
		});
		repository.git('checkout', '--quiet', '--detach');
		expect(repository.sop('list').stderr).toMatch(
			/Checked out is commit [0-9a-f]{7}, with 1 commit that main does not have/,
		);
	});

	it('of a local main that is not pushed is told by it', () => {
		const library = approvedLibrary();
		const { repository } = library;
		repository.git('clone', '--quiet', '--bare', '.', '../origin.git');
		repository.git('remote', 'add', 'origin', '../origin.git');
		repository.git('fetch', '--quiet', 'origin');
		expect(entryOf(library).branch).toBeNull();
		library.write('2024-02-01', next);
		library.approve('2024-02-02', 'q.lead', next);
		expect(entryOf(library)).toMatchObject({
			branch: { ref: 'refs/heads/main', ahead: 2 },
			inForce: { version: '1.0' },
			here: { version: '2.0', status: 'in review' },
		});
		expect(repository.sop('list').stderr).toContain(
			'Checked out is branch main, with 2 commits that origin/main does not have: what is in force is of origin/main.',
		);
	});

	it('is told anew after another branch was checked out, as without what is remembered', () => {
		const library = onBranch();
		const { repository } = library;
		library.approve('2024-02-02', 'q.lead', next);
		const first = entryOf(library);
		repository.to('main').branch('other');
		library.write('2024-02-05', { version: '3.0' });
		repository.merge('2024-02-06', 'feature', '-s', 'ours', '-m', 'Merge');
		expect(entryOf(library)).toMatchObject({ here: { version: '3.0', status: 'draft' } });
		expect(repository.list('--no-cache')).toEqual(repository.list());
		repository.to('feature');
		expect(entryOf(library)).toEqual(first);
		repository.to('main');
		expect(entryOf(library)).toMatchObject({ branch: null, here: null, inForce: { version: '1.0' } });
	});
});
