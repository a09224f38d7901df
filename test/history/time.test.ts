import { describe, expect, it } from 'vitest';
import {
	configText,
	emptyRepository,
	libraryRepository,
	sopId,
	sopText,
} from '../support/history-repository.ts';

describe('dates that commits claim', () => {
	it('put nothing in force before the mainline showed it: an old branch with old dates, merged in March', () => {
		const repository = libraryRepository();
		repository.branch('side');
		const text = sopText({ version: '1.1', effective: '2024-02-01' });
		const forged = repository.commit('2024-01-20', { 'a.sop.yaml': text }, { message: 'January' });
		repository.to('main').commit('2024-02-20', { 'note.txt': 'x' });
		const merge = repository.merge('2024-03-11', 'side', '-m', 'Merge');
		// This is what git itself answers, and why nobody may ask it that way.
		expect(repository.git('rev-list', '-1', '--before=2024-02-01', 'main')).toBe(forged);
		const february = repository.show(sopId, '--on', '2024-02-15');
		expect(february).toMatchObject({
			version: '1.0',
			inForce: true,
			until: '2024-03-11T12:00:00Z',
			notes: [],
		});
		expect(repository.show()).toMatchObject({ version: '1.1', from: '2024-03-11T12:00:00Z', commit: merge });
		expect(repository.inForce('2024-02-15', '--known', '2024-03-01')).toBe('1.0');
	});

	it('are shown beside what is known where a rebase put them on the mainline', () => {
		const repository = libraryRepository();
		const files = { 'a.sop.yaml': sopText({ version: '1.1' }) };
		repository.commit('2024-03-11', files, { message: 'Late', authored: '2024-01-20' });
		expect(repository.history().changes[0]).toMatchObject({
			authoredAt: '2024-01-20T12:00:00Z',
			committedAt: '2024-03-11T12:00:00Z',
			knownAt: '2024-03-11T12:00:00Z',
			knownLevel: 'mainline-clock',
		});
		expect(repository.inForce('2024-03-10')).toBe('1.0');
	});

	it('in the year 2099 delay only themselves, and poison nothing after', () => {
		const repository = libraryRepository();
		repository.commit('2099-01-01', { 'a.sop.yaml': sopText({ version: '1.1' }) }, { message: 'Clock' });
		repository.commit('2024-02-01', { 'note.txt': 'x' });
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) }, { message: 'After' });
		expect(
			repository.history().changes.map(({ subject, knownAt, knownLevel }) => [subject, knownAt, knownLevel]),
		).toEqual([
			['After', '2024-03-01T12:00:00Z', 'mainline-clock'],
			// Of the next commit that has a date of its own, never of one before.
			['Clock', '2024-02-01T12:00:00Z', 'disordered'],
			['First', '2024-01-02T12:00:00Z', 'mainline-clock'],
		]);
		expect(repository.inForce('2024-01-31')).toBe('1.0');
		expect(repository.show(sopId, '--on', '2024-02-02')).toMatchObject({
			version: '1.1',
			trust: { when: 'disordered' },
		});
	});

	it('that run backwards count as the latest before them', () => {
		const repository = libraryRepository();
		repository.commit('2024-03-01', { 'note.txt': 'x' });
		repository.commit('2024-01-10', { 'a.sop.yaml': sopText({ version: '1.1' }) }, { message: 'Backwards' });
		repository.commit('2024-04-01', { 'note.txt': 'y' });
		expect(repository.history().changes[0]).toMatchObject({
			committedAt: '2024-01-10T12:00:00Z',
			knownAt: '2024-03-01T12:00:00Z',
			knownLevel: 'disordered',
		});
		expect(repository.inForce('2024-02-29')).toBe('1.0');
		expect(repository.inForce('2024-03-01')).toBe('1.1');
	});

	it('are not believed where the newest commit is dated back: March stays March', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'note.txt': 'x' });
		repository.commit('2024-03-11', { 'a.sop.yaml': sopText({ version: '1.1' }) }, { message: 'March' });
		const before = repository.show();
		repository.commit('2024-01-15', { 'a.sop.yaml': sopText({ version: '1.2' }) }, { message: 'Forged' });
		const known = () =>
			repository
				.history()
				.changes.map(({ subject, knownAt, knownLevel }) => [subject, knownAt?.slice(0, 10), knownLevel]);
		const expected = [
			['Forged', '2024-03-11', 'disordered'],
			['March', '2024-03-11', 'mainline-clock'],
			['First', '2024-01-02', 'mainline-clock'],
		];
		expect(known()).toEqual(expected);
		expect(before).toMatchObject({ version: '1.1', from: '2024-03-11T12:00:00Z' });
		expect(repository.show()).toMatchObject({
			version: '1.2',
			from: '2024-03-11T12:00:00Z',
			known: { at: '2024-03-11T12:00:00Z' },
			trust: { when: 'disordered' },
		});
		expect(repository.inForce('2024-02-15')).toBe('1.0');
		expect(repository.inForce('2024-04-15', '--known', '2024-03-10')).toBe('1.0');
		// What follows changes none of it.
		repository.commit('2024-04-01', { 'note.txt': 'y' });
		expect(known()).toEqual(expected);
	});

	it('are not believed where the newest commit is dated to just before the one that it follows', () => {
		const repository = libraryRepository();
		repository.commit('2024-03-11', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		repository.commit('2024-01-03', { 'note.txt': 'x' });
		expect(repository.show()).toMatchObject({ version: '1.1', from: '2024-03-11T12:00:00Z' });
		expect(repository.inForce('2024-03-10')).toBe('1.0');
	});

	it('in the year 2099 delay the newest commit alone', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		repository.commit('2099-01-01', { 'a.sop.yaml': sopText({ version: '1.2' }) }, { message: 'Clock' });
		expect(repository.show()).toMatchObject({ version: '1.1', from: '2024-02-01T12:00:00Z' });
		expect(repository.history().changes[0]).toMatchObject({
			subject: 'Clock',
			knownAt: '2099-01-01T12:00:00Z',
			knownLevel: 'disordered',
		});
		// Even one commit that follows brings it back, and is itself believed.
		repository.commit('2024-03-01', { 'note.txt': 'x' });
		expect(repository.show()).toMatchObject({ version: '1.2', from: '2024-03-01T12:00:00Z' });
	});

	it('are those of whoever moves main onto a branch that merged it: what main showed is then beside the chain', () => {
		const repository = libraryRepository();
		repository.branch('side').commit('2024-01-10', { 'note.txt': 'x' }, { message: 'Note' });
		repository
			.to('main')
			.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1' }) }, { message: 'Main' });
		expect(repository.show().from).toBe('2024-02-01T12:00:00Z');
		repository.to('side').merge('2024-03-01', 'main', '-m', 'Foxtrot');
		repository.to('main').git('merge', '--quiet', '--ff-only', 'side');
		expect(
			repository.history().changes.map(({ subject, mainline, knownAt }) => [subject, mainline, knownAt]),
		).toEqual([
			['Foxtrot', true, '2024-03-01T12:00:00Z'],
			['Main', false, '2024-03-01T12:00:00Z'],
			['First', true, '2024-01-02T12:00:00Z'],
		]);
		expect(repository.show().from).toBe('2024-03-01T12:00:00Z');
	});
});

describe('the two coordinates of an answer', () => {
	/** 1.1 effective from 1 March known on 1 February, 1.2 known on 1 April. */
	function withVersions() {
		const repository = libraryRepository();
		const march = repository.commit('2024-02-01', {
			'a.sop.yaml': sopText({ version: '1.1', effective: '2024-03-01' }),
		});
		repository.commit('2024-04-01', { 'a.sop.yaml': sopText({ version: '1.2' }) });
		return { repository, march };
	}

	it('are when it is true and what is known, and both are in it', () => {
		const { repository, march } = withVersions();
		const head = repository.id();
		expect(repository.show(sopId, '--on', '2024-03-15')).toMatchObject({
			on: '2024-03-15',
			known: { commit: head, at: '2024-04-01T12:00:00Z', ref: 'refs/heads/main' },
			version: '1.1',
			from: '2024-03-01T00:00:00Z',
			until: '2024-04-01T12:00:00Z',
		});
		expect(repository.show(sopId, '--on', '2024-05-15', '--known', march.slice(0, 10))).toMatchObject({
			on: '2024-05-15',
			known: { commit: march },
			version: '1.1',
			until: null,
			standing: { version: '1.1', status: 'effective' },
		});
		expect(repository.show(sopId, '--on', '2024-05-15', '--known', '2024-02-15')).toMatchObject({
			known: { commit: march },
			version: '1.1',
		});
		expect(repository.show(sopId, '--as-of', '2024-02-15')).toMatchObject({
			on: '2024-02-15',
			known: { commit: march },
			version: '1.0',
			until: '2024-03-01T00:00:00Z',
			standing: { version: '1.1', status: 'approved' },
		});
		expect(repository.sop('show', sopId, '--on', '2024-03-15').stderr).toContain(
			`on 2024-03-15, as known at ${head.slice(0, 7)} (2024-04-01)`,
		);
	});

	it('take an instant, and a day whose answer changed within it says so', () => {
		const { repository } = withVersions();
		expect(repository.inForce('2024-04-01T11:59:59Z')).toBe('1.1');
		expect(repository.inForce('2024-04-01T12:00:00Z')).toBe('1.2');
		expect(repository.inForce('2024-04-01T13:59:59+02:00')).toBe('1.1');
		expect(repository.show(sopId, '--on', '2024-04-01')).toMatchObject({
			version: '1.2',
			notes: ['On that day it came into force at 2024-04-01T12:00:00Z; before, 1.1 was in force.'],
		});
	});

	it('of sop list are the same', () => {
		const { repository } = withVersions();
		expect(repository.register(sopId, '--as-of', '2024-02-15')).toEqual({
			inForce: '1.0',
			stands: '1.1',
			status: 'approved',
		});
		expect(repository.register(sopId, '--on', '2024-03-15')).toEqual({
			inForce: '1.1',
			stands: '1.2',
			status: 'approved',
		});
	});

	it('differ where the past was learnt of later, and then the answer says both', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', {
			'a.sop.yaml': sopText({ version: '1.1', effective: '2024-03-01' }),
		});
		// Before March came, a higher number made 1.1 void from 20 February on.
		repository.commit('2024-02-20', { 'a.sop.yaml': sopText({ version: '1.2' }) });
		expect(repository.inForce('2024-03-15')).toBe('1.2');
		// A zone that is learnt of later moves midnight, and so the past.
		repository.commit('2024-06-01', { 'sop.config.yaml': configText('timezone: Pacific/Auckland\n') });
		repository.commit('2024-07-01', { 'a.sop.yaml': sopText({ version: '1.3', effective: '2024-08-01' }) });
		repository.commit('2024-09-01', { 'sop.config.yaml': configText('timezone: UTC\n') });
		const answer = repository.show(sopId, '--on', '2024-07-31T13:00:00Z');
		expect(answer).toMatchObject({ version: '1.2' });
		expect(answer.notes).toEqual([
			expect.stringMatching(/^As known on that day itself \([0-9a-f]{7}\) the answer was another: 1\.3\.$/),
		]);
	});

	it('as known at a commit stay what they were when more is known', () => {
		const repository = libraryRepository();
		repository.commit('2024-05-01', { 'a.sop.yaml': sopText({ version: '1.1' }) }, { message: 'Fast clock' });
		const known = repository.commit('2024-02-01', { 'note.txt': 'x' });
		const words = [sopId, '--on', '2024-06-01', '--known', known] as const;
		const then = repository.show(...words);
		// One date against one: the later counts, so that nothing is known earlier than it was.
		expect(then).toMatchObject({ version: '1.1', from: '2024-05-01T12:00:00Z' });
		repository.commit('2024-02-10', { 'note.txt': 'y' });
		expect(repository.show(...words)).toEqual(then);
		// Two against one.
		expect(repository.show()).toMatchObject({ version: '1.1', from: '2024-02-01T12:00:00Z' });
	});

	it.each([
		[['--on', '2024-02-30'], /--on takes a day such as 2026-03-15, not "2024-02-30"/],
		[['--on', '2024-02-01T10:00'], /An instant ends in Z or an offset/],
		[['--known', '2023-12-31'], /Nothing was known on 2023-12-31: the mainline begins later/],
		[['--known', 'ffffff'], /"ffffff" is neither a day nor a commit of the mainline main/],
		[['--known', '--all'], /"--all" is neither a day nor a commit of the mainline/],
		[['--as-of', '2024-02-01', '--on', '2024-02-01'], /--as-of says both/],
	])('that make no sense are refused: %j', (words, message) => {
		const { code, stdout, stderr } = libraryRepository().sop('show', sopId, ...words);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toMatch(message);
		expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
	});
});

describe('midnight', () => {
	it.each([
		['Europe/Berlin', '2024-02-01', '2024-01-31T23:00:00Z'],
		['Pacific/Auckland', '2024-02-01', '2024-01-31T11:00:00Z'],
		['America/Los_Angeles', '2024-02-01', '2024-02-01T08:00:00Z'],
		// Clocks are put forward on 31 March and back on 27 October: the day begins by the old offset.
		['Europe/Berlin', '2024-03-31', '2024-03-30T23:00:00Z'],
		['Europe/Berlin', '2024-04-01', '2024-03-31T22:00:00Z'],
		['Europe/Berlin', '2024-10-27', '2024-10-26T22:00:00Z'],
		['Europe/Berlin', '2024-10-28', '2024-10-27T23:00:00Z'],
		// Here the clock is put forward at midnight: the day begins at one.
		['Asia/Beirut', '2024-03-31', '2024-03-30T22:00:00Z'],
	])('in %s begins %s at %s', (zone, day, start) => {
		const repository = libraryRepository(`timezone: ${zone}\n`);
		repository.commit('2024-01-10', { 'a.sop.yaml': sopText({ version: '1.1', effective: day }) });
		const before = new Date(Date.parse(start) - 1000).toISOString();
		expect(repository.show(sopId, '--on', before)).toMatchObject({ version: '1.0', until: start });
	});

	it('ends the day asked about in the zone of the library, not of the machine', () => {
		const repository = libraryRepository('timezone: Europe/Berlin\n');
		// 00:30 on 1 March in Berlin.
		repository.commit('2024-02-29T23:30:00Z', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		repository.environment = { TZ: 'America/Los_Angeles' };
		expect(repository.inForce('2024-02-29')).toBe('1.0');
		expect(repository.inForce('2024-03-01')).toBe('1.1');
		expect(repository.sop('show', sopId).stderr).toContain('in force since 2024-03-01');
	});
});

describe('effective days and numbers', () => {
	it('are not evaluated in a time zone that does not exist', () => {
		const repository = libraryRepository('timezone: Mars/Olympus\n', { effective: '2024-01-15' });
		expect(repository.inForce('2024-02-01')).toMatch(/^not evaluated: .*Mars\/Olympus/);
	});

	it('in the future leave the older version in force, and the text stands approved', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1', effective: '2199-01-01' }) });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: '1.1', status: 'approved' });
		expect(repository.show()).toMatchObject({ version: '1.0', until: '2199-01-01T00:00:00Z' });
		expect(repository.sop('show', `${sopId}@1.1`)).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('not in force yet: from 2199-01-01'),
		});
	});

	it('that were past when the mainline showed the text never reach back', () => {
		const repository = libraryRepository();
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.1', effective: '2024-01-15' }) });
		expect(repository.inForce('2024-02-29')).toBe('1.0');
		expect(repository.show().from).toBe('2024-03-01T12:00:00Z');
	});

	it('in the other order than the numbers: the higher number stays', () => {
		const repository = libraryRepository();
		repository.commit('2024-01-10', { 'a.sop.yaml': sopText({ version: '2.1', effective: '2024-04-01' }) });
		repository.commit('2024-01-20', { 'a.sop.yaml': sopText({ version: '2.2', effective: '2024-03-01' }) });
		expect(repository.inForce('2024-02-29')).toBe('1.0');
		expect(repository.inForce('2024-03-01')).toBe('2.2');
		expect(repository.inForce('2024-04-01')).toBe('2.2');
		expect(repository.sop('show', `${sopId}@2.1`).stderr).toContain(
			'never in force: 2.2 had begun before it could',
		);
	});

	it('of two versions on one day put the higher in force', () => {
		const repository = libraryRepository();
		repository.commit('2024-01-10', { 'a.sop.yaml': sopText({ version: '1.9', effective: '2024-03-01' }) });
		repository.commit('2024-01-20', { 'a.sop.yaml': sopText({ version: '1.10', effective: '2024-03-01' }) });
		expect(repository.inForce('2024-03-01')).toBe('1.10');
		expect(repository.sop('show', `${sopId}@1.9`).stderr).toContain('never in force');
	});

	it('of a late predecessor never begin', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '2.2' }) });
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '2.1', effective: '2024-01-15' }) });
		expect(repository.list().get(sopId)).toMatchObject({
			inForce: { version: '2.2' },
			standing: { version: '2.1', status: 'superseded', why: [expect.anything(), 'never in force'] },
		});
	});

	it('compare as numbers, and 2.1 is 2.1.0', () => {
		const repository = libraryRepository('', { version: '2.1' });
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '2.1.0', wording: 'Enter it.' }) });
		expect(repository.register()).toEqual({ inForce: '2.1', stands: '2.1.0', status: 'suspended' });
		expect(repository.sop('show', `${sopId}@2.1.0`, '--format', 'json').stdout).toContain(
			'"from": "2024-01-02',
		);
	});
});

describe('one number and two texts', () => {
	it('suspend the second, and changing the word back makes it effective again', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ wording: 'Enter half of it.' }) });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: '1.0', status: 'suspended' });
		const now = repository.show();
		expect(now).toMatchObject({ inForce: true, from: '2024-01-02T12:00:00Z', until: null });
		expect(now.content?.procedure[0]?.do).toBe('Enter the invoice and its amount.');
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText() });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		expect(repository.show()).toMatchObject({ digest: now.digest, from: '2024-01-02T12:00:00Z' });
	});

	it('are told apart by their digest', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ wording: 'Enter half of it.' }) });
		const second = repository.list().get(sopId)?.standing.digest?.slice(7, 19);
		const { code, stdout } = repository.sop('show', `${sopId}@1.0~${second}`, '--format', 'yaml');
		expect({ code, stdout }).toEqual({ code: 1, stdout: sopText({ wording: 'Enter half of it.' }) });
	});

	it('are one text where only comments, layout and the order of keys differ', () => {
		const repository = libraryRepository();
		const title = 'title: Pay an invoice\n';
		const layout = `# A comment\n${sopText().replace(title, '').replace('owner:', `${title}owner:   `)}`;
		repository.commit('2024-02-01', { 'a.sop.yaml': layout }, { message: 'Layout' });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		expect(repository.changes()[0]).toBe('Layout | layout | a.sop.yaml');
		const { changes } = repository.history();
		expect(changes[0]?.digest).toBe(changes[1]?.digest);
	});

	it('in one commit contest the number: nobody owns it', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', {
			'a.sop.yaml': sopText({ version: '1.1', wording: 'One.' }),
			'b.sop.yaml': sopText({ version: '1.1', wording: 'Two.' }),
		});
		expect(repository.list().get(sopId)).toMatchObject({
			inForce: { version: '1.0' },
			standing: {
				why: [expect.stringContaining('two texts called 1.1 came in one commit'), expect.anything()],
			},
		});
	});
});

describe('before and beside the record', () => {
	it('nothing is evaluated before the first commit with a document', () => {
		const repository = emptyRepository();
		repository.commit('2023-12-01', { 'sop.config.yaml': configText() });
		repository.commit('2024-01-02', { 'a.sop.yaml': sopText({ effective: '2019-01-01' }) });
		expect(repository.inForce('2023-12-15')).toBe(
			'not evaluated: before the record begins: the first document came to git on 2024-01-02',
		);
		expect(repository.inForce('2024-01-02')).toBe('1.0');
		expect(repository.show().from).toBe('2024-01-02T12:00:00Z');
	});

	it('nothing is evaluated before the library was adopted', () => {
		const repository = libraryRepository('adopted: 2024-02-01\n');
		expect(repository.inForce('2024-01-31')).toBe(
			'not evaluated: before the library was adopted (2024-02-01)',
		);
		expect(repository.inForce('2024-02-01')).toBe('1.0');
	});

	it('nothing is in force that nobody signed where approvals are needed', () => {
		const repository = libraryRepository('approvals: required\n');
		expect(repository.inForce('2024-02-01')).toBeNull();
		expect(repository.list().get(sopId)).toMatchObject({
			inForce: null,
			notEvaluated: null,
			standing: { status: 'draft' },
		});
	});

	it('a record that stood once needs approvals for ever, also when it was deleted', () => {
		const repository = libraryRepository();
		const record = 'records/approvals/SOP-FIN-900/1.0/abc/jane-controller-approval.yaml';
		repository.commit('2024-02-01', { [record]: 'format: 1\n' });
		repository.commit('2024-03-01', { [record]: null });
		repository.commit('2024-04-01', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: '1.1', status: 'draft' });
		// What came before the first record needed none, and is judged by that.
		expect(repository.inForce('2024-01-15', '--known', '2024-01-15')).toBe('1.0');
	});

	it('the config of the working tree decides nothing but which branch is the mainline', () => {
		const repository = libraryRepository('approvals: required\n');
		repository.write({ 'sop.config.yaml': configText('approvals: none\n') });
		expect(repository.register()).toEqual({ inForce: null, stands: '1.0', status: 'draft' });
	});

	it('a config that nobody can read lifts nothing: the one before it holds', () => {
		const repository = libraryRepository('approvals: required\n');
		const good = configText('approvals: none\n');
		repository.commit('2024-02-01', { 'sop.config.yaml': `${good}"open` });
		repository.write({ 'sop.config.yaml': good });
		repository.commit('2024-03-01', { 'b.sop.yaml': sopText({ id: 'SOP-FIN-901' }) });
		expect(repository.register('SOP-FIN-901')).toMatchObject({ inForce: null });
	});

	it('a deleted document is missing, and what was in force still is', () => {
		const repository = libraryRepository();
		repository.commit('2024-02-01', { 'a.sop.yaml': null }, { message: 'Delete' });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: null, status: 'missing' });
		expect(repository.show()).toMatchObject({ version: '1.0', inForce: true, file: 'a.sop.yaml' });
		expect(repository.changes()).toEqual(['Delete | removed', 'First | added | a.sop.yaml']);
	});

	it('a text that nobody can read is no version', () => {
		const repository = libraryRepository();
		const broken = `${sopText({ version: '1.1' })}\nid: twice\n`;
		repository.commit('2024-02-01', { 'a.sop.yaml': broken });
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.2' }) });
		expect(repository.inForce('2024-02-15')).toBe('1.0');
		expect(repository.show(sopId, '--on', '2024-01-15').until).toBe('2024-03-01T12:00:00Z');
	});

	it('an older version is found by its digest', () => {
		const repository = libraryRepository();
		const digest = repository.show().digest?.slice(7, 19);
		repository.commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		const { code, stdout } = repository.sop('show', `${sopId}@1.0~${digest}`, '--format', 'yaml');
		expect({ code, stdout }).toEqual({ code: 1, stdout: sopText() });
	});
});
