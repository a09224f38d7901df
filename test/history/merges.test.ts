import { describe, expect, it } from 'vitest';
import { libraryRepository, sopId, sopText } from '../support/history-repository.ts';

const one = sopText();
const twice = sopText({ version: '1.1', wording: 'Enter the invoice twice.' });
const thrice = sopText({ version: '1.2', wording: 'Enter the invoice three times.' });

/** A library whose branch `side` holds version 1.1, of 10 January, and whose mainline went on. */
function withSide() {
	const repository = libraryRepository();
	repository.branch('side').commit('2024-01-10', { 'a.sop.yaml': twice }, { message: 'Side' });
	repository.to('main').commit('2024-01-20', { 'note.txt': 'x' }, { message: 'Note' });
	return repository;
}

/** What each commit is to the mainline. */
function places(repository: ReturnType<typeof libraryRepository>, id = sopId) {
	return repository.history(id).changes.map((change) => {
		const { subject, mainline, merge, changedInMerge, knownAt } = change;
		const marks = [mainline && 'mainline', merge && 'merge', changedInMerge && 'changed in merge'];
		return [subject, ...marks.filter((mark) => mark !== false), knownAt?.slice(0, 10) ?? 'not known'].join(
			', ',
		);
	});
}

describe('what a merge brings', () => {
	it('is known from the merge on, whatever the branch is dated', () => {
		const repository = withSide();
		repository.merge('2024-03-11', 'side', '-m', 'Merge');
		expect(places(repository)).toEqual([
			'Merge, mainline, merge, 2024-03-11',
			'Side, 2024-03-11',
			'First, mainline, 2024-01-02',
		]);
		expect(repository.inForce('2024-03-10')).toBe('1.0');
		expect(repository.show()).toMatchObject({ version: '1.1', from: '2024-03-11T12:00:00Z' });
	});

	it('is known from its own commits on where main only moves forward to them', () => {
		const repository = libraryRepository();
		repository.branch('side').commit('2024-01-10', { 'a.sop.yaml': twice }, { message: 'Side' });
		repository.to('main').git('merge', '--quiet', '--ff-only', 'side');
		expect(places(repository)).toEqual(['Side, mainline, 2024-01-10', 'First, mainline, 2024-01-02']);
	});

	it('is nothing before it is merged: a branch beside the mainline puts nothing in force', () => {
		const repository = withSide();
		expect(places(repository)).toEqual(['Side, not known', 'First, mainline, 2024-01-02']);
		expect(repository.register()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
	});

	it('is one commit of the mainline after a squash, and the branch stays beside it', () => {
		const repository = withSide();
		repository.git('merge', '--squash', '--quiet', 'side');
		repository.commit('2024-03-11', {}, { message: 'Squash' });
		expect(places(repository)).toEqual([
			'Side, not known',
			'Squash, mainline, 2024-03-11',
			'First, mainline, 2024-01-02',
		]);
		repository.git('branch', '-D', 'side');
		expect(places(repository)).toEqual(['Squash, mainline, 2024-03-11', 'First, mainline, 2024-01-02']);
		expect(repository.show().from).toBe('2024-03-11T12:00:00Z');
	});

	it('is known from the pick on where a commit was picked onto the mainline', () => {
		const repository = withSide();
		repository.gitAt('2024-02-05', 'cherry-pick', 'side');
		const [side, picked] = repository.history().changes;
		expect(picked).toMatchObject({ subject: 'Side', mainline: true, knownAt: '2024-02-05T12:00:00Z' });
		expect(picked?.authoredAt).toBe('2024-01-10T12:00:00Z');
		expect(side).toMatchObject({ subject: 'Side', mainline: false, knownAt: null });
		expect(side?.digest).toBe(picked?.digest);
		// Merged after all, it brings nothing new.
		repository.merge('2024-03-11', 'side', '-m', 'Merge');
		expect(places(repository)).toEqual([
			'Side, 2024-03-11',
			'Side, mainline, 2024-02-05',
			'First, mainline, 2024-01-02',
		]);
		expect(repository.show().from).toBe('2024-02-05T12:00:00Z');
	});

	it('counts once for each branch of an octopus', () => {
		const repository = withSide();
		repository.branch('second', 'main');
		repository.commit('2024-01-12', { 'b.sop.yaml': sopText({ id: 'SOP-FIN-901' }) }, { message: 'Second' });
		repository.to('main').merge('2024-03-11', 'side', 'second', '-m', 'Octopus');
		expect(places(repository)).toEqual([
			'Octopus, mainline, merge, 2024-03-11',
			'Side, 2024-03-11',
			'First, mainline, 2024-01-02',
		]);
		expect(places(repository, 'SOP-FIN-901')).toEqual([
			'Octopus, mainline, merge, 2024-03-11',
			'Second, 2024-03-11',
		]);
	});

	it('is nothing where the merge keeps ours', () => {
		const repository = withSide();
		repository.merge('2024-03-11', '-s', 'ours', 'side', '-m', 'Ours');
		// The text is of a commit that the mainline has taken up, and yet the mainline never showed it.
		expect(places(repository)).toEqual(['Side, 2024-03-11', 'First, mainline, 2024-01-02']);
		expect(repository.register()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		const { code, stderr } = repository.sop('show', `${sopId}@1.1`);
		expect(code).toBe(2);
		expect(stderr).toMatch(/never had a version "1\.1" on the mainline\nThere is: SOP-FIN-900@1\.0~/);
	});

	it('does not move what was known where branches cross', () => {
		const repository = withSide();
		repository.branch('theirs', 'side');
		repository.merge('2024-02-01', 'main', '-m', 'Main into side');
		repository.to('main').merge('2024-02-02', 'side', '-m', 'Side into main');
		repository.to('theirs').commit('2024-02-03', { 'a.sop.yaml': thrice }, { message: 'Third' });
		repository.to('main').merge('2024-03-11', 'theirs', '-m', 'Cross');
		expect(places(repository)).toEqual([
			'Cross, mainline, merge, 2024-03-11',
			'Third, 2024-03-11',
			'Side into main, mainline, merge, 2024-02-02',
			'Side, 2024-02-02',
			'First, mainline, 2024-01-02',
		]);
	});
});

describe('a text that is the work of the merge itself', () => {
	it('is told from what the merge only took over', () => {
		const repository = withSide();
		repository.mergeAs('2024-03-11', 'side', { 'a.sop.yaml': thrice });
		expect(places(repository)[0]).toBe('Of 2024-03-11, mainline, merge, changed in merge, 2024-03-11');
		expect(repository.inForce('2024-03-11')).toBe('1.2');
	});

	it('stays the work of the merge when the document is changed again, and changed back', () => {
		const repository = withSide();
		repository.mergeAs('2024-03-11', 'side', { 'a.sop.yaml': thrice });
		repository.commit('2024-04-01', { 'a.sop.yaml': sopText({ version: '1.3' }) }, { message: 'Later' });
		repository.commit('2024-05-01', { 'a.sop.yaml': thrice }, { message: 'Back' });
		expect(places(repository)).toEqual([
			'Back, mainline, 2024-05-01',
			'Later, mainline, 2024-04-01',
			'Of 2024-03-11, mainline, merge, changed in merge, 2024-03-11',
			'Side, 2024-03-11',
			'First, mainline, 2024-01-02',
		]);
	});

	it('is seen where the merge goes back to a text that both sides had left', () => {
		const repository = withSide();
		repository.commit('2024-02-01', { 'a.sop.yaml': thrice }, { message: 'Main' });
		repository.mergeAs('2024-03-11', 'side', { 'a.sop.yaml': one });
		expect(places(repository)[0]).toBe('Of 2024-03-11, mainline, merge, changed in merge, 2024-03-11');
		// 1.2 had begun: a lower number is never in force again.
		expect(repository.register()).toEqual({ inForce: '1.2', stands: '1.0', status: 'superseded' });
	});

	it('is seen in a merge beside the mainline', () => {
		const repository = withSide();
		repository.to('side').mergeAs('2024-02-01', 'main', { 'a.sop.yaml': thrice });
		expect(places(repository)).toEqual([
			'Of 2024-02-01, merge, changed in merge, not known',
			'Side, not known',
			'First, mainline, 2024-01-02',
		]);
		repository.to('main').merge('2024-03-11', 'side', '-m', 'Merge');
		expect(places(repository)).toEqual([
			'Merge, mainline, merge, 2024-03-11',
			'Of 2024-02-01, merge, changed in merge, 2024-03-11',
			'Side, 2024-03-11',
			'First, mainline, 2024-01-02',
		]);
	});

	it('is not there where git carried a change over to a file that the other side moved', () => {
		const repository = withSide();
		repository.move('a.sop.yaml', 'moved.sop.yaml').commit('2024-02-01', {}, { message: 'Move' });
		repository.merge('2024-03-11', 'side', '-m', 'Merge');
		expect(places(repository)).toEqual([
			'Merge, mainline, merge, 2024-03-11',
			'Side, 2024-03-11',
			'Move, mainline, 2024-02-01',
			'First, mainline, 2024-01-02',
		]);
		expect(repository.list().get(sopId)).toMatchObject({
			file: 'moved.sop.yaml',
			inForce: { version: '1.1' },
		});
	});

	it('is there where git joined two changes of one text without a conflict', () => {
		const repository = libraryRepository();
		const drawn = (why: string, how: string) =>
			sopText({ version: '1.1' }).replace('on time.', why).replace('Bank transfer with', how);
		repository.branch('side').commit('2024-01-10', { 'a.sop.yaml': drawn('in time.', 'Bank transfer with') });
		repository.to('main').commit('2024-01-20', { 'a.sop.yaml': drawn('on time.', 'Wire with') });
		repository.merge('2024-03-11', 'side', '-m', 'Clean');
		expect(places(repository)[0]).toBe('Clean, mainline, merge, changed in merge, 2024-03-11');
		// 1.1 is what the mainline showed first under that number; nobody wrote what the merge made of it.
		expect(repository.register()).toEqual({ inForce: '1.1', stands: '1.1', status: 'suspended' });
		expect(repository.show().content?.procedure).toBeDefined();
		expect(repository.show().from).toBe('2024-01-20T12:00:00Z');
	});
});

describe('a merge that was taken back', () => {
	it('leaves in force what it brought: only a higher number ends that', () => {
		const repository = withSide();
		repository.merge('2024-02-01', 'side', '-m', 'Merge');
		repository.gitAt('2024-03-01', 'revert', '--no-edit', '-m', '1', 'HEAD');
		expect(repository.register()).toEqual({ inForce: '1.1', stands: '1.0', status: 'superseded' });
		expect(repository.show()).toMatchObject({ from: '2024-02-01T12:00:00Z', until: null });
		// Git says "Already up to date": the branch brings nothing a second time.
		repository.git('merge', '--quiet', 'side');
		expect(repository.register()).toEqual({ inForce: '1.1', stands: '1.0', status: 'superseded' });
		repository.gitAt('2024-04-01', 'revert', '--no-edit', 'HEAD');
		expect(repository.register()).toEqual({ inForce: '1.1', stands: '1.1', status: 'effective' });
		expect(repository.show().from).toBe('2024-02-01T12:00:00Z');
	});
});
