import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commitSigner } from '../../src/git/commit-signer.ts';
import { gpgSignature, gpgVerdict } from '../../src/git/gpg-signature.ts';
import { commitSignature } from '../../src/model/signature/commit-signature.ts';
import { gitNamespace, verifySshSignature } from '../../src/model/signature/verify-ssh-signature.ts';
import { gpgEnvironment, makeKey } from '../support/signing.ts';
import { temporaryFolder } from '../support/temporary-library.ts';

/** A repository, and how to have git commit in it. */
function repository(objectFormat = 'sha1') {
	const home = temporaryFolder();
	const folder = join(home, 'repository');
	const env = {
		...gpgEnvironment(home),
		GIT_CONFIG_GLOBAL: join(home, 'settings'),
		GIT_CONFIG_NOSYSTEM: '1',
	};
	writeFileSync(env.GIT_CONFIG_GLOBAL, '[user]\n\tname = Jané Doe\n\temail = jane@acme.example\n');
	mkdirSync(folder);
	const git = (...words: string[]) =>
		execFileSync('git', words, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
	git('init', '-q', '-b', 'main', `--object-format=${objectFormat}`);
	return { home, folder, env, git, raw: () => git('cat-file', 'commit', 'HEAD') };
}

function signedBy(repo: ReturnType<typeof repository>, key: string, message = 'Approve', format = 'ssh') {
	const settings = ['-c', `gpg.format=${format}`, '-c', `user.signingKey=${key}`];
	repo.git(...settings, 'commit', '-q', '-S', '--allow-empty', '-m', message);
	return repo.raw();
}

/** A keyring of gpg with a key of Jane's. */
const keyring = (home: string, more: readonly string[] = []) => {
	const env = gpgEnvironment(home);
	const gpg = (...words: string[]) =>
		execFileSync('gpg', ['--batch', '--quiet', ...words], {
			env,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		});
	// Its agent would stay.
	onTestFinished(() => void execFileSync('gpgconf', ['--kill', 'all'], { env }));
	gpg(
		'--pinentry-mode',
		'loopback',
		'--passphrase',
		'',
		...more,
		'--quick-gen-key',
		'Jane Doe <jane@acme.example>',
		'ed25519',
		'sign',
		'never',
	);
	const [primary = ''] = /(?<=^fpr:{9})[0-9A-F]{40}/m.exec(gpg('--list-keys', '--with-colons')) ?? [];
	return { env, gpg, primary };
};

describe('a commit that git signed with an SSH key', () => {
	it.each(['sha1', 'sha256'])('is found signed by it, in a repository of %s', (format) => {
		const repo = repository(format);
		const key = makeKey(repo.home);
		for (const message of ['Approve', 'Ä 🎉\n\n gpgsig not a header\n\ngpgsig neither\n']) {
			const signature = commitSignature(signedBy(repo, key.file, message));
			expect(signature?.kind).toBe('ssh');
			expect(signature && verifySshSignature(signature.armored, signature.payload, gitNamespace)).toEqual({
				publicKey: key.line.split(' ').slice(0, 2).join(' '),
			});
		}
	});

	it('is not, with one byte of it another', () => {
		const repo = repository();
		const raw = signedBy(repo, makeKey(repo.home).file, 'Approve');
		for (const at of raw.keys()) {
			const other = Buffer.from(raw);
			other[at] = (other[at] ?? 0) ^ 1;
			const signature = commitSignature(other);
			if (signature?.kind === 'ssh')
				expect(verifySshSignature(signature.armored, signature.payload, gitNamespace)).toHaveProperty(
					'problem',
				);
		}
	});

	it('and that holds a signed tag, is found signed by its own key', () => {
		const repo = repository();
		const [tagger, merger] = [makeKey(repo.home, 'tagger'), makeKey(repo.home, 'merger')];
		repo.git('commit', '-q', '--allow-empty', '-m', 'One');
		repo.git('checkout', '-q', '-b', 'side');
		repo.git('commit', '-q', '--allow-empty', '-m', 'Two');
		repo.git('-c', 'gpg.format=ssh', '-c', `user.signingKey=${tagger.file}`, 'tag', '-s', '-m', 'Tag', 'v1');
		repo.git('checkout', '-q', 'main');
		repo.git(
			'-c',
			'gpg.format=ssh',
			'-c',
			`user.signingKey=${merger.file}`,
			'merge',
			'-q',
			'-S',
			'--no-ff',
			'--no-edit',
			'v1',
		);
		const raw = repo.raw();
		expect(raw.toString()).toContain('\nmergetag object');
		const signature = commitSignature(raw);
		expect(
			signature && verifySshSignature(signature.armored, signature.payload, gitNamespace).publicKey,
		).toBe(merger.line.split(' ').slice(0, 2).join(' '));
	});

	it('and signed twice, holds nowhere', () => {
		const repo = repository();
		const raw = signedBy(repo, makeKey(repo.home).file, 'Approve').toString('latin1');
		const [header = ''] = /^gpgsig [^\n]*\n(?: [^\n]*\n)*/m.exec(raw) ?? [];
		const signature = commitSignature(Buffer.from(raw.replace(header, header + header), 'latin1'));
		expect(
			signature && verifySshSignature(signature.armored, signature.payload, gitNamespace),
		).toHaveProperty('problem');
	});

	it('has no signature where git made none, whatever the message says', () => {
		const repo = repository();
		repo.git('commit', '-q', '--allow-empty', '-m', 'One\n\ngpgsig -----BEGIN SSH SIGNATURE-----\n x');
		expect(commitSignature(repo.raw())).toBeUndefined();
		for (const odd of ['', '\n', 'tree', 'gpgsig ', 'gpgsig x\n\n', ' \n \n'])
			expect(commitSignature(Buffer.from(odd))).toBeUndefined();
	});
});

describe('a commit that git signed with a GPG key', () => {
	const commitBy = (repo: ReturnType<typeof repository>, key: string) => {
		const signature = commitSignature(signedBy(repo, key, 'Approve', 'openpgp'));
		if (signature?.kind !== 'gpg') throw new Error('The commit is not signed by gpg');
		return signature;
	};

	it('is found signed by it, and by its key below where that signed', async () => {
		const repo = repository();
		const { env, gpg, primary } = keyring(repo.home);
		expect(await gpgSignature(commitBy(repo, primary), env)).toEqual({
			primaryKey: primary,
			signingKey: primary,
		});
		gpg(
			'--pinentry-mode',
			'loopback',
			'--passphrase',
			'',
			'--quick-add-key',
			primary,
			'ed25519',
			'sign',
			'never',
		);
		const below =
			gpg('--list-keys', '--with-colons')
				.match(/(?<=^fpr:{9})[0-9A-F]{40}/gm)
				?.at(-1) ?? '';
		expect(below).not.toBe(primary);
		expect(await gpgSignature(commitBy(repo, below), env)).toEqual({
			primaryKey: primary,
			signingKey: below,
		});
	});

	it('is not, with another text, without the key, or without gpg', async () => {
		const repo = repository();
		const { env, primary } = keyring(repo.home);
		const signature = commitBy(repo, primary);
		const other = { ...signature, payload: Buffer.concat([signature.payload, Buffer.from('\n')]) };
		expect(await gpgSignature(other, env)).toEqual({ problem: 'The signature does not fit the text' });
		const twice = { ...signature, armored: signature.armored + signature.armored };
		expect(await gpgSignature(twice, env)).toHaveProperty('problem');
		expect(await gpgSignature({ ...signature, armored: 'x' }, env)).toHaveProperty('problem');
		expect(await gpgSignature(signature, gpgEnvironment(temporaryFolder()))).toEqual({
			problem: 'There is no public key for it in the keyring here',
		});
		expect(await gpgSignature(signature, { ...env, PATH: temporaryFolder() })).toEqual({
			problem: 'gpg is not installed, or not on the PATH',
		});
	});

	it('is found so by gpg alone: neither the config of gpg nor that of git decides', async () => {
		const repo = repository();
		const { env, primary } = keyring(repo.home);
		const signature = commitBy(repo, primary);
		repo.git('config', 'gpg.program', '/bin/false');
		writeFileSync(join(repo.home, 'gpg.conf'), 'no-such-option\n');
		expect(await gpgSignature(signature, env)).toEqual({ primaryKey: primary, signingKey: primary });
	});

	it('is found so also when the key has ended since: the register says whether it was good then', async () => {
		const repo = repository();
		const { env, gpg, primary } = keyring(repo.home, ['--faked-system-time', '20240101T120000']);
		const signature = commitBy(repo, primary);
		gpg(
			'--pinentry-mode',
			'loopback',
			'--passphrase',
			'',
			'--faked-system-time',
			'20240201T120000',
			'--quick-set-expire',
			primary,
			'1d',
		);
		expect(await gpgSignature(signature, env)).toEqual({ primaryKey: primary, signingKey: primary });
	});
});

describe('the signer of a commit', () => {
	it('is a key, whatever kind of signature it is, or nobody', async () => {
		const repo = repository();
		repo.git('commit', '-q', '--allow-empty', '-m', 'Begin');
		expect(await commitSigner(repo.raw(), repo.env)).toBeUndefined();
		const key = makeKey(repo.home);
		const raw = signedBy(repo, key.file);
		expect(await commitSigner(raw, repo.env)).toEqual({ ssh: key.line.split(' ').slice(0, 2).join(' ') });
		const other = Buffer.from(raw.toString('latin1').replace('Approve', 'Approved'), 'latin1');
		expect(await commitSigner(other, repo.env)).toEqual({ problem: 'The signature does not fit the text' });
		const { env, primary } = keyring(repo.home);
		const byGpg = signedBy(repo, primary, 'Approve', 'openpgp');
		expect(await commitSigner(byGpg, env)).toEqual({ gpg: [primary, primary] });
		const byCertificate = byGpg.toString('latin1').replaceAll('PGP SIGNATURE', 'SIGNED MESSAGE');
		expect(await commitSigner(Buffer.from(byCertificate, 'latin1'), env)).toEqual({
			problem: 'Signatures by X.509 certificates are not checked',
		});
	});
});

describe('what gpg says', () => {
	const key = 'A'.repeat(40);
	const valid = (kind: string) => `[GNUPG:] VALIDSIG ${key} 2024-01-01 1 0 4 0 22 8 ${kind} ${key}\n`;

	it('is believed for a signature over a file only', () => {
		const good = `[GNUPG:] GOODSIG AA Jane\n`;
		expect(gpgVerdict(good + valid('00'))).toEqual({ primaryKey: key, signingKey: key });
		for (const said of [
			'',
			good,
			valid('00'),
			good + valid('10'),
			good + valid('00') + valid('00'),
			good + good + valid('00'),
			`[GNUPG:] BADSIG AA Jane\n${valid('00')}`,
			`gpg: [GNUPG:] GOODSIG\n${valid('00')}`,
			good + valid('00').replaceAll(key, 'x'),
		])
			expect(gpgVerdict(said)).toHaveProperty('problem');
	});
});
