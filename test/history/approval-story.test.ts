import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sopText } from '../support/history-repository.ts';
import { newOffice, peopleRegister, personLines } from '../support/office.ts';

const id = 'SOP-FIN-001';
const file = 'sops/finance/pay-an-invoice.sop.yaml';
const people = 'registers/people.yaml';
const other = 'SOP-FIN-002';
const otherFile = 'sops/finance/other.sop.yaml';

/** The text of an SOP that the controller approves and quality reviews; its change log names Dan. */
function textOf(words: Parameters<typeof sopText>[0]): string {
	return sopText({ id, ...words })
		.replace(
			/ {4}- role: controller\n {6}meaning: approval\n/,
			(line) => `${line}    - role: quality\n      meaning: review\n`,
		)
		.replace('author: jane.doe', 'author: dan')
		.replace('date: 2026-01-20', 'date: 2026-01-06');
}

const bothSigned = ['ann approval controller record-signed', 'bob review quality record-signed'];
const byKeys = { who: 'record-signed', when: 'mainline-clock' };

/** What five people do with one procedure from January to June; each part goes on where the one before it ended. */
describe('the life of a procedure', () => {
	const office = newOffice(afterAll);
	/** Everybody who has to sign does, each with their key and a commit of their own. */
	const signed = (day: string, document = id) => {
		office.as('ann', day).does('approve', document, '--sign', '--commit');
		office.as('bob').does('approve', document, '--sign', '--commit');
	};
	const revised = (day: string, what: string, ...flags: readonly string[]) =>
		office.as('eve', day).does('revise', id, '--what', what, '--why', 'Asked for', '--commit', ...flags);

	it('begins with a library and its people, which an administrator enters', () => {
		office.as('adm', '2026-01-05').does('init', '--git');
		office.edit('sop.config.yaml', '# approvals: auto', 'approvals: required');
		const entered = peopleRegister(
			personLines(office, 'adm', ['administrator']),
			personLines(office, 'ann', ['controller']),
			personLines(office, 'bob', ['quality']),
			personLines(office, 'eve', ['quality', 'clerk'], ', { address: eve@home.example }'),
			personLines(office, 'dan', []),
			personLines(office, 'zoe', []),
		);
		office.write({ [people]: entered }).save('Enter the people');
		expect(office.lint()).toEqual([]);
		expect(office.sop('list').code).toBe(0);
	});

	it('is proposed on a branch, and not signed while placeholders are left', () => {
		office.as('eve', '2026-01-06').git('switch', '--quiet', '-c', 'pay');
		const words = ['--title', 'Pay an invoice', '--function', 'finance', '--owner', 'controller'];
		expect(office.does('new', '--small', ...words, '--author', 'eve', '--commit')).toContain(file);
		const said = office.as('ann').refuses('approve', id, '--commit');
		expect(said).toMatch(
			/^1: sop: sops\/finance\/pay-an-invoice\.sop\.yaml has \d+ placeholders left; line 9: /,
		);
		expect(said).toContain(`sop lint ${file} shows them. Mend and commit them, then sign.`);
	});

	it('is not signed while what is written lies uncommitted', () => {
		office.as('eve', '2026-01-07').write({ [file]: textOf({ effective: '2026-01-02' }) });
		expect(office.as('ann').refuses('approve', id)).toBe(
			`2: sop: ${file} holds changes that are not committed: they would belong to no version\n` +
				`Commit them first, or put them aside: git stash push -- ${file}. git stash pop brings them back.\n`,
		);
		// Eve writes at home that evening, under her other address.
		office.as('eve').git('add', '--all');
		office.git('commit', '--quiet', '--author', 'Eve <eve@home.example>', '-m', 'Write it');
	});

	it('is not signed for a day that is past', () => {
		expect(office.as('ann').refuses('approve', id)).toBe(
			`1: sop: ${file} says that 1.0 is in force from 2026-01-02, which is past: nobody had approved it then\n` +
				'Take the line effective: out, or give it a day to come; commit that, and sign then.\n',
		);
		office.as('dan').edit(file, 'effective: 2026-01-02', 'effective: 2026-01-20').save('Give it a day');
	});

	it('is not signed by who wrote it under another address', () => {
		// Neither the change log nor the address she commits under now names her.
		expect(office.as('eve').refuses('approve', id, '--as', 'quality')).toBe(
			`1: sop: eve wrote ${id} 1.0, and nobody approves or reviews their own text\n` +
				'By the change log, or by the commits since the version before. Somebody else has to sign this line.\n',
		);
	});

	it('is not signed by who holds no role of it, not even by entering it on the branch', () => {
		const notTheirs = (who: string) =>
			`1: sop: A signature of this text is not ${who}'s to give: ${who} does not hold the role controller; ${who} does not hold the role quality\n` +
			'What counts is what the registers on main say. A role that is entered now counts for records after it.\n';
		expect(office.as('adm').refuses('approve', id)).toBe(notTheirs('adm'));
		const before = office.read(people);
		const mine = '    addresses: [{ address: zoe@acme.example }]\n';
		const held = mine.replace(' }]', '}]').concat('    roles: [{ role: quality, from: 2026-01-01 }]\n');
		office.as('zoe').write({ [people]: before.replace(/ {4}addresses: \[\{ address: zoe@.*\n/, held) });
		office.save('Enter me');
		expect(office.refuses('approve', id)).toBe(notTheirs('zoe'));
		office.write({ [people]: before }).save('Take it back');
	});

	it('is signed by two, once each', () => {
		expect(office.as('ann', '2026-01-12').does('approve', id, '--sign', '--commit')).toContain(
			'It still needs review by quality.',
		);
		expect(office.refuses('approve', id)).toBe(
			'1: sop: ann has signed this text already: approval as controller\nEach line needs another person.\n',
		);
		expect(office.as('bob', '2026-01-13').does('approve', id, '--sign', '--commit')).toContain(
			`Every line is signed: ${id} 1.0 is complete once main shows all signatures.`,
		);
		// Until the mainline shows it nothing of it is in force, and whoever asks for the day before learns why.
		expect(office.list(id)?.inForce).toBeNull();
		expect(office.sop('show', id).code).toBe(1);
	});

	it('is approved when the mainline shows it, and in force on its day', () => {
		office.as('adm', '2026-01-15').merge('pay');
		expect(office.list(id)).toEqual({ inForce: null, stands: '1.0', status: 'approved' });
		expect(office.show(id, '2026-01-14').notEvaluated).toBe(
			'before the record begins: the first document came to git on 2026-01-15',
		);
		expect(office.show(id, '2026-01-19')).toMatchObject({ version: null, notEvaluated: null });
		expect(office.show(id, '2026-01-20')).toMatchObject({
			version: '1.0',
			from: '2026-01-20T00:00:00Z',
			signatures: bothSigned,
			trust: byKeys,
			status: 'effective',
		});
		office.as('adm', '2026-01-20');
		expect(office.list(id)).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		expect(office.nextReview(id)).toBe('2027-01-20');
		expect(office.lint()).toEqual([]);
	});

	it('gets a next version for next week, and the old one is in force until then', () => {
		office.as('eve', '2026-02-02').git('switch', '--quiet', '-c', 'lower');
		revised('2026-02-02', 'Limit lowered', '--effective', '2026-02-09');
		office.edit(file, /10000/g, '5000').save('Lower the limit');
		signed('2026-02-03');
		office.as('adm', '2026-02-04').merge('lower');
		expect(office.list(id)).toEqual({ inForce: '1.0', stands: '1.1', status: 'approved' });
		expect(office.show(id)).toMatchObject({ version: '1.0', signatures: bothSigned, trust: byKeys });
		expect(office.show(id, '2026-02-08').version).toBe('1.0');
		expect(office.show(id, '2026-02-09')).toMatchObject({ version: '1.1', signatures: bothSigned });
		expect(office.as('adm', '2026-02-08').list(id)?.inForce).toBe('1.0');
		expect(office.as('adm', '2026-02-09').list(id)).toEqual({
			inForce: '1.1',
			stands: '1.1',
			status: 'effective',
		});
		expect(office.sop('show', `${id}@1.0`).stderr).toMatch(
			/^SOP-FIN-001@1\.0~[0-9a-f]{12}, not in force any more: superseded by 1\.1 on 2026-02-09\n/,
		);
		expect(office.lint()).toEqual([]);
	});

	it('is suspended by one word, while the signed text stays in force', () => {
		const text = office.sop('show', id, '--format', 'canonical').stdout;
		office
			.as('eve', '2026-03-02')
			.edit(file, 'Enter the invoice', 'Type the invoice')
			.save('Say it otherwise');
		expect(office.list(id)).toEqual({ inForce: '1.1', stands: '1.1', status: 'suspended' });
		expect(office.show(id)).toMatchObject({ version: '1.1', signatures: bothSigned, status: 'suspended' });
		expect(office.sop('show', id, '--format', 'canonical').stdout).toBe(text);
		expect(office.lint()).toContain(`change-log/undocumented-change ${file}`);
		expect(office.as('ann').refuses('approve', id)).toMatch(
			/^1: sop: 1\.1 of SOP-FIN-001 is another text \([0-9a-f]{12}\): a number is never used twice\nsop revise SOP-FIN-001 gives this text the next number\.\n$/,
		);
	});

	it('counts again when the word is changed back', () => {
		office.as('eve', '2026-03-03').edit(file, 'Type the invoice', 'Enter the invoice').save('Change it back');
		expect(office.list(id)).toEqual({ inForce: '1.1', stands: '1.1', status: 'effective' });
		expect(office.show(id).from).toBe('2026-02-09T00:00:00Z');
		expect(office.lint()).toEqual([]);
		expect(office.as('ann').refuses('approve', id)).toBe(
			`1: sop: ${id} 1.1 is complete already\nNothing is left to sign: sop show --why names who signed what.\n`,
		);
	});

	it('minds neither a comment nor the margin', () => {
		const digest = () =>
			JSON.parse(office.sop('list', '--format', 'json').stdout).documents[0].standing.digest;
		const before = digest();
		office.as('eve', '2026-03-04').edit(file, 'procedure:', '# What we do\nprocedure:');
		office.edit(file, /\n {4}do: /g, '\n    do:   ').save('Make it easier to read');
		expect(before).toMatch(/^sha256:[0-9a-f]{64}$/);
		expect(digest()).toBe(before);
		expect(office.list(id)).toEqual({ inForce: '1.1', stands: '1.1', status: 'effective' });
		expect(office.lint()).toEqual([]);
	});

	it('is withdrawn before it begins, and the version before it goes on', () => {
		revised('2026-03-10', 'Another bank', '--effective', '2026-03-30');
		signed('2026-03-11');
		expect(office.list(id)).toEqual({ inForce: '1.1', stands: '1.2', status: 'approved' });
		office.as('eve', '2026-03-20');
		expect(office.refuses('withdraw', `${id}@1.2`, '--reason', 'Put off', '--from', '2026-03-01')).toBe(
			'2: sop: --from 2026-03-01 is past: it holds from when it is known, and never reaches back\n' +
				'Leave --from out for today, or give a day to come. Say in --reason what happened before.\n',
		);
		expect(
			office.as('ann').does('withdraw', `${id}@1.2`, '--reason', 'Put off', '--sign', '--commit'),
		).toContain(
			`${id}@1.2 will not come into force. 1.1 stays in force. sop revise ${id} opens the next version.`,
		);
		expect(office.refuses('withdraw', `${id}@1.2`, '--reason', 'Put off')).toBe(
			`1: sop: ${id}@1.2 has ended already: withdrawn on 2026-03-20\nNothing is left to withdraw.\n`,
		);
		expect(office.list(id)).toEqual({ inForce: '1.1', stands: '1.2', status: 'withdrawn' });
		expect(office.show(id, '2026-03-30').version).toBe('1.1');
		expect(office.lint()).toEqual([]);
	});

	it('is withdrawn in force, and no lower version comes back', () => {
		revised('2026-04-01', 'Faster');
		signed('2026-04-01');
		expect(office.list(id)).toEqual({ inForce: '1.3', stands: '1.3', status: 'effective' });
		expect(
			office
				.as('bob', '2026-04-02')
				.does('withdraw', id, '--reason', 'Unsafe', '--from', '2026-04-06', '--sign', '--commit'),
		).toContain(`From 2026-04-06 on no version of ${id} is in force: no lower one comes back.`);
		expect(office.show(id, '2026-04-05').version).toBe('1.3');
		expect(office.show(id, '2026-04-06').version).toBeNull();
		expect(office.as('bob', '2026-04-07').list(id)).toEqual({
			inForce: null,
			stands: '1.3',
			status: 'withdrawn',
		});
		expect(office.sop('show', id).code).toBe(1);
		expect(office.as('ann').refuses('approve', id)).toBe(
			`1: sop: ${id} 1.3 was complete, and has ended\n` +
				`A version that ended never comes back: sop revise ${id} opens the next one.\n`,
		);
		expect(office.refuses('review', id, '--verdict', 'keep', '--reason', 'Fine')).toBe(
			`1: sop: No version of ${id} is in force, so there is nothing to review\nIt stands as 1.3: withdrawn: withdrawn on 2026-04-06.\n`,
		);
		revised('2026-04-07', 'Made safe');
		signed('2026-04-07');
		expect(office.list(id)).toEqual({ inForce: '1.4', stands: '1.4', status: 'effective' });
		expect(office.lint()).toEqual([]);
	});

	it('is reviewed by somebody who did not write it, and the next review moves', () => {
		const words = ['review', id, '--verdict', 'keep', '--reason', 'Walked through May', '--sign', '--commit'];
		expect(office.nextReview(id)).toBe('2027-01-20');
		expect(office.as('eve', '2026-05-04').refuses(...words)).toBe(
			`1: sop: eve wrote ${id} 1.4, and nobody reviews their own text\nSomebody else has to look at it.\n`,
		);
		office.as('ann').does(...words);
		expect(office.nextReview(id)).toBe('2027-05-04');
		const agenda = office.sop('review', id, '--agenda').stdout;
		expect(agenda).toContain('Reviews\n  2026-05-04 ann: keep, Walked through May\n');
		expect(agenda).toContain(
			'Next review\n  2027-05-04: 1 year after ann reviewed it on 2026-05-04 (keep)\n',
		);
		expect(office.list(id)).toEqual({ inForce: '1.4', stands: '1.4', status: 'effective' });
		expect(office.lint()).toEqual([]);
	});

	it('has an exception allowed by who may, until a day', () => {
		const words = [
			'except',
			id,
			'--reason',
			'The portal is down',
			'--until',
			'2026-05-06',
			'--action',
			'Agree a second way',
		];
		expect(office.as('bob').refuses(...words)).toMatch(
			/^1: sop: An exception over-limit of SOP-FIN-001 is not bob's to give: bob does not hold the role controller\n/,
		);
		office.as('ann').does(...words, '--sign', '--commit');
		expect(office.sop('review', id, '--agenda').stdout).toContain(
			'Exceptions since the last review\n  over-limit from 2026-05-04 until 2026-05-06: The portal is down\n',
		);
		expect(office.list(id)).toEqual({ inForce: '1.4', stands: '1.4', status: 'effective' });
		expect(office.lint()).toEqual([]);
	});

	it('is not retired while another in force needs it', () => {
		const needing = textOf({ id: other })
			.replace('title: Pay an invoice', 'title: Pay many invoices')
			.replace('date: 2026-01-06', 'date: 2026-06-01')
			.replace('    by: controller\n    gives', '    by: controller\n    follows: SOP-FIN-001\n    gives');
		office
			.as('eve', '2026-06-01')
			.write({ [otherFile]: needing })
			.save('Write another');
		signed('2026-06-01', other);
		expect(office.list(other)?.inForce).toBe('1.0');
		expect(office.as('ann', '2026-06-02').refuses('retire', id, '--reason', 'Merged')).toBe(
			`1: sop: ${other} is in force and needs ${id}\nGive it a version that does without it first.\n`,
		);
		office
			.as('eve', '2026-06-03')
			.does('revise', other, '--what', 'All in one', '--why', 'Simpler', '--commit');
		office.edit(otherFile, '    follows: SOP-FIN-001\n', '').save('Do without the first');
		// What another version would no longer need, the one in force still does.
		expect(office.as('ann').refuses('retire', id, '--reason', 'Merged')).toContain(
			`${other} is in force and needs ${id}`,
		);
		signed('2026-06-03', other);
	});

	it('is retired: archived, shown for the past, and its id never used again', () => {
		const words = [
			'retire',
			id,
			'--reason',
			'Merged',
			'--successor',
			other.toLowerCase(),
			'--sign',
			'--commit',
		];
		const said = office.as('ann', '2026-06-04').does(...words);
		expect(said).toContain(`Moving ${file} to archive/${file}\n`);
		expect(said).toContain(`sop show ${id}@1.4`);
		expect(existsSync(join(office.folder, file))).toBe(false);
		expect(office.git('show', '--no-renames', '--name-status', '--format=%s').split('\n')).toEqual([
			`Retire ${id}`,
			'',
			`A\tarchive/${file}`,
			expect.stringMatching(
				/^A\trecords\/withdrawals\/SOP-FIN-001\/2026-06-04T120000Z-ann-document-[0-9a-f]{12}\.yaml$/,
			),
			`D\t${file}`,
		]);
		expect(office.list(id)).toEqual({ inForce: null, stands: '1.4', status: 'retired' });
		expect(office.sop('show', id).code).toBe(1);
		expect(office.show(id, '2026-06-03')).toMatchObject({
			version: '1.4',
			signatures: bothSigned,
			trust: byKeys,
		});
		expect(office.show(id, '2026-02-08').version).toBe('1.0');
		expect(office.list(other)).toEqual({ inForce: '1.1', stands: '1.1', status: 'effective' });
		expect(office.lint()).toEqual([]);
	});

	it.each([
		[['retire', id, '--reason', 'Again'], /is retired already: retired on 2026-06-04\n/],
		[['approve', id], /is retired\nWhat takes its place has an id of its own: sop new\.\n/],
		[['revise', id, '--what', 'New', '--why', 'Wanted'], /is retired: it gets no further version\n/],
		[
			['withdraw', id, '--reason', 'Again'],
			/No version of SOP-FIN-001 is in force, so there is nothing to withdraw\n/,
		],
		[['review', id, '--verdict', 'keep', '--reason', 'Fine'], /so there is nothing to review\n/],
		[['except', id, '--reason', 'Down', '--until', '2026-07-01'], /is in force, so there is nothing /],
		[
			['new', '--small', '--title', 'Pay', '--function', 'finance', '--id', id],
			/The id SOP-FIN-001 is taken, or was once\n/,
		],
	])('is over: %j', (words, why) => {
		expect(office.refuses(...words)).toMatch(why);
		expect(office.git('status', '--porcelain')).toBe('');
	});

	it('leaves its number to nobody', () => {
		const text = office.sop('new', '--small', '--title', 'Pay', '--function', 'finance', '--stdout').stdout;
		expect(text).toContain('\nid: SOP-FIN-003 ');
	});
});

describe('a library that begins without approvals', () => {
	const office = newOffice(afterAll);

	it('counts what comes to the mainline, until the first record asks for signatures, and for ever after', () => {
		office.as('adm', '2026-01-05').does('init', '--git');
		const entered = [
			personLines(office, 'adm', []),
			personLines(office, 'ann', ['controller']),
			personLines(office, 'bob', ['quality']),
			personLines(office, 'dan', []),
			personLines(office, 'eve', []),
		];
		office.write({ [people]: peopleRegister(...entered) }).save('Enter the people');
		office
			.as('eve', '2026-01-06')
			.write({ [file]: textOf({}) })
			.save('Write it');
		expect(office.list(id)).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		expect(office.sop('list').stderr).toContain(
			'Library without approvals: nobody had to approve what counts.',
		);
		office.as('ann', '2026-02-01').does('approve', id, '--sign', '--commit');
		// One signature of two: of what counted before nothing is taken away.
		expect(office.list(id)).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		// Who signed it all the same is told.
		expect(office.show(id)).toMatchObject({
			version: '1.0',
			from: '2026-01-06T12:00:00Z',
			signatures: ['ann approval controller record-signed'],
		});
		expect(office.sop('show', id, '--why').stderr).toContain('it came before anybody had to approve');
		expect(office.lint()).toEqual([]);
	});

	it('asks for signatures of the next version, whatever the config says by then', () => {
		office
			.as('eve', '2026-03-01')
			.does('revise', id, '--what', 'Limit lowered', '--why', 'Asked for', '--commit');
		expect(office.list(id)).toEqual({ inForce: '1.0', stands: '1.1', status: 'draft' });
		office.edit('sop.config.yaml', '# approvals: auto', 'approvals: none').save('Do without');
		expect(office.as('adm', '2026-03-02').list(id)).toEqual({
			inForce: '1.0',
			stands: '1.1',
			status: 'draft',
		});
		office.as('ann').does('approve', id, '--sign', '--commit');
		expect(office.list(id)).toEqual({ inForce: '1.0', stands: '1.1', status: 'in review' });
		office.as('bob').does('approve', id, '--sign', '--commit');
		expect(office.list(id)).toEqual({ inForce: '1.1', stands: '1.1', status: 'effective' });
		expect(office.show(id)).toMatchObject({ signatures: bothSigned, trust: byKeys });
		expect(office.show(id, '2026-02-28').version).toBe('1.0');
	});
});
