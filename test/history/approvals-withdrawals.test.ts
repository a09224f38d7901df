import { describe, expect, it } from 'vitest';
import {
	approvedLibrary,
	controlledLibrary,
	documentFile,
	keyOf,
	peopleFile,
} from '../support/approvals-library.ts';
import { sopId } from '../support/history-repository.ts';

const document = { more: { withdraws: 'document' } };
const next = { version: '2.0' };

describe('a withdrawal', () => {
	it('holds from its day, and never before it was known', () => {
		for (const [from, last, first] of [
			['2024-03-01', '2024-02-29', '2024-03-01'],
			['2024-01-20', '2024-02-01T11:59:59Z', '2024-02-01T12:00:00Z'],
		] as const) {
			const library = approvedLibrary();
			library.withdraw('2024-02-01', 'c.fo', {}, { more: { from } });
			expect(library.on(last).inForce, from).toBe('1.0');
			expect(library.on(first).inForce, from).toBeNull();
		}
	});

	it('is made by a role of section 15, and by nobody else', () => {
		for (const [id, role] of [
			['q.lead', 'quality'],
			['i.tern', 'controller'],
		] as const) {
			const library = approvedLibrary();
			library.withdraw('2024-02-01', id, {}, { role });
			expect(library.on().inForce, id).toBe('1.0');
		}
	});

	it('is not made by the role of a draft that somebody pushed for it', () => {
		for (const options of [document, {}]) {
			const library = approvedLibrary();
			const draft = { version: '9.0', lines: ['intern'] };
			library.write('2024-02-01', draft, 'i.tern');
			library.withdraw('2024-02-02', 'i.tern', draft, options);
			expect(library.on()).toMatchObject({ inForce: '1.0', status: 'draft' });
		}
	});

	it('of one version is not made with the digest of another', () => {
		const library = approvedLibrary();
		const draft = { version: '9.0', lines: ['intern'] };
		library.write('2024-02-01', draft, 'i.tern');
		library.withdraw('2024-02-02', 'i.tern', draft, { more: { version: '1.0' } });
		expect(library.on().inForce).toBe('1.0');
		expect(library.repository.inForce('2024-02-03')).toBe('1.0');
	});

	it('signed by another person, or only claimed where that is not enough, ends nothing', () => {
		const forged = approvedLibrary();
		forged.withdraw('2024-02-01', 'c.fo', {}, { key: keyOf('jane.doe') });
		expect(forged.on().inForce).toBe('1.0');
		const claimed = approvedLibrary({ config: 'approvals: required\napproval:\n  trust: signed\n' });
		claimed.withdraw('2024-02-01', 'c.fo', {}, { key: null });
		expect(claimed.on().inForce).toBe('1.0');
	});

	it('of another library ends nothing here', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'c.fo', {}, { more: { library: 'b'.repeat(32) } });
		expect(library.on().inForce).toBe('1.0');
	});

	it('that is removed, altered or merged away still holds', () => {
		const removed = approvedLibrary();
		removed.withdraw('2024-02-01', 'c.fo');
		removed.change('2024-03-01', { records: null });
		expect(removed.on()).toEqual({ inForce: null, stands: '1.0', status: 'withdrawn' });

		const altered = approvedLibrary();
		const later = altered.withdrawal('2024-02-01', 'c.fo', {}, { more: { from: '2030-01-01' } });
		altered.withdraw('2024-02-01', 'c.fo');
		altered.change('2024-03-01', later);
		expect(altered.on().inForce).toBeNull();

		const merged = approvedLibrary();
		const { repository } = merged;
		repository.branch('side').commit('2024-01-20', { 'note.txt': 'x' });
		repository.to('main');
		merged.withdraw('2024-02-01', 'c.fo');
		repository.to('side').merge('2024-02-02', '-s', 'ours', 'main');
		repository.to('main').merge('2024-02-03', 'side');
		repository.git('rm', '--quiet', '-r', 'records');
		repository.commit('2024-02-04');
		expect(merged.on()).toMatchObject({ inForce: null });
	});

	it('on a branch that `merge -s ours` left behind was never known', () => {
		const library = approvedLibrary();
		library.repository.branch('side');
		library.withdraw('2024-02-01', 'c.fo');
		library.repository.to('main').merge('2024-02-02', '-s', 'ours', 'side');
		expect(library.on().inForce).toBe('1.0');
	});

	it('ends one version for good: approving it again is no way back', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'c.fo');
		library.approve('2024-03-01', 'c.fo', {}, { path: 'records/approvals/SOP-FIN-900/1.0/again.yaml' });
		expect(library.on()).toEqual({ inForce: null, stands: '1.0', status: 'withdrawn' });
		library.write('2024-04-01', { version: '1.1' });
		library.approve('2024-04-02', 'c.fo', { version: '1.1' });
		expect(library.on().inForce).toBe('1.1');
	});

	it('of a document ends all its versions, known and to come', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'c.fo', {}, { more: { withdraws: 'document', from: '2024-02-10' } });
		expect(library.on('2024-02-09')).toMatchObject({ inForce: '1.0', status: 'effective' });
		library.write('2024-03-01', next);
		library.approve('2024-03-02', 'c.fo', next);
		expect(library.on()).toEqual({ inForce: null, stands: '2.0', status: 'retired' });
	});

	it('of a version that nobody approved stops nothing', () => {
		const library = approvedLibrary();
		library.write('2024-02-01', next);
		library.withdraw('2024-02-02', 'c.fo', next);
		expect(library.on()).toEqual({ inForce: '1.0', stands: '2.0', status: 'draft' });
	});

	it('from a day that does not exist holds from when it was known', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'c.fo', {}, { more: { from: '2024-02-31' } });
		expect(library.repository.show(sopId, '--on', '2024-01-20').until).toBe('2024-02-01T12:00:00Z');
	});

	it('in a library without approvals needs no role', () => {
		const library = controlledLibrary({ config: 'approvals: none\n' });
		library.change('2024-01-03', { [peopleFile]: null });
		library.write('2024-01-10');
		library.withdraw('2024-02-01', 'jane.doe', {}, { key: null });
		expect(library.on()).toEqual({ inForce: null, stands: '1.0', status: 'withdrawn' });
	});
});

describe('a withdrawn signature', () => {
	const path = (words = {}) => Object.keys(approvedLibrary().approval('2024-01-15', 'c.fo', words))[0] ?? '';
	const ofRecord = (record: string) => ({ more: { withdraws: 'record', record } });

	it('ends what leaned on it alone, from when that was known', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'c.fo', {}, ofRecord(path()));
		expect(library.on('2024-01-31')).toMatchObject({ inForce: '1.0', status: 'effective' });
		expect(library.on()).toMatchObject({ inForce: null, stands: '1.0', status: 'draft' });
		expect(library.why()).toContain('a signature that it leaned on was withdrawn on 2024-02-01');
		expect(library.on('2024-02-15', '--known', '2024-01-31').inForce).toBe('1.0');
	});

	it('ends nothing where another signature fills its line', () => {
		const library = approvedLibrary();
		library.changePerson('2024-01-16', 'q.lead', { roles: [{ role: 'controller' }] });
		library.approve('2024-01-20', 'q.lead');
		library.withdraw('2024-02-01', 'c.fo', {}, ofRecord(path()));
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
	});

	it('is withdrawn with every copy of it', () => {
		const library = approvedLibrary();
		const [text = ''] = Object.values(library.approval('2024-01-15', 'c.fo'));
		library.change(
			'2024-01-20',
			{ 'records/approvals/SOP-FIN-900/1.0/copy.yaml': `# A copy.\n${text}` },
			'i.tern',
		);
		library.withdraw('2024-02-01', 'c.fo', {}, ofRecord(path()));
		expect(library.on()).toMatchObject({ inForce: null, status: 'draft' });
	});

	it('is not withdrawn by a role that section 15 does not name, nor beforehand', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'q.lead', {}, ofRecord(path()));
		expect(library.on().inForce).toBe('1.0');
		const early = controlledLibrary();
		early.write('2024-01-10');
		early.withdraw('2024-01-12', 'c.fo', {}, ofRecord(path()));
		early.approve('2024-01-15', 'c.fo');
		expect(early.on().inForce).toBe('1.0');
	});

	it('of a version is not withdrawn by the role of another', () => {
		const library = approvedLibrary();
		const draft = { version: '9.0', lines: ['intern'] };
		library.write('2024-02-01', draft, 'i.tern');
		library.withdraw('2024-02-02', 'i.tern', draft, ofRecord(path()));
		expect(library.on().inForce).toBe('1.0');
	});

	it('before its version was complete leaves it open', () => {
		const library = controlledLibrary();
		const words = { lines: ['controller', 'quality'] };
		library.write('2024-01-10', words);
		library.approve('2024-01-12', 'c.fo', words);
		library.withdraw('2024-01-13', 'c.fo', words, ofRecord(path(words)));
		library.approve('2024-01-14', 'q.lead', words);
		expect(library.on()).toMatchObject({ inForce: null, status: 'in review' });
	});
});

describe('what was signed stays', () => {
	it('in a revert of a merge with its records, and when it is merged again', () => {
		const library = approvedLibrary();
		const { repository } = library;
		repository.branch('side');
		library.write('2024-02-01', next);
		library.approve('2024-02-02', 'c.fo', next);
		const merge = library.as('jane.doe').repository.to('main').merge('2024-02-03', 'side');
		repository.gitAt('2024-02-04', 'revert', '--no-edit', '-m', '1', merge);
		expect(library.on()).toEqual({ inForce: '2.0', stands: '1.0', status: 'superseded' });
		expect(repository.tryGit('2024-02-05', 'merge', 'side').stdout).toContain('Already up to date');
		repository.gitAt('2024-02-06', 'revert', '--no-edit', 'HEAD');
		expect(library.on()).toEqual({ inForce: '2.0', stands: '2.0', status: 'effective' });
		expect(repository.show().from).toBe('2024-02-03T12:00:00Z');
	});

	it('where the folder of records is deleted', () => {
		const library = approvedLibrary();
		library.change('2024-02-01', { records: null });
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		library.write('2024-03-01', next);
		expect(library.on()).toEqual({ inForce: '1.0', stands: '2.0', status: 'draft' });
	});

	it('where a record is altered: its first text is the record', () => {
		const library = approvedLibrary();
		const [path = '', text = ''] = Object.entries(library.approval('2024-01-15', 'c.fo'))[0] ?? [];
		library.change('2024-02-01', { [path]: text.replace('person: c.fo', 'person: q.lead') });
		expect(library.on().inForce).toBe('1.0');
		expect(library.signature()).toMatchObject({ person: 'c.fo', who: 'record-signed' });
	});

	it('and what a record is altered into counts for nothing', () => {
		const library = controlledLibrary();
		library.write('2024-01-10');
		const [path = '', text = ''] = Object.entries(library.approval('2024-01-15', 'c.fo'))[0] ?? [];
		library.change('2024-01-14', { [path]: text.replace(/digest: .*/, `digest: sha256:${'0'.repeat(64)}`) });
		library.change('2024-01-15', { [path]: text });
		expect(library.on()).toMatchObject({ inForce: null, status: 'draft' });
	});

	it('where the document moves, and where its file becomes a link', () => {
		const library = approvedLibrary();
		library.repository.move(documentFile, 'finance/pay.sop.yaml');
		library.change('2024-02-01', {});
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		library.repository.move('finance/pay.sop.yaml', 'text.yaml');
		library.repository.link('a.sop.yaml', 'text.yaml');
		library.change('2024-02-02', {});
		expect(library.on()).toEqual({ inForce: '1.0', stands: null, status: 'missing' });
	});
});

describe('two branches', () => {
	it('on which two people sign at one moment merge without a conflict', () => {
		const library = controlledLibrary();
		const words = { lines: ['controller', 'quality'] };
		library.write('2024-01-10', words);
		const { repository } = library;
		repository.branch('one');
		library.approve('2024-01-15', 'c.fo', words);
		repository.to('main').branch('other');
		library.approve('2024-01-15', 'q.lead', words);
		repository.to('main').merge('2024-01-16', 'one');
		repository.merge('2024-01-17', 'other');
		expect(library.on().inForce).toBe('1.0');
		expect(repository.show().from).toBe('2024-01-17T12:00:00Z');
	});

	it('that bring one record bring one signature, known from the first', () => {
		const library = controlledLibrary();
		library.write('2024-01-10');
		const { repository } = library;
		const record = library.approval('2024-01-12', 'c.fo');
		for (const name of ['one', 'other']) {
			repository.to('main').branch(name);
			library.change('2024-01-12', record, 'c.fo');
		}
		repository.to('main').merge('2024-01-16', 'one');
		repository.merge('2024-01-17', 'other');
		expect(library.signatures()).toHaveLength(1);
		expect(library.signature()?.known).toBe('2024-01-16T12:00:00Z');
		expect(Object.keys(record)[0]).toBe(library.signature()?.file);
	});
});
