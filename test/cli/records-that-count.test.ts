import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Office } from '../support/office.ts';
import { makeKey } from '../support/signing.ts';
import { smallId, smallOffice } from '../support/small-office.ts';

const signedOnly = 'approvals: required\napproval:\n  trust: signed\n';
const claimed = 'approvals: required\n';
const people = { ann: ['controller'], bob: ['quality'], max: ['controller'], eve: [], cid: ['clerk'] };
const twoLines = (text: string) =>
	text.replace('      meaning: approval\n', '      meaning: approval\n    - role: quality\n      meaning: review\n');

/** An office in which 1.0 is approved by Ann, who signed it, and in force; with what she typed. */
function approved(config = signedOnly): Office {
	const office = smallOffice({ config, people });
	office.does('approve', smallId, '--sign', '--commit');
	return office.as('ann', '2026-01-12');
}

/** Every command that writes a record which decides something. */
const commands: readonly (readonly [string, readonly string[]])[] = [
	['withdraw', ['withdraw', smallId, '--reason', 'Unsafe']],
	['retire', ['retire', smallId, '--reason', 'Unsafe']],
	['review', ['review', smallId, '--verdict', 'keep', '--reason', 'Fine']],
	['except', ['except', smallId, '--reason', 'The portal is down', '--until', '2026-01-20']],
];

/** Has git sign each commit of whoever types with their own key, or with another's. */
function gitSigns(office: Office, whose: string): Office {
	office.keyLine(whose);
	const key = join(office.folder, '..', 'homes', whose, '.ssh', 'id_ed25519');
	for (const [name, value] of [
		['gpg.format', 'ssh'],
		['user.signingKey', key],
		['commit.gpgSign', 'true'],
	] as const)
		office.git('config', '--global', name, value);
	return office;
}

const keyOf = (office: Office, whose: string) => {
	office.keyLine(whose);
	return join(office.folder, '..', 'homes', whose, '.ssh', 'id_ed25519');
};

describe('where only signatures count', () => {
	it.each(commands)('sop %s refuses what nobody signs, and writes nothing', (_, words) => {
		const office = approved();
		for (const commit of [[], ['--commit']]) {
			expect(office.refuses(...words, ...commit)).toMatch(
				/^1: (?:ann signs .*\n)?sop: The record would not count: this library asks for signatures, and neither --sign is given nor does git sign commits here; nothing was written\nSign it: --sign, with a key that the people register of main lists for ann\. /,
			);
			expect(office.sop(...words, ...commit).stdout).toBe('');
		}
		expect(office.git('status', '--porcelain')).toBe('');
		expect(office.list(smallId)).toMatchObject({ inForce: '1.0', status: 'effective' });
	});

	it.each(commands)('sop %s writes what bears a signature', (_, words) => {
		const office = approved();
		office.does(...words, '--sign', '--commit');
		expect(office.lint()).toEqual([]);
	});

	it('sop approve refuses what nobody signs', () => {
		const office = smallOffice({ config: signedOnly });
		expect(office.refuses('approve', smallId, '--commit')).toContain('sop: The record would not count: this library asks');
		expect(office.git('status', '--porcelain')).toBe('');
	});

	it('is enough that git signs commits with a key that counts', () => {
		const office = gitSigns(approved(), 'ann');
		office.does('review', smallId, '--verdict', 'keep', '--reason', 'Fine', '--commit');
		expect(office.nextReview(smallId)).toBe('2027-01-12');
		expect(office.lint()).toEqual([]);
	});

	it('is not enough that git signs them with a key of somebody else, or by what nobody checks', () => {
		const office = gitSigns(approved(), 'max');
		const review = ['review', smallId, '--verdict', 'keep', '--reason', 'Fine'];
		expect(office.refuses(...review)).toContain(
			'the key that git signs commits with here proves nothing: it is signed by a key of max, not of ann; nothing was written\n',
		);
		office.git('config', '--global', 'gpg.format', 'x509');
		expect(office.refuses(...review)).toContain('certificates, by which git signs commits here, are not checked');
		office.git('config', '--global', '--unset', 'gpg.format');
		expect(office.refuses(...review)).toContain('git signs commits here with GPG, of which main lists no key of ann;');
		expect(office.git('status', '--porcelain')).toBe('');
	});

	it('says of a key that nobody vouches for what follows only if it counts', () => {
		const office = approved();
		const folder = join(office.folder, '../homes/ann/.ssh');
		const { line } = makeKey(folder, 'id_mine');
		const listed = `"${office.keyLine('ann')}" }`;
		office.edit('registers/people.yaml', listed, `${listed}, { ssh: "${line}" }`).save('Enter my key');
		const said = office.does('withdraw', smallId, '--reason', 'Unsafe', '--sign', join(folder, 'id_mine'));
		expect(said).toContain('as things stand, the record will not count: ann entered the key into the register');
		expect(said).toContain('If the record counts: From 2026-01-12 on no version of SOP-FIN-001 is in force');
		expect(said).not.toContain('It counts once the mainline shows it.');
	});

	it('lets trainings and suggestions be claimed', () => {
		const office = approved();
		office.does('train', 'record', smallId, '--person', 'cid', '--commit');
		office.does('feedback', smallId, 'Say which portal', '--commit');
		const { trainings } = JSON.parse(office.sop('train', '--person', 'cid', '--format', 'json').stdout);
		expect(trainings).toMatchObject([{ status: 'trained', record: { who: 'claimed' } }]);
		expect(office.lint()).toEqual([]);
	});
});

describe('a signature by another key', () => {
	it.each([...commands, ['feedback', ['feedback', smallId, 'Say which portal']] as const])(
		'that is somebody else’s is refused by sop %s',
		(_, words) => {
			const office = approved(claimed);
			for (const commit of [[], ['--commit']])
				expect(office.refuses(...words, '--person', 'max', '--sign', keyOf(office, 'ann'), ...commit)).toContain(
					"sop: The record would not count: it is signed by a key of ann, not of max; nothing was written\nSign with a key of max's own that is good today: --sign KEY-FILE.\n",
				);
			expect(office.git('status', '--porcelain')).toBe('');
		},
	);

	it('that stands in no register is refused, whatever the register here says', () => {
		const office = approved(claimed);
		const review = ['review', smallId, '--verdict', 'keep', '--reason', 'Fine', '--sign', keyOf(office, 'zoe')];
		const said =
			'sop: The signature would prove nothing: the people register of main lists no such key; nothing was written\n';
		expect(office.refuses(...review)).toContain(said);
		const listed = `"${office.keyLine('ann')}" }`;
		office.edit('registers/people.yaml', listed, `${listed}, { ssh: "${office.keyLine('zoe')}" }`);
		expect(office.refuses(...review)).toContain(said);
		expect(office.git('status', '--porcelain')).toBe(' M registers/people.yaml');
	});

	it('that was found to be in other hands is refused', () => {
		const office = approved(claimed);
		const listed = `"${office.keyLine('ann')}" }`;
		office
			.edit('registers/people.yaml', listed, `"${office.keyLine('ann')}", revoked: { from: 2026-01-11, why: compromised } }`)
			.as('adm', '2026-01-12')
			.save('Revoke the key');
		expect(office.as('ann').refuses(...(commands[0]?.[1] ?? []), '--sign')).toContain('No key in ~/.ssh stands in the people register');
		expect(office.refuses(...(commands[0]?.[1] ?? []), '--sign', keyOf(office, 'ann'))).toContain(
			'sop: The record would not count: the key of ann was revoked as compromised from 2026-01-11; nothing was written\n',
		);
	});
});

/** Writes records that nobody signed where only signatures count, as if by hand; gives their paths. */
function unsigned(office: Office, ...calls: readonly (readonly string[])[]): readonly string[] {
	const files = calls.map((words) => office.does(...words).split('\n')[0] ?? '');
	office.git('stash', 'push', '--quiet', '--include-untracked', '--', 'records');
	office.edit('sop.config.yaml', 'trust: claimed', 'trust: signed').as('adm').save('Ask for signatures');
	office.git('stash', 'pop', '--quiet');
	office.as('ann', '2026-01-13').save('Put the records down by hand');
	return files;
}

describe('a record without effect', () => {
	const loose = 'approvals: required\napproval:\n  trust: claimed\n';

	it.each(commands.filter(([name]) => name !== 'retire'))('that sop %s would have made can be taken back', (_, words) => {
		const office = approved(loose);
		const [file = ''] = unsigned(office, words);
		expect(office.list(smallId)).toMatchObject({ inForce: '1.0', status: 'effective' });
		expect(office.lint()).toEqual([`record/without-effect ${file}`]);
		const said = office.does('withdraw', '--record', file, '--reason', 'Nobody signed it', '--sign', '--commit');
		expect(said).toContain('The record stays, and never counted: nothing else changes, and sop lint asks about it no more once main shows this.');
		expect(office.lint()).toEqual([]);
		expect(office.list(smallId)).toMatchObject({ inForce: '1.0', status: 'effective' });
		expect(office.refuses('withdraw', '--record', file, '--reason', 'x', '--sign')).toContain(`${file} was withdrawn by records/withdrawals/`);
	});

	it('stays one beside a good one, until somebody takes it back', () => {
		const office = smallOffice({ config: loose, people, change: twoLines });
		office.does('approve', smallId, '--sign', '--commit');
		const [file = ''] = unsigned(office.as('bob'), ['approve', smallId]);
		office.as('bob').does('approve', smallId, '--sign', '--commit');
		expect(office.list(smallId)).toMatchObject({ inForce: '1.0' });
		expect(office.lint()).toEqual([`record/without-effect ${file}`]);
		office.does('withdraw', smallId, '--record', file, '--reason', 'Nobody signed it', '--sign', '--commit');
		expect(office.lint()).toEqual([]);
		expect(office.list(smallId)).toMatchObject({ inForce: '1.0', status: 'effective' });
	});

	it('of a text that never stood can be taken back by whoever decides on what is in force', () => {
		const office = approved(claimed);
		const [path = ''] = office.git('ls-files', 'records/approvals').split('\n');
		const other = `sha256:${'ab'.repeat(32)}`;
		const forged = path.replace(/[0-9a-f]{12}\/ann/, `${'ab'.repeat(6)}/max`);
		const text = office.read(path).replace(/sha256:[0-9a-f]{64}/, other).replace(/signature:[^]*/, '').replace('person: ann', 'person: max');
		office.write({ [forged]: text.replace('version: "1.0"', 'version: "7.0"').trimEnd() }).save('Sign what nobody has');
		const warnings = () => JSON.parse(office.sop('lint', '--format', 'json').stdout).findings.filter(({ rule }: { rule: string }) => rule === 'record/without-effect');
		expect(warnings()).toHaveLength(1);
		expect(office.as('bob').refuses('withdraw', smallId, '--record', forged, '--reason', 'x')).toContain("is not bob's to give");
		office.as('ann').does('withdraw', smallId, '--record', forged, '--reason', 'No such text', '--commit');
		expect(warnings()).toEqual([]);
	});

	it('is no review, exception or withdrawal that counts: another follows those', () => {
		const office = approved(claimed);
		const because = ['--reason', 'Wrong'];
		const [review = ''] = office.does(...(commands[2]?.[1] ?? []), '--commit').split('\n');
		expect(office.refuses('withdraw', '--record', review, ...because)).toBe(
			`1: sop: ${review} is a review that counts, and is not withdrawn\nThe last review says when the next is due: sop review SOP-FIN-001 records another.\n`,
		);
		const [exception = ''] = office.does(...(commands[3]?.[1] ?? []), '--commit').split('\n');
		expect(office.refuses('withdraw', '--record', exception, ...because)).toBe(
			`1: sop: ${exception} is an exception that counts, and is not withdrawn\nAnother takes its place: sop except SOP-FIN-001 --replaces ${exception}\n`,
		);
		const [ended = ''] = office.does(...(commands[0]?.[1] ?? []), '--commit').split('\n');
		expect(office.refuses('withdraw', '--record', ended, ...because)).toBe(
			`1: sop: ${ended} is a withdrawal that counts, and is not withdrawn\nWhat it ends never comes back: sop revise SOP-FIN-001 opens the next version.\n`,
		);
		// By hand it can be written, and undoes nothing.
		const [file = ''] = office.git('ls-files', 'records/withdrawals').split('\n');
		const undo = file.replace('-version-', '-record-').replace('T12', 'T13');
		const text = office.read(file).replace('withdraws: version', `withdraws: record\nrecord: ${file}`).replace('T12:00', 'T13:00');
		office.as('ann', '2026-01-14').write({ [undo]: text }).save('Undo it');
		expect(office.list(smallId)).toMatchObject({ inForce: null, status: 'withdrawn' });
	});

	it('is a withdrawal by hand of a review that counts, which can be taken back itself', () => {
		const office = approved(claimed);
		const [review = ''] = office.does(...(commands[2]?.[1] ?? []), '--commit').split('\n');
		const [withdrawal = ''] = office.does('withdraw', smallId, '--reason', 'x').split('\n');
		const text = office.read(withdrawal).replace('withdraws: version', `withdraws: record\nrecord: ${review}`);
		office.git('clean', '--quiet', '-fd');
		const file = withdrawal.replace('-version-', '-record-');
		office.write({ [file]: text }).save('Withdraw the review by hand');
		expect(office.nextReview(smallId)).toBe('2027-01-12');
		const found = office.lint().filter((one) => one.startsWith('record/without-effect'));
		expect(found).toEqual([`record/without-effect ${file}`]);
		office.as('ann', '2026-01-13').does('withdraw', '--record', file, '--reason', 'It counts', '--commit');
		expect(office.lint().filter((one) => one.startsWith('record/without-effect'))).toEqual([]);
	});
});

describe('an exception that nobody signed where only signatures count', () => {
	it('is none: it is not due, and nobody is asked what follows from it', () => {
		const office = approved('approvals: required\napproval:\n  trust: claimed\n');
		const [file = ''] = unsigned(office, commands[3]?.[1] ?? []);
		const due = () => JSON.parse(office.sop('due', '--within', '1 month', '--format', 'json').stdout).due.filter(({ what }: { what: string }) => what === 'exception');
		expect(due()).toEqual([]);
		const rules = JSON.parse(office.sop('lint', '--format', 'json').stdout).findings.map(({ rule }: { rule: string }) => rule);
		expect(rules.filter((rule: string) => !rule.startsWith('approval/'))).toEqual(['record/without-effect']);
		expect(office.sop('review', '--agenda', 'weekly').stdout).not.toContain('The portal is down');
		expect(office.sop('review', smallId, '--agenda').stdout).toContain(
			'over-limit from 2026-01-12 until 2026-01-20: The portal is down; does not count: it is only claimed (',
		);
		// A good one takes its place, and the finding with it.
		office.does(...(commands[3]?.[1] ?? []), '--replaces', file, '--action', 'Agree a second way', '--sign', '--commit');
		expect(due()).toHaveLength(1);
		expect(office.lint()).toEqual([]);
	});
});

describe('a text that may still be a draft', () => {
	/** It lacks section 2, and says in section 6 what no schema knows, and of whom nobody has heard. */
	const change = (text: string) =>
		text
			.replace(/regulations:\n(?: {2}.*\n)+/, '')
			.replace('      to: supplier\n', '      to: SOP-FIN-777\n      colour: red\n');

	it('is not signed with what will be an error once it counts', () => {
		const office = smallOffice({ change });
		expect(office.lint()).toEqual([]);
		expect(office.refuses('approve', smallId, '--commit')).toMatch(
			/^1: sop: sops\/a\.sop\.yaml has 3 errors left; line 1: Section 2, .* is missing\nsop lint sops\/a\.sop\.yaml shows them\. Mend and commit them, then sign\.\n$/,
		);
		expect(office.git('status', '--porcelain')).toBe('');
		expect(office.list(smallId)).toMatchObject({ inForce: null, status: 'draft' });
	});

	it('is signed where the config has chosen that it may weigh less', () => {
		const lighter = ['document/missing-section', 'document/unknown-key', 'references/unknown-document'];
		const office = smallOffice({
			change,
			config: `approvals: required\nrules:\n${lighter.map((rule) => `  ${rule}: warning\n`).join('')}`,
		});
		office.does('approve', smallId, '--commit');
		expect(office.list(smallId)).toMatchObject({ inForce: '1.0' });
		expect(office.lint()).toEqual([]);
	});
});
