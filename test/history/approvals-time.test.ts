import { describe, expect, it } from 'vitest';
import {
	addressOf,
	approvedLibrary,
	controlledLibrary,
	controlledText,
	documentFile,
} from '../support/approvals-library.ts';
import { configText, sopId } from '../support/history-repository.ts';

const next = { version: '2.0' };

describe('since when a version is in force', () => {
	it('is never before its approval was known: signed in March with a day in January', () => {
		const library = approvedLibrary();
		const words = { version: '2.1', effective: '2024-02-01' };
		library.write('2024-01-20', words);
		library.approve('2024-03-11', 'c.fo', words, { at: '2024-01-21T09:00:00Z' });
		expect(library.on('2024-02-15')).toMatchObject({ inForce: '1.0', status: 'approved' });
		expect(library.on('2024-03-10').inForce).toBe('1.0');
		expect(library.repository.show()).toMatchObject({ version: '2.1', from: '2024-03-11T12:00:00Z' });
	});

	it('is the merge that brought the record, whatever dates its branch has', () => {
		const library = approvedLibrary();
		const { repository } = library;
		repository.branch('side');
		library.write('2024-01-16', next);
		library.approve('2024-01-17', 'c.fo', next);
		repository.to('main').commit('2024-02-20', { 'note.txt': 'x' });
		repository.merge('2024-03-11', 'side');
		expect(library.on('2024-02-25').inForce).toBe('1.0');
		expect(repository.show()).toMatchObject({ version: '2.0', from: '2024-03-11T12:00:00Z' });
		expect(library.signature('2.0')?.known).toBe('2024-03-11T12:00:00Z');
	});

	it('is the last signature that it needed', () => {
		const library = controlledLibrary();
		const words = { lines: ['controller', 'quality'] };
		library.write('2024-01-10', words);
		library.approve('2024-01-12', 'c.fo', words);
		library.approve('2024-02-12', 'q.lead', words);
		expect(library.repository.show()).toMatchObject({ from: '2024-02-12T12:00:00Z' });
	});

	it('is when the text came, where its record came first', () => {
		const library = approvedLibrary();
		// The record was cherry-picked without what it signs.
		library.approve('2024-02-01', 'c.fo', next);
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		library.write('2024-03-01', next);
		expect(library.repository.show()).toMatchObject({ version: '2.0', from: '2024-03-01T12:00:00Z' });
	});

	it('is later than a commit of the year 2099, which poisons nothing', () => {
		const library = controlledLibrary();
		library.write('2024-01-10');
		library.approve('2099-01-01', 'c.fo', {}, { at: '2024-01-12T09:00:00Z' });
		library.change('2024-02-01', { 'note.txt': 'x' });
		expect(library.on('2024-01-31').inForce).toBeNull();
		expect(library.repository.show()).toMatchObject({ from: '2024-02-01T12:00:00Z' });
		expect(library.signature()?.when).toBe('disordered');
	});

	it('is not what a commit with an old date says that follows newer ones', () => {
		const library = approvedLibrary();
		const { repository } = library;
		library.change('2024-03-01', { 'note.txt': 'x' });
		library.write('2024-03-02', next);
		// Dates run backwards: the latest before it counts, while it is the newest of all and after.
		library.approve('2024-01-16', 'c.fo', next);
		expect(repository.show()).toMatchObject({ version: '2.0', from: '2024-03-02T12:00:00Z' });
		expect(library.signature('2.0')?.when).toBe('disordered');
		library.change('2024-03-03', { 'note.txt': 'y' });
		expect(repository.show()).toMatchObject({ version: '2.0', from: '2024-03-02T12:00:00Z' });
		expect(library.on('2024-02-01').inForce).toBe('1.0');
	});
});

describe('which version is in force', () => {
	it('is the higher of two that begin on one day', () => {
		const library = approvedLibrary();
		for (const version of ['2.1', '2.2']) {
			const words = { version, effective: '2024-04-01' };
			library.write('2024-02-01', words);
			library.approve('2024-02-02', 'c.fo', words);
		}
		expect(library.on('2024-04-01').inForce).toBe('2.2');
		expect(library.on('2024-03-31').inForce).toBe('1.0');
	});

	it('is the higher one where a lower one is approved late', () => {
		const library = approvedLibrary();
		const [lower, higher] = [
			{ version: '2.1', effective: '2024-02-01' },
			{ version: '2.2', effective: '2024-03-01' },
		];
		library.write('2024-01-20', lower);
		library.write('2024-01-21', higher);
		library.approve('2024-01-22', 'c.fo', higher);
		library.approve('2024-05-01', 'c.fo', lower);
		expect(library.on('2024-02-15').inForce).toBe('1.0');
		expect(library.on('2024-05-15').inForce).toBe('2.2');
		expect(library.repository.sop('show', `${sopId}@2.1`).stderr).toContain('never in force');
	});

	it('is none where the one in force is withdrawn: an older one never comes back', () => {
		const library = approvedLibrary();
		library.write('2024-02-01', next);
		library.approve('2024-02-02', 'c.fo', next);
		library.withdraw('2024-03-01', 'c.fo', next);
		expect(library.on('2024-02-29').inForce).toBe('2.0');
		expect(library.on()).toEqual({ inForce: null, stands: '2.0', status: 'withdrawn' });
	});

	it('stays the older one where the next was cancelled before its day', () => {
		const library = approvedLibrary();
		const words = { version: '2.0', effective: '2024-04-01' };
		library.write('2024-02-01', words);
		library.approve('2024-02-02', 'c.fo', words);
		library.withdraw('2024-03-20', 'c.fo', words);
		expect(library.on('2024-03-15')).toMatchObject({ inForce: '1.0', status: 'approved' });
		expect(library.on('2024-04-15')).toEqual({ inForce: '1.0', stands: '2.0', status: 'withdrawn' });
		expect(library.why()).toContain('never in force');
		// In March everybody expected it.
		expect(library.on('2024-04-15', '--known', '2024-03-15').inForce).toBe('2.0');
	});

	it('changed within a day: both are named', () => {
		const library = approvedLibrary();
		library.write('2024-02-01', next);
		library.approve('2024-02-02', 'c.fo', next);
		const answer = library.repository.show(sopId, '--on', '2024-02-02');
		expect(answer).toMatchObject({ version: '2.0' });
		expect(answer.notes[0]).toContain('2024-02-02T12:00:00Z; before, 1.0 was in force');
	});

	it('is told for what was known then by --known', () => {
		const library = approvedLibrary();
		const early = { version: '2.0', effective: '2024-02-01' };
		library.write('2024-01-20', early);
		library.approve('2024-03-11', 'c.fo', early);
		expect(library.on('2024-04-01', '--known', '2024-03-01').inForce).toBe('1.0');
		expect(library.on('2024-04-01', '--known', '2024-03-11').inForce).toBe('2.0');
	});

	it('is 2.1 for 2.1.0, and 1.10 after 1.9', () => {
		const library = approvedLibrary();
		const [nine, ten] = [{ version: '1.9' }, { version: '1.10' }];
		library.write('2024-02-01', ten);
		library.approve('2024-02-02', 'c.fo', ten);
		library.write('2024-02-03', nine);
		library.approve('2024-02-04', 'c.fo', nine);
		expect(library.on().inForce).toBe('1.10');
		library.write('2024-03-01', { version: '1.10.0', wording: 'Enter it twice.' });
		library.approve('2024-03-02', 'c.fo', { version: '1.10.0', wording: 'Enter it twice.' });
		expect(library.on()).toEqual({ inForce: '1.10', stands: '1.10.0', status: 'suspended' });
	});
});

describe('a day', () => {
	it.each([
		['Europe/Berlin', '2024-01-31T22:59:59Z', '2024-01-31T23:00:00Z'],
		['America/New_York', '2024-02-01T04:59:59Z', '2024-02-01T05:00:00Z'],
		['Pacific/Auckland', '2024-01-31T10:59:59Z', '2024-01-31T11:00:00Z'],
	])('begins at midnight of the zone: %s', (zone, before, from) => {
		const words = { effective: '2024-02-01' };
		const library = controlledLibrary({ config: `approvals: required\ntimezone: ${zone}\n` });
		library.write('2024-01-10', words);
		library.approve('2024-01-12', 'c.fo', words);
		expect(library.on(before).inForce).toBeNull();
		expect(library.on(from).inForce).toBe('1.0');
		expect(library.repository.show(sopId, '--on', from).from).toBe(from);
	});

	it.each([
		// Clocks go forward, and back, on these Sundays.
		['2024-03-31', '2024-03-30T23:00:00Z', '2024-03-31T22:00:00Z'],
		['2024-10-27', '2024-10-26T22:00:00Z', '2024-10-27T23:00:00Z'],
	])('has 23 or 25 hours where clocks change: %s', (day, start, end) => {
		const words = { effective: day };
		const library = controlledLibrary({ config: 'approvals: required\ntimezone: Europe/Berlin\n' });
		library.write('2024-01-10', words);
		library.approve('2024-01-12', 'c.fo', words);
		library.withdraw('2024-01-20', 'c.fo', words, { more: { from: dayAfter(day) } });
		expect(library.repository.show(sopId, '--on', start)).toMatchObject({ from: start, until: end });
		expect(library.on(day).inForce).toBe('1.0');
		expect(library.on(end).inForce).toBeNull();
	});

	it('on which a role ends is its last', () => {
		const until = (day: string) => [{ role: 'controller', from: '2020-01-01', until: day }];
		for (const [day, counts] of [
			['2024-01-15', true],
			['2024-01-14', false],
		] as const) {
			const library = controlledLibrary();
			library.changePerson('2024-01-03', 'c.fo', { roles: until(day) });
			library.write('2024-01-10');
			library.approve('2024-01-15', 'c.fo');
			expect(library.signature()?.counts, day).toBe(counts);
		}
	});

	it('is one of the library: 23:30 UTC is the next day in Berlin', () => {
		const roles = [{ role: 'controller', from: '2024-02-01' }];
		const library = controlledLibrary({ config: 'approvals: required\ntimezone: Europe/Berlin\n' });
		library.changePerson('2024-01-03', 'c.fo', { roles });
		library.write('2024-01-10');
		library.approve('2024-01-31T23:30:00Z', 'c.fo');
		expect(library.signature()).toMatchObject({ counts: true });
	});
});

describe('before the record begins', () => {
	it('nothing is evaluated', () => {
		const library = approvedLibrary();
		expect(library.on('2024-01-09').inForce).toContain('not evaluated: before the record begins');
	});

	it('a founding approval, with the register in its own commit, is claimed whatever its signature', () => {
		const founded = controlledLibrary();
		const { repository } = founded;
		// The same library, all in one commit.
		repository.git('checkout', '--quiet', '--orphan', 'one');
		repository.write({ [documentFile]: controlledText(), ...founded.approval('2024-01-02', 'c.fo') });
		founded.as('jane.doe');
		const id = repository.commit('2024-01-02');
		repository.git('branch', '--force', 'main', id);
		repository.to('main');
		expect(founded.on().inForce).toBe('1.0');
		expect(founded.signature()).toMatchObject({ who: 'claimed', counts: true });
	});

	it('and where the library asks for signatures, a founding approval counts for nothing', () => {
		const founded = controlledLibrary({ config: 'approvals: required\napproval:\n  trust: signed\n' });
		const { repository } = founded;
		repository.git('checkout', '--quiet', '--orphan', 'one');
		repository.write({ [documentFile]: controlledText(), ...founded.approval('2024-01-02', 'c.fo') });
		const id = founded.as('jane.doe').repository.commit('2024-01-02');
		repository.git('branch', '--force', 'main', id);
		repository.to('main');
		expect(founded.on()).toMatchObject({ inForce: null, status: 'draft' });
	});
});

describe('where the answer is not of the mainline', () => {
	it('a branch with an approval of its own changes nothing, checked out or detached', () => {
		const library = approvedLibrary();
		const { repository } = library;
		repository.branch('feature');
		library.write('2024-02-01', next);
		library.approve('2024-02-02', 'c.fo', next);
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		repository.git('checkout', '--quiet', '--detach', 'feature');
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		expect(repository.show().known.ref).toBe('refs/heads/main');
	});

	it('a config of the working tree lifts nothing', () => {
		const library = controlledLibrary();
		library.write('2024-01-10');
		library.repository.write({ 'sop.config.yaml': configText('approvals: none\n') });
		expect(library.on()).toMatchObject({ inForce: null, status: 'draft' });
	});

	it('a replaced commit, a graft of git or a mailmap changes nothing', () => {
		const library = approvedLibrary();
		const { repository } = library;
		library.write('2024-02-01', next);
		const signed = library.approve('2024-02-02', 'c.fo', next);
		library.change('2024-03-01', {
			'.mailmap': `Carl Fo <${addressOf('c.fo')}> <${addressOf('jane.doe')}>\n`,
		});
		const before = library.on();
		repository.git('replace', '--graft', signed);
		repository.environment = {};
		expect(library.on()).toEqual(before);
		expect(before.inForce).toBe('2.0');
	});
});

function dayAfter(day: string): string {
	return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
