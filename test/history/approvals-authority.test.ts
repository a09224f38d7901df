import { describe, expect, it } from 'vitest';
import {
	approvedLibrary,
	type ControlledLibrary,
	controlledLibrary,
	controlledText,
	documentFile,
	everybody,
	libraryId,
	peopleFile,
	peopleText,
	person,
	rolesFile,
} from '../support/approvals-library.ts';
import { configText, sopId } from '../support/history-repository.ts';

function written(beginning = {}): ControlledLibrary {
	const library = controlledLibrary(beginning);
	library.write('2024-01-10');
	return library;
}

const controllerSince = (from: string, until?: string) => ({
	roles: [{ role: 'controller', from, ...(until === undefined ? {} : { until }) }],
});

describe('a role', () => {
	it('is held on the day of signing and on the day it became known', () => {
		for (const [at, known, from, until, counts] of [
			['2024-01-20', '2024-01-25', '2024-01-20', '2024-01-25', true],
			['2024-01-19', '2024-01-25', '2024-01-20', '2024-01-25', false],
			['2024-01-20', '2024-01-26', '2024-01-20', '2024-01-25', false],
		] as const) {
			const library = controlledLibrary();
			library.changePerson('2024-01-03', 'c.fo', controllerSince(from, until));
			library.write('2024-01-10');
			library.approve(known, 'c.fo', {}, { at: `${at}T12:00:00Z` });
			expect(library.signature()?.counts, `${at} ${known}`).toBe(counts);
		}
	});

	it('given in the commit of the record gives it nothing', () => {
		const library = written();
		const people = everybody().map((one) => (one.id === 'i.tern' ? person('i.tern', ['controller']) : one));
		const record = library.approval('2024-01-15', 'i.tern', {}, { role: 'controller' });
		library.change('2024-01-15', { ...record, [peopleFile]: peopleText(people) });
		expect(library.on()).toMatchObject({ inForce: null, status: 'draft' });
		expect(library.signature()?.why).toEqual(['i.tern does not hold the role controller']);
	});

	it('given by the merge that brings the record gives it nothing', () => {
		const library = written();
		const { repository } = library;
		repository.branch('side');
		library.changePerson('2024-01-11', 'i.tern', controllerSince('2020-01-01'));
		library.approve('2024-01-15', 'i.tern', {}, { role: 'controller' });
		repository.to('main').merge('2024-01-20', 'side');
		expect(library.on()).toMatchObject({ inForce: null, status: 'draft' });
	});

	it('given by the commit before counts: nobody can tell one push from two', () => {
		const library = written();
		library.changePerson('2024-01-14', 'i.tern', controllerSince('2020-01-01'));
		library.approve('2024-01-15', 'i.tern', {}, { role: 'controller' });
		expect(library.on().inForce).toBe('1.0');
	});

	it('of a provider ends with the contract of their organisation', () => {
		const library = controlledLibrary();
		const people = everybody().map((one) =>
			one.id === 'c.fo' ? { ...one, organisation: 'Books Ltd' } : one,
		);
		const contract = 'organisations:\n  - name: Books Ltd\n    until: 2024-01-14\n';
		library.change('2024-01-03', { [peopleFile]: `${peopleText(people)}${contract}` });
		library.write('2024-01-10');
		library.approve('2024-01-15', 'c.fo');
		expect(library.signature()?.why).toEqual(["the contract of c.fo's organisation ended on 2024-01-14"]);
		expect(library.on()).toMatchObject({ inForce: null, status: 'draft' });
	});

	it('that somebody left before is not theirs, and neither is any other once they are gone', () => {
		const library = controlledLibrary();
		library.changePerson('2024-01-03', 'c.fo', { until: '2024-01-14' });
		library.write('2024-01-10');
		library.approve('2024-01-15', 'c.fo');
		expect(library.on().inForce).toBeNull();
		expect(library.why()).toContain('c.fo had left on 2024-01-14');
	});

	it('that ended is nobody’s any more', () => {
		const roles = [{ id: 'controller', until: '2024-01-14' }];
		const library = written({ roles });
		library.approve('2024-01-15', 'c.fo');
		expect(library.on().inForce).toBeNull();
		expect(library.why()).toContain('the role controller ended on 2024-01-14');
	});

	it('that was replaced asks for its successor', () => {
		const roles = [{ id: 'controller', until: '2024-01-05', replaced_by: 'quality' }, { id: 'quality' }];
		const library = written({ roles });
		library.approve('2024-01-15', 'c.fo');
		expect(library.on().inForce).toBeNull();
		library.approve('2024-01-16', 'q.lead');
		expect(library.on().inForce).toBe('1.0');
	});

	it('that is to be replaced later still signs until then', () => {
		const roles = [{ id: 'controller', until: '2024-06-30', replaced_by: 'quality' }, { id: 'quality' }];
		const library = written({ roles });
		library.approve('2024-01-15', 'c.fo');
		expect(library.on().inForce).toBe('1.0');
	});

	it('of somebody whom the register lacks is nobody’s', () => {
		const library = written();
		library.approve('2024-01-15', 'no.body', {}, { role: 'controller' });
		expect(library.on().inForce).toBeNull();
		expect(library.why()).toContain('no.body is in no people register');
	});

	it('taken away later takes nothing back', () => {
		const library = approvedLibrary();
		library.changePerson('2024-02-01', 'c.fo', controllerSince('2020-01-01', '2024-01-31'));
		expect(library.on().inForce).toBe('1.0');
	});

	it('of somebody whose entry was deleted later takes nothing back either', () => {
		const library = approvedLibrary();
		const others = everybody().filter(({ id }) => id !== 'c.fo');
		library.change('2024-02-01', { [peopleFile]: peopleText(others) });
		expect(library.on().inForce).toBe('1.0');
		expect(library.signature()).toMatchObject({ counts: true, who: 'record-signed' });
	});
});

describe('a delegate', () => {
	const roles = (delegation: unknown) => [{ id: 'controller', delegates: [delegation] }, { id: 'quality' }];
	const away = { absent: [{ from: '2024-01-14', until: '2024-01-16' }] };
	const asController = { role: 'controller' };

	it('does not count while nobody is away', () => {
		const library = written({ roles: roles('quality') });
		library.approve('2024-01-15', 'q.lead', {}, asController);
		expect(library.on().inForce).toBeNull();
		expect(library.why()).toContain('only in a recorded absence, and none covers 2024-01-15');
	});

	it('counts in a recorded absence, and is shown as one', () => {
		const library = controlledLibrary({ roles: roles('quality') });
		library.changePerson('2024-01-03', 'c.fo', away);
		library.write('2024-01-10');
		library.approve('2024-01-15', 'q.lead', {}, asController);
		expect(library.on().inForce).toBe('1.0');
		expect(library.signature()).toMatchObject({ delegateOf: 'quality', inAbsenceOf: 'c.fo' });
		expect(library.why()).toContain('for controller');
	});

	it('does not count where the absence covers the signing and not the day it was known', () => {
		const library = controlledLibrary({ roles: roles('quality') });
		library.changePerson('2024-01-03', 'c.fo', away);
		library.write('2024-01-10');
		library.approve('2024-01-17', 'q.lead', {}, { ...asController, at: '2024-01-16T12:00:00Z' });
		expect(library.on().inForce).toBeNull();
	});

	it('does not count by an absence entered in the commit of the record', () => {
		const library = written({ roles: roles('quality') });
		const people = everybody().map((one) => (one.id === 'c.fo' ? { ...one, ...away } : one));
		const record = library.approval('2024-01-15', 'q.lead', {}, asController);
		library.change('2024-01-15', { ...record, [peopleFile]: peopleText(people) });
		expect(library.on().inForce).toBeNull();
	});

	it('counts without an absence where the register says always', () => {
		const library = written({ roles: roles({ role: 'quality', always: true }) });
		library.approve('2024-01-15', 'q.lead', {}, asController);
		expect(library.on().inForce).toBe('1.0');
		expect(library.signature()).toMatchObject({ delegateOf: 'quality', inAbsenceOf: null });
	});

	it('counts by one delegation that holds, whatever another one says', () => {
		const delegates = [{ role: 'quality' }, { role: 'quality', always: true }];
		const library = written({ roles: [{ id: 'controller', delegates }, { id: 'quality' }] });
		library.approve('2024-01-15', 'q.lead', {}, asController);
		expect(library.on().inForce).toBe('1.0');
	});

	it('counts only while the delegation lasts', () => {
		const library = written({ roles: roles({ role: 'quality', always: true, until: '2024-01-14' }) });
		library.approve('2024-01-15', 'q.lead', {}, asController);
		expect(library.on().inForce).toBeNull();
	});

	it('does not fill two lines, for another and for themselves', () => {
		const library = controlledLibrary({ roles: roles({ role: 'quality', always: true }) });
		const words = { lines: ['controller', 'quality'] };
		library.write('2024-01-10', words);
		library.approve('2024-01-15', 'q.lead', words, asController);
		library.approve('2024-01-16', 'q.lead', words);
		expect(library.on()).toMatchObject({ inForce: null, status: 'in review' });
	});

	it('does not act for a role that ended', () => {
		const ended = [{ id: 'controller', until: '2024-01-12', delegates: [{ role: 'quality', always: true }] }];
		const library = written({ roles: ended });
		library.approve('2024-01-15', 'q.lead', {}, asController);
		expect(library.on().inForce).toBeNull();
	});
});

describe('a people register', () => {
	it('that was never there is founded with the first record: claimed', () => {
		const library = controlledLibrary();
		const { repository } = library;
		repository.git('checkout', '--quiet', '--orphan', 'bare');
		repository.git('rm', '--quiet', '-r', '--cached', '.');
		library.as('jane.doe');
		repository.write({ [peopleFile]: null, [documentFile]: controlledText() });
		repository.commit('2024-01-10');
		const record = library.approval('2024-01-15', 'c.fo');
		const id = repository.commit('2024-01-15', { ...record, [peopleFile]: peopleText(everybody()) });
		repository.git('branch', '--force', 'main', id);
		repository.to('main');
		expect(library.on().inForce).toBe('1.0');
		expect(library.signature()?.who).toBe('claimed');
	});

	it('that was removed is not founded again by whoever brings another', () => {
		const library = written();
		library.change('2024-01-11', { [peopleFile]: null });
		const forged = [person('mallory', ['controller'])];
		const record = library.approval('2024-01-15', 'mallory', {}, { role: 'controller' });
		library.change('2024-01-15', { ...record, [peopleFile]: peopleText(forged) });
		expect(library.on().inForce).toBeNull();
		expect(library.signature()?.why[0]).toContain('not evaluated: registers/people.yaml was removed');
	});

	it('in whose place a link stands gives nobody a role', () => {
		const library = written();
		const { repository } = library;
		const forged = peopleText([person('mallory', ['controller'])]);
		repository.write({ [peopleFile]: null, 'mine.yaml': forged });
		repository.link(peopleFile, '../mine.yaml');
		library.change('2024-01-11', {});
		library.approve('2024-01-15', 'mallory', {}, { role: 'controller' });
		expect(library.on().inForce).toBeNull();
		expect(library.signature()?.why[0]).toContain('not evaluated');
	});

	it.each([
		['is no YAML', (text: string) => `${text}"open`],
		[
			'has a day that is none, which would make a leaver stay',
			(text: string) => text.replace('id: c.fo\n', 'id: c.fo\n    until: 30.6.2023\n'),
		],
		[
			'has a key that nobody knows',
			(text: string) => text.replace('id: c.fo\n', 'id: c.fo\n    untill: 2023-06-30\n'),
		],
		['names a key twice', (text: string) => `${text}people: []\n`],
	])('that %s gives nobody a role while it stands', (_, change) => {
		const library = written();
		library.change('2024-01-11', { [peopleFile]: change(peopleText(everybody())) });
		library.approve('2024-01-15', 'c.fo');
		expect(library.on()).toMatchObject({ inForce: null });
		expect(library.signature()?.why[0]).toContain('not evaluated: registers/people.yaml of then');
		// Mended, and signed again: then it counts.
		library.change('2024-01-20', { [peopleFile]: peopleText(everybody()) });
		library.approve('2024-01-25', 'c.fo', {}, { path: 'records/approvals/SOP-FIN-900/1.0/again.yaml' });
		expect(library.on().inForce).toBe('1.0');
	});

	it('of roles that cannot be read gives nobody one either: it may have ended', () => {
		const library = written();
		library.change('2024-01-11', { [rolesFile]: 'roles:\n  - id: controller\n    until: yesterday\n' });
		library.approve('2024-01-15', 'c.fo');
		expect(library.on().inForce).toBeNull();
		expect(library.signature()?.why[0]).toContain('not evaluated: registers/roles.yaml of then');
	});

	it.each([
		['twice', 'c.fo'],
		['in another case', 'C.Fo'],
	])('that names an id %s leaves open who that is', (_, twin) => {
		const people = [...everybody(), { ...person('c.fo', ['controller']), id: twin, until: '2023-01-01' }];
		const library = written({ people });
		library.approve('2024-01-15', 'c.fo');
		expect(library.on().inForce).toBeNull();
		expect(library.signature()?.why[0]).toContain('not evaluated: two people have the id');
	});

	it('that writes one name in two ways of Unicode leaves open who that is', () => {
		const [composed, apart] = ['ren\u00e9', 'rene\u0301'];
		const people = [...everybody(), person(composed, ['controller']), person(apart, ['quality'])];
		const library = controlledLibrary({ people });
		const words = { lines: ['controller', 'quality'] };
		library.write('2024-01-10', words);
		library.approve('2024-01-15', composed, words, { role: 'controller' });
		library.approve('2024-01-16', apart, words, { role: 'quality' });
		expect(library.on().inForce).toBeNull();
	});

	it('elsewhere, where the config says so, is read there as the mainline had it', () => {
		const config = 'approvals: required\npeople:\n  file: hr/people.yaml\n';
		const library = controlledLibrary({ config });
		// Nobody reads the one at the usual place.
		library.change('2024-01-03', { [peopleFile]: null, 'hr/people.yaml': peopleText(everybody()) });
		library.write('2024-01-10');
		library.approve('2024-01-15', 'c.fo');
		expect(library.on().inForce).toBe('1.0');
		expect(library.signature()?.who).toBe('record-signed');
		// A setting of the working tree moves nothing.
		library.repository.write({
			'sop.config.yaml': configText('people:\n  file: mine.yaml\n'),
			'mine.yaml': peopleText([]),
		});
		expect(library.on().inForce).toBe('1.0');
	});

	it('is not founded again by a config that names another place for it', () => {
		const library = written();
		const forged = peopleText([person('mallory', ['controller'])]);
		library.change('2024-01-11', {
			'sop.config.yaml': configText('approvals: required\npeople:\n  file: mine.yaml\n'),
		});
		const record = library.approval('2024-01-15', 'mallory', {}, { role: 'controller' });
		library.change('2024-01-15', { ...record, 'mine.yaml': forged });
		expect(library.on().inForce).toBeNull();
	});
});

describe('whether approvals are needed', () => {
	const config = (approvals: string) => ({ 'sop.config.yaml': configText(`approvals: ${approvals}\n`) });
	const next = { version: '2.0' };

	it('is decided by the commit before: a text cannot lift what it is judged by', () => {
		const library = approvedLibrary();
		library.change('2024-02-01', { ...config('none'), [documentFile]: controlledText(next) });
		expect(library.on()).toEqual({ inForce: '1.0', stands: '2.0', status: 'draft' });
	});

	it('stays so for ever once it was: none and auto lift nothing, deleting config and records neither', () => {
		for (const lift of [config('none'), config('auto'), { 'sop.config.yaml': null }, { records: null }]) {
			const library = approvedLibrary();
			library.change('2024-02-01', lift);
			library.write('2024-03-01', next);
			expect(library.on(), JSON.stringify(lift)).toEqual({ inForce: '1.0', stands: '2.0', status: 'draft' });
		}
	});

	it('stays so where nobody ever signed anything', () => {
		const library = controlledLibrary();
		library.change('2024-01-05', { 'sop.config.yaml': null });
		library.write('2024-01-10');
		expect(library.on()).toMatchObject({ inForce: null, status: 'draft' });
	});

	it('is said by the first record, where the config says auto', () => {
		const library = controlledLibrary({ config: '' });
		library.write('2024-01-10');
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		library.approve('2024-01-15', 'c.fo');
		library.write('2024-02-01', next);
		expect(library.on()).toEqual({ inForce: '1.0', stands: '2.0', status: 'draft' });
		library.approve('2024-02-02', 'c.fo', next);
		expect(library.on().inForce).toBe('2.0');
	});

	it('is not said by a note in the folder of records', () => {
		const library = controlledLibrary({ config: '' });
		library.change('2024-01-05', { 'records/approvals/README.md': 'Approvals lie here.\n' });
		library.write('2024-01-10');
		expect(library.on().inForce).toBe('1.0');
	});

	it('is never so where the config said none from the beginning, whoever pushes a record', () => {
		const library = controlledLibrary({ config: 'approvals: none\n' });
		library.write('2024-01-10');
		library.approve('2024-01-15', 'c.fo');
		library.write('2024-02-01', next);
		expect(library.on()).toEqual({ inForce: '2.0', stands: '2.0', status: 'effective' });
	});

	it('leaves alone what was in force before', () => {
		const library = controlledLibrary({ config: 'approvals: none\n' });
		library.write('2024-01-10');
		library.change('2024-02-01', config('required'));
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		library.write('2024-03-01', next);
		expect(library.on()).toEqual({ inForce: '1.0', stands: '2.0', status: 'draft' });
	});

	it('is not lifted by a config that is not valid', () => {
		const library = controlledLibrary({ config: 'approvals: required\napproval:\n  trust: signed\n' });
		library.change('2024-01-05', {
			'sop.config.yaml': configText('approvals: never\napproval:\n  trust: sometimes\n'),
		});
		library.write('2024-01-10');
		library.approve('2024-01-15', 'c.fo', {}, { key: null });
		expect(library.on()).toMatchObject({ inForce: null, status: 'draft' });
	});
});

describe('the library of a record', () => {
	it('is this one: a record copied from another counts for nothing', () => {
		const library = written();
		library.approve('2024-01-15', 'c.fo', {}, { more: { library: 'b'.repeat(32) } });
		expect(library.on().inForce).toBeNull();
		expect(library.signature()?.why).toEqual(['it is a record of another library']);
	});

	it('is the one that the library was founded as, whatever its config says later', () => {
		const library = written();
		const other = 'b'.repeat(32);
		library.change('2024-01-12', {
			'sop.config.yaml': configText('approvals: required\n').replace(libraryId, other),
		});
		library.approve('2024-01-15', 'c.fo', {}, { more: { library: other } });
		expect(library.on().inForce).toBeNull();
		library.approve('2024-01-16', 'c.fo', {}, { path: 'records/approvals/SOP-FIN-900/1.0/right.yaml' });
		expect(library.on().inForce).toBe('1.0');
	});
});

describe('a signature on paper', () => {
	const adopted = { config: 'approvals: required\nadopted: 2024-01-05\n' };
	const paper = (more: object = {}) => ({
		more: {
			paper: {
				file: 'attachments/approval.pdf',
				sha256: 'a'.repeat(64),
				date: '2023-05-02',
				recorded_by: 'h.ray',
				...more,
			},
		},
		key: null,
	});

	it('counts where it was made before the library was adopted', () => {
		const library = written(adopted);
		library.approve('2024-01-15', 'c.fo', {}, paper());
		expect(library.repository.show()).toMatchObject({ version: '1.0', from: '2024-01-15T12:00:00Z' });
		expect(library.signature()?.who).toBe('paper, recorded by h.ray');
	});

	it('counts for nothing from that day on, nor where no day of adoption is said', () => {
		const late = written(adopted);
		late.approve('2024-01-15', 'c.fo', {}, paper({ date: '2024-01-05' }));
		expect(late.on().inForce).toBeNull();
		const never = written();
		never.approve('2024-01-15', 'c.fo', {}, paper());
		expect(never.on().inForce).toBeNull();
	});

	it('is of somebody who held the role once, and may be gone by now: the day is said by the paper', () => {
		const library = controlledLibrary(adopted);
		library.changePerson('2024-01-03', 'c.fo', { ...controllerSince('2020-01-01'), until: '2023-12-31' });
		library.write('2024-01-10');
		library.approve('2024-01-15', 'c.fo', {}, paper());
		expect(library.on().inForce).toBe('1.0');
		const younger = controlledLibrary(adopted);
		younger.changePerson('2024-01-03', 'c.fo', { roles: [{ role: 'quality' }] });
		younger.write('2024-01-10');
		younger.approve('2024-01-15', 'c.fo', {}, { ...paper(), role: 'controller' });
		expect(younger.on().inForce).toBeNull();
	});

	it('is recorded by somebody whom the register knows', () => {
		const library = written(adopted);
		library.approve('2024-01-15', 'c.fo', {}, paper({ recorded_by: 'no.body' }));
		expect(library.on().inForce).toBeNull();
		expect(library.why()).toContain('no.body');
	});

	it('is not lifted by a day of adoption in its own commit', () => {
		const library = written();
		const record = library.approval('2024-01-15', 'c.fo', {}, paper());
		library.change('2024-01-15', {
			...record,
			'sop.config.yaml': configText('approvals: required\nadopted: 2024-01-05\n'),
		});
		expect(library.on().inForce).toBeNull();
	});
});

describe('the register of documents', () => {
	it('says what show says', () => {
		const library = approvedLibrary();
		library.write('2024-02-01', { version: '2.0' });
		expect(library.repository.register(sopId)).toEqual({ inForce: '1.0', stands: '2.0', status: 'draft' });
	});
});
