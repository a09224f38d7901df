import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	approvedLibrary,
	type ControlledLibrary,
	controlledLibrary,
	everybody,
	keyOf,
	peopleFile,
	peopleText,
	person,
	publicKey,
} from '../support/approvals-library.ts';
import { gpgEnvironment } from '../support/signing.ts';

const signedOnly = { config: 'approvals: required\napproval:\n  trust: signed\n' };

/** A library with version 1.0, written and not signed yet. */
function written(config = signedOnly): ControlledLibrary {
	const library = controlledLibrary(config);
	library.write('2024-01-10');
	return library;
}

/** Commits of this repository are signed by a key. */
function signCommitsBy(library: ControlledLibrary, id: string): void {
	const { repository } = library;
	repository.git('config', 'gpg.format', 'ssh');
	repository.git('config', 'user.signingkey', `${keyOf(id).file}.pub`);
	repository.git('config', 'commit.gpgsign', 'true');
}

describe('who signed a record', () => {
	it('is record-signed by a key of the person', () => {
		const library = written();
		library.approve('2024-01-15', 'c.fo');
		expect(library.on().inForce).toBe('1.0');
		expect(library.signature()).toMatchObject({ who: 'record-signed', cause: null, counts: true });
		expect(library.repository.show().trust).toEqual({ who: 'record-signed', when: 'mainline-clock' });
	});

	it('is claimed where neither record nor commit is signed, and counts only where claims do', () => {
		const trusting = written({ config: 'approvals: required\n' });
		trusting.approve('2024-01-15', 'c.fo', {}, { key: null });
		expect(trusting.on().inForce).toBe('1.0');
		expect(trusting.signature()).toMatchObject({ who: 'claimed', counts: true });
		const strict = written();
		strict.approve('2024-01-15', 'c.fo', {}, { key: null });
		expect(strict.on()).toMatchObject({ inForce: null, status: 'draft' });
		expect(strict.why()).toContain('only claimed');
	});

	it('is commit-signed where only the commit is, by SSH', () => {
		const library = written();
		signCommitsBy(library, 'c.fo');
		library.approve('2024-01-15', 'c.fo', {}, { key: null });
		expect(library.signature()).toMatchObject({ who: 'commit-signed', counts: true });
	});

	it('is commit-signed on a branch, whoever merges it', () => {
		const library = written();
		const { repository } = library;
		repository.branch('side');
		signCommitsBy(library, 'c.fo');
		library.approve('2024-01-15', 'c.fo', {}, { key: null });
		signCommitsBy(library, 'q.lead');
		repository.to('main');
		library.as('q.lead').repository.merge('2024-01-20', 'side');
		expect(library.signature()).toMatchObject({ who: 'commit-signed', known: '2024-01-20T12:00:00Z' });
	});

	it('is lost in a squash where only the commit was signed', () => {
		const library = written();
		const { repository } = library;
		repository.branch('side');
		signCommitsBy(library, 'c.fo');
		library.approve('2024-01-15', 'c.fo', {}, { key: null });
		repository.git('config', '--unset', 'commit.gpgsign');
		repository.to('main').git('merge', '--quiet', '--squash', 'side');
		library.change('2024-01-20', {}, 'jane.doe');
		repository.git('branch', '-D', 'side');
		expect(library.signature()).toMatchObject({ who: 'claimed', counts: false });
	});

	it('survives a squash where the record was signed', () => {
		const library = written();
		const { repository } = library;
		repository.branch('side');
		library.approve('2024-01-15', 'c.fo');
		repository.to('main').git('merge', '--quiet', '--squash', 'side');
		library.change('2024-01-20', {}, 'jane.doe');
		expect(library.signature()).toMatchObject({ who: 'record-signed', counts: true });
	});

	it('is no better where another person signed the commit that carries it', () => {
		const library = written();
		signCommitsBy(library, 'q.lead');
		library.approve('2024-01-15', 'c.fo', {}, { key: null });
		expect(library.signature()).toMatchObject({ who: 'claimed', counts: false });
	});

	it('is commit-signed by GPG, where the register names the fingerprint', () => {
		const library = controlledLibrary(signedOnly);
		const { repository } = library;
		const fingerprint = gpgKey(library);
		library.changePerson('2024-01-03', 'c.fo', { keys: [{ gpg: fingerprint }] });
		library.write('2024-01-10');
		repository.git('config', 'user.signingkey', fingerprint);
		repository.git('config', 'commit.gpgsign', 'true');
		library.approve('2024-01-15', 'c.fo', {}, { key: null });
		expect(library.signature()).toMatchObject({ who: 'commit-signed', counts: true });
	});
});

describe('a signature that is against the record', () => {
	it.each([
		['a key written below it', (text: string) => `${text}x-note: and all the rest\n`],
		['a role changed after signing', (text: string) => text.replace('role: controller', 'role: quality')],
		['a time changed after signing', (text: string) => text.replace('2024-01-15T12', '2024-01-14T12')],
		['a signature cut short', (text: string) => text.replace(/\n {2}-----END SSH SIGNATURE-----/, '')],
	])('is contradicted: %s', (_, change) => {
		const library = written({ config: 'approvals: required\n' });
		const [path = '', text = ''] = Object.entries(library.approval('2024-01-15', 'c.fo'))[0] ?? [];
		expect(change(text)).not.toBe(text);
		library.change('2024-01-15', { [path]: change(text) }, 'c.fo');
		expect(library.on()).toMatchObject({ inForce: null, status: 'draft' });
		expect(library.signature()).toMatchObject({ who: 'contradicted', counts: false });
	});

	it('is contradicted by the key of another person', () => {
		const library = written({ config: 'approvals: required\n' });
		library.approve('2024-01-15', 'c.fo', {}, { key: keyOf('jane.doe') });
		expect(library.on().inForce).toBeNull();
		expect(library.signature()).toMatchObject({
			who: 'contradicted',
			cause: 'it is signed by a key of jane.doe, not of c.fo',
		});
	});

	it('is no less so where its commit is signed by the right person', () => {
		const library = written({ config: 'approvals: required\n' });
		signCommitsBy(library, 'c.fo');
		library.approve('2024-01-15', 'c.fo', {}, { key: keyOf('jane.doe') });
		expect(library.signature()?.who).toBe('contradicted');
	});

	it('is claimed by a key of nobody', () => {
		const library = written();
		library.approve('2024-01-15', 'c.fo', {}, { key: keyOf('stranger') });
		expect(library.signature()).toMatchObject({ who: 'claimed', counts: false });
	});
});

describe('a key', () => {
	const keyWith = (more: object) => [{ ssh: publicKey('c.fo'), from: '2020-01-01', ...more }];

	it.each([
		['ended before the record was known', { until: '2024-01-14' }, 'claimed'],
		['ended on that day', { until: '2024-01-15' }, 'record-signed'],
		['begins only later', { from: '2024-01-16' }, 'claimed'],
		['revoked as lost', { revoked: { from: '2024-01-15', why: 'lost' } }, 'contradicted'],
		['revoked as compromised', { revoked: { from: '2024-01-01', why: 'compromised' } }, 'contradicted'],
		['revoked as lost only later', { revoked: { from: '2024-01-16', why: 'lost' } }, 'record-signed'],
		['ended as its owner left', { revoked: { from: '2024-01-10', why: 'left' } }, 'claimed'],
	])('%s', (_, more, who) => {
		const library = controlledLibrary({ config: 'approvals: required\n' });
		library.changePerson('2024-01-03', 'c.fo', { keys: keyWith(more) });
		library.write('2024-01-10');
		library.approve('2024-01-15', 'c.fo');
		expect(library.signature()).toMatchObject({ who, counts: who !== 'contradicted' });
	});

	it('that ended is not revived by an earlier time in the record', () => {
		const library = controlledLibrary(signedOnly);
		library.changePerson('2024-01-03', 'c.fo', { keys: keyWith({ until: '2024-01-14' }) });
		library.write('2024-01-10');
		library.approve('2024-01-15', 'c.fo', {}, { at: '2024-01-14T10:00:00Z' });
		expect(library.signature()).toMatchObject({ who: 'claimed', counts: false });
	});

	it('found out later to be compromised takes nothing back: that takes a withdrawal', () => {
		const library = written();
		library.approve('2024-01-15', 'c.fo');
		const revoked = { from: '2024-01-01', why: 'compromised' };
		library.changePerson('2024-03-01', 'c.fo', { keys: keyWith({ revoked }) });
		expect(library.on().inForce).toBe('1.0');
		expect(library.signature()?.who).toBe('record-signed');
	});

	it('revoked as lost stays so, also where somebody removes the revocation', () => {
		const library = controlledLibrary();
		const revoked = { from: '2024-01-04', why: 'lost' };
		library.changePerson('2024-01-04', 'c.fo', { keys: keyWith({ revoked }) });
		library.changePerson('2024-01-05', 'c.fo', { keys: keyWith({}) });
		library.write('2024-01-10');
		library.approve('2024-01-15', 'c.fo');
		expect(library.on().inForce).toBeNull();
		expect(library.signature()).toMatchObject({ who: 'contradicted', counts: false });
	});

	it('entered by its owner is claimed', () => {
		const library = written();
		library.changePerson('2024-01-11', 'c.fo', { keys: [{ ssh: publicKey('c.fo.new') }] }, 'c.fo');
		library.approve('2024-01-15', 'c.fo', {}, { key: keyOf('c.fo.new') });
		expect(library.signature()).toMatchObject({
			who: 'claimed',
			cause: 'c.fo entered the key into the register, and nobody else signed that',
		});
	});

	it('entered by its owner is good where another person signed that commit', () => {
		const library = written();
		const { repository } = library;
		signCommitsBy(library, 'h.ray');
		library.changePerson('2024-01-11', 'c.fo', { keys: [{ ssh: publicKey('c.fo.new') }] }, 'c.fo');
		repository.git('config', '--unset', 'commit.gpgsign');
		library.approve('2024-01-15', 'c.fo', {}, { key: keyOf('c.fo.new') });
		expect(library.signature()).toMatchObject({ who: 'record-signed', cause: null });
	});

	it('entered under a name that is in no register is vouched for by nobody', () => {
		const library = written();
		const forged = everybody().map((one) =>
			one.id === 'c.fo' ? { ...one, keys: [{ ssh: publicKey('mallory') }] } : one,
		);
		library.change('2024-01-11', { [peopleFile]: peopleText(forged) }, 'some.body');
		library.approve('2024-01-15', 'c.fo', {}, { key: keyOf('mallory') });
		expect(library.signature()).toMatchObject({ who: 'claimed', counts: false });
	});

	it('is not laundered by a register that was broken and mended in between', () => {
		const library = written();
		library.changePerson('2024-01-11', 'c.fo', { keys: [{ ssh: publicKey('c.fo.new') }] }, 'c.fo');
		const good = peopleText(library.people);
		library.change('2024-01-12', { [peopleFile]: `${good}"open` }, 'c.fo');
		library.change('2024-01-13', { [peopleFile]: good });
		library.approve('2024-01-15', 'c.fo', {}, { key: keyOf('c.fo.new') });
		expect(library.signature()).toMatchObject({ who: 'claimed', counts: false });
	});

	it('that ended, made good again by its owner, is claimed', () => {
		const library = controlledLibrary(signedOnly);
		library.changePerson('2024-01-03', 'c.fo', { keys: keyWith({ until: '2024-01-05' }) });
		library.changePerson('2024-01-11', 'c.fo', { keys: keyWith({}) }, 'c.fo');
		library.write('2024-01-12');
		library.approve('2024-01-15', 'c.fo');
		expect(library.signature()).toMatchObject({ who: 'claimed', counts: false });
	});

	it('added in the commit of the record, or by the text, gives it nothing', () => {
		const library = written();
		const people = everybody().map((one) =>
			one.id === 'c.fo' ? { ...one, keys: [{ ssh: publicKey('c.fo.new') }] } : one,
		);
		const record = library.approval('2024-01-15', 'c.fo', {}, { key: keyOf('c.fo.new') });
		library.change('2024-01-15', { ...record, [peopleFile]: peopleText(people) });
		expect(library.on().inForce).toBeNull();
		expect(library.signature()).toMatchObject({ who: 'claimed', counts: false });
	});

	it('that two people share proves neither', () => {
		const shared = { keys: [{ ssh: publicKey('c.fo'), from: '2020-01-01' }] };
		const library = controlledLibrary({
			...signedOnly,
			people: [...everybody(), person('x.twin', ['controller'], shared)],
		});
		library.write('2024-01-10');
		library.approve('2024-01-15', 'c.fo');
		expect(library.signature()).toMatchObject({ who: 'claimed', counts: false });
	});
});

describe('settings of whoever asks', () => {
	it('gpg.ssh.program, gpg.program and allowedSignersFile prove nothing, and are never started', () => {
		const library = written();
		const { repository } = library;
		const started = join(repository.home, 'started');
		const program = join(repository.home, 'liar');
		writeFileSync(
			program,
			`#!/bin/sh\necho x >> ${started}\necho 'Good "git" signature for c.fo with ED25519 key SHA256:x'\n`,
		);
		chmodSync(program, 0o755);
		const signers = join(repository.home, 'signers');
		writeFileSync(signers, `c.fo@acme.example ${publicKey('mallory')}\n`);
		signCommitsBy(library, 'mallory');
		library.approve('2024-01-15', 'c.fo', {}, { key: null });
		repository.git('config', 'gpg.ssh.program', program);
		repository.git('config', 'gpg.program', program);
		repository.git('config', 'gpg.ssh.allowedSignersFile', signers);
		expect(library.signature()).toMatchObject({ who: 'claimed', counts: false });
		expect(repository.sop('history', 'SOP-FIN-900').code).toBe(0);
		expect(() => execFileSync('cat', [started], { stdio: 'ignore' })).toThrow();
	});

	it('a mailmap does not make a key another person’s', () => {
		const library = written();
		library.change('2024-01-11', { '.mailmap': 'Carl Fo <c.fo@acme.example> <jane.doe@acme.example>\n' });
		signCommitsBy(library, 'jane.doe');
		library.approve('2024-01-15', 'c.fo', {}, { key: null });
		expect(library.signature()).toMatchObject({ who: 'claimed' });
	});
});

describe('how much trust is asked for', () => {
	it('is that of the commit before the record: what it tightens or loosens itself has no effect', () => {
		const library = written();
		const record = library.approval('2024-01-15', 'c.fo', {}, { key: null });
		library.change('2024-01-15', {
			...record,
			'sop.config.yaml': 'format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\napprovals: required\n',
		});
		expect(library.on().inForce).toBeNull();
	});

	it('does not reach back: what counted under a weaker rule still does', () => {
		const library = approvedLibrary();
		library.change('2024-03-01', {
			'sop.config.yaml': `format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\n${signedOnly.config}`,
		});
		expect(library.on().inForce).toBe('1.0');
	});
});

/** Makes a GPG key in the home of the test, and gives its fingerprint. */
function gpgKey({ repository: { home } }: ControlledLibrary): string {
	const env = { ...gpgEnvironment(home), GNUPGHOME: join(home, '.gnupg') };
	execFileSync('mkdir', ['-m', '700', env.GNUPGHOME]);
	const words = ['--batch', '--passphrase', '', '--quick-gen-key', 'c.fo@acme.example', 'ed25519', 'sign'];
	execFileSync('gpg', words, { env, stdio: 'ignore' });
	const listed = execFileSync('gpg', ['--list-keys', '--with-colons'], { env, encoding: 'utf8' });
	return /^fpr:+([0-9A-F]+):/m.exec(listed)?.[1] ?? '';
}
