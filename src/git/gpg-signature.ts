import { spawn } from 'node:child_process';
import { platform } from 'node:os';
import type { Writable } from 'node:stream';

/** Whose key made a GPG signature, as fingerprints in capitals; or why that cannot be told, as a sentence without a full stop. */
export type GpgVerdict =
	| {
			/** The key that a register names. */
			readonly primaryKey: string;
			/** The key, that one or one below it, that made the signature. */
			readonly signingKey: string;
			readonly problem?: never;
	  }
	| { readonly primaryKey?: never; readonly signingKey?: never; readonly problem: string };

/** Milliseconds after which a gpg that does not answer is ended. */
const patience = 30_000;

/** No config, no question, no network, no judgement of its own: only whether the signature fits, and by which key. */
const settings = [
	'--no-options',
	'--batch',
	'--no-tty',
	'--disable-dirmngr',
	'--no-auto-key-retrieve',
	'--no-auto-key-locate',
	'--no-auto-check-trustdb',
	'--trust-model',
	'always',
	'--status-fd',
	'1',
	// The signature comes by a pipe of its own.
	'--enable-special-filenames',
	'--verify',
	'--',
	'-&3',
	'-',
];

/**
 * Has `gpg` of the PATH check a signature over a text, with the keys of the user's keyring: what it names is a
 * fingerprint, which no other key can have. Dates and revocations that the keyring holds do not count; whether the key
 * was good then is for the people register to say.
 */
export async function gpgSignature(
	signature: { readonly armored: string; readonly payload: Uint8Array },
	environment: Readonly<Record<string, string | undefined>>,
): Promise<GpgVerdict> {
	if (platform() === 'win32')
		return { problem: 'Signatures of gpg are not checked on Windows: it takes no pipes there' };
	const child = spawn('gpg', settings, {
		env: gpgEnvironment(environment),
		stdio: ['pipe', 'pipe', 'ignore', 'pipe'],
		timeout: patience,
		killSignal: 'SIGKILL',
	});
	let status = '';
	child.stdout?.setEncoding('utf8').on('data', (text: string) => {
		if (status.length < 100_000) status += text;
	});
	const ended = new Promise<string | undefined>((resolve) => {
		child.once('error', (error) =>
			resolve(
				'code' in error && error.code === 'ENOENT'
					? 'gpg is not installed, or not on the PATH'
					: 'gpg could not be run',
			),
		);
		child.once('close', (_code, signal) =>
			resolve(signal === null ? undefined : 'gpg did not answer in time'),
		);
	});
	// A gpg that stopped reading says why by its status.
	give(child.stdin, signature.payload);
	// The fourth pipe is written to, by `stdio` above.
	give(child.stdio[3] as Writable | null, Buffer.from(signature.armored, 'latin1'));
	const problem = await ended;
	return problem === undefined ? gpgVerdict(status) : { problem };
}

function give(pipe: Writable | null | undefined, bytes: Uint8Array): void {
	pipe?.on('error', () => {});
	pipe?.end(bytes);
}

/** What the status lines of gpg say (GnuPG doc/DETAILS, "Format of the --status-fd output"). */
export function gpgVerdict(status: string): GpgVerdict {
	const told = status.split('\n').flatMap((line) => {
		const [mark, word, ...rest] = line.trimEnd().split(' ');
		return mark === '[GNUPG:]' && word !== undefined ? [{ word, rest }] : [];
	});
	const of = (...words: readonly string[]) => told.filter(({ word }) => words.includes(word));
	const judged = of('GOODSIG', 'EXPSIG', 'EXPKEYSIG', 'REVKEYSIG', 'BADSIG', 'ERRSIG');
	if (of('NO_PUBKEY').length > 0) return { problem: 'There is no public key for it in the keyring here' };
	if (of('BADSIG').length > 0) return { problem: 'The signature does not fit the text' };
	if (judged.length !== 1 || of('ERRSIG').length > 0)
		return { problem: 'It is not one signature that gpg can check' };
	const [valid, another] = of('VALIDSIG');
	const [signingKey = '', , , , , , , , kind = '', primaryKey = ''] = valid?.rest ?? [];
	// 00 and 01: over a file, over a text (RFC 4880 §5.2.1). Others are about keys.
	if (
		another !== undefined ||
		!['00', '01'].includes(kind) ||
		!isFingerprint(signingKey) ||
		!isFingerprint(primaryKey)
	)
		return { problem: 'gpg did not say whose signature it is' };
	return { primaryKey, signingKey };
}

function isFingerprint(text: string): boolean {
	return /^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(text);
}

function gpgEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
	const kept = ['PATH', 'HOME', 'GNUPGHOME', 'USERPROFILE', 'SystemRoot'].flatMap((name) => {
		const value = environment[name];
		return value === undefined ? [] : [[name, value]];
	});
	return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}
