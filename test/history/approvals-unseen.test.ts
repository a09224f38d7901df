import { describe, expect, it } from 'vitest';
import {
	approvedLibrary,
	type ControlledLibrary,
	controlledLibrary,
	everybody,
	peopleFile,
	peopleText,
	person,
} from '../support/approvals-library.ts';
import { configText, type HistoryRepository, sopId } from '../support/history-repository.ts';

/** A clone of a library's repository, cut off or without texts. */
function cloneOf({ repository }: ControlledLibrary, ...words: readonly string[]): HistoryRepository {
	repository.git('config', 'uploadpack.allowFilter', 'true');
	return repository.another('clone', 'clone', '--quiet', ...words, `file://${repository.folder}`, 'FOLDER');
}

/** What a clone answers: in force, and how the text stands. */
function answer(clone: HistoryRepository) {
	const { notEvaluated, inForce, version, standing } = clone.show();
	return {
		inForce: notEvaluated === null ? (inForce ? version : null) : `not evaluated: ${notEvaluated}`,
		why: [standing.status, ...standing.why].join(': '),
	};
}

const next = { version: '2.0' };

describe('in a shallow clone, where approvals are needed', () => {
	it('nothing is evaluated: what was withdrawn, or who might sign, cannot be seen', () => {
		const library = approvedLibrary();
		library.change('2024-02-01', { 'note.txt': 'x' });
		expect(answer(cloneOf(library, '--depth=1')).inForce).toMatch(/^not evaluated: shallow clone/);
	});

	it('a withdrawal that was removed before it begins is not forgotten', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'c.fo');
		library.change('2024-02-02', { 'records/withdrawals': null });
		const clone = cloneOf(library, '--depth=1');
		expect(answer(clone).inForce).toMatch(/^not evaluated: shallow clone/);
		expect(answer(clone).why).toMatch(/^not evaluated: shallow clone/);
		clone.git('fetch', '--quiet', '--unshallow');
		expect(answer(clone).inForce).toBeNull();
	});

	it('a role given in the commit of the record is not taken for an older one', () => {
		const library = controlledLibrary();
		library.write('2024-01-10');
		const people = [...everybody(), person('mallory', ['controller'])];
		const record = library.approval('2024-01-15', 'mallory', {}, { role: 'controller' });
		library.change('2024-01-15', { ...record, [peopleFile]: peopleText(people) });
		expect(answer(cloneOf(library, '--depth=1')).inForce).toMatch(/^not evaluated: shallow clone/);
		expect(library.on().inForce).toBeNull();
	});

	it('the register of documents says so, too', () => {
		const entry = cloneOf(approvedLibrary(), '--depth=1').list().get(sopId);
		expect(entry).toMatchObject({ inForce: null });
		expect(entry?.notEvaluated).toMatch(/^shallow clone/);
		expect(entry?.standing.status).toBe('not evaluated');
		expect(entry?.standing.why.join()).toMatch(/^shallow clone: who could sign/);
	});
});

describe('in a clone without texts, where approvals are needed', () => {
	it('a withdrawal that is not here is not taken for none', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'c.fo');
		library.change('2024-02-02', { 'records/withdrawals': null });
		const clone = cloneOf(library, '--filter=blob:none');
		expect(answer(clone).inForce).toMatch(/^not evaluated: partial clone/);
		expect(answer(clone).why).toMatch(/^not evaluated: partial clone/);
	});

	it('before the record was shown that is not here, the answer stands', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'c.fo');
		library.change('2024-02-02', { 'records/withdrawals': null });
		const clone = cloneOf(library, '--filter=blob:none');
		expect(clone.show(sopId, '--on', '2024-01-20', '--known', '2024-01-20')).toMatchObject({
			version: '1.0',
			notEvaluated: null,
		});
	});

	it('a register or a config that is not here gives nobody a role', () => {
		const changed = approvedLibrary();
		changed.changePerson('2024-02-01', 'h.ray', { hours: 40 });
		expect(answer(cloneOf(changed, '--filter=blob:none')).inForce).toMatch(/^not evaluated: partial clone/);
		const loosened = controlledLibrary();
		loosened.write('2024-01-10');
		loosened.change('2024-02-01', { 'sop.config.yaml': configText('approvals: none\n') });
		expect(answer(cloneOf(loosened, '--filter=blob:none')).inForce).toMatch(/^not evaluated: partial clone/);
	});

	it('the lines of a version before that is not here are not taken for none', () => {
		const library = controlledLibrary();
		const strict = { lines: ['controller', 'quality'] };
		library.write('2024-01-10', strict);
		library.approve('2024-01-12', 'c.fo', strict);
		library.approve('2024-01-13', 'q.lead', strict);
		const weak = { version: '2.0', lines: ['intern'] };
		library.write('2024-02-01', weak);
		library.approve('2024-02-02', 'i.tern', weak);
		expect(answer(cloneOf(library, '--filter=blob:none')).inForce).toMatch(/^not evaluated: partial clone/);
	});

	it('all is told where nothing is missing', () => {
		const library = approvedLibrary();
		expect(answer(cloneOf(library, '--filter=blob:none')).inForce).toBe('1.0');
	});

	it('a whole clone answers as the repository does', () => {
		const library = approvedLibrary();
		library.write('2024-02-01', next);
		library.approve('2024-02-02', 'c.fo', next);
		expect(answer(cloneOf(library))).toMatchObject({ inForce: '2.0' });
	});
});

describe('where a text is damaged', () => {
	it('of a record, nothing is guessed', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'c.fo');
		const { repository } = library;
		const path = repository.git('ls-files', 'records/withdrawals');
		const blob = repository.id(`HEAD:${path}`);
		repository.write({ [`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`]: null });
		expect(answer(repository).inForce).toMatch(/^not evaluated: /);
	});
});
