import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What is signed, and with which key. */
export interface SshSigning {
	/** The file of a key, private or public (its private half in an agent); or the line of a public one. */
	readonly key: { readonly file: string } | { readonly line: string };
	readonly namespace: string;
	readonly text: string;
	readonly environment: Readonly<Record<string, string | undefined>>;
	/** Whether it may ask on the terminal for a passphrase, a PIN or a touch. */
	readonly mayAsk: boolean;
	/** Milliseconds until it is ended. */
	readonly patience: number;
}

/** A signature, or why there is none. */
export type SshSigned = { readonly signature: string; readonly why?: never } | NotSigned;

/** No ssh-keygen, no answer in time, or a refusal; its words, where it did not say them on the terminal. */
export interface NotSigned {
	readonly signature?: never;
	readonly why: 'missing' | 'late' | 'refused';
	readonly said: string;
}

/**
 * Has `ssh-keygen` of the PATH sign a text: it alone knows keys with a passphrase, agents and security tokens. Where it may
 * not ask it is cut off from the terminal, so that it gives up instead of waiting.
 */
export async function signBySshKeygen(signing: SshSigning): Promise<SshSigned> {
	if ('file' in signing.key) return await run(signing, signing.key.file);
	const folder = mkdtempSync(join(tmpdir(), 'sop-key-'));
	try {
		const file = join(folder, 'key.pub');
		writeFileSync(file, `${signing.key.line}\n`);
		return await run(signing, file);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function run(signing: SshSigning, file: string): Promise<SshSigned> {
	const { namespace, text, environment, mayAsk, patience } = signing;
	const child = spawn('ssh-keygen', ['-Y', 'sign', '-q', '-n', namespace, '-f', file], {
		env: { ...environment, LC_ALL: 'C', ...(mayAsk ? {} : { SSH_ASKPASS_REQUIRE: 'never' }) },
		// Only to a terminal does it say that a token waits to be touched.
		stdio: ['pipe', 'pipe', mayAsk ? 'inherit' : 'pipe'],
		// In a session of its own it has no terminal to ask on.
		detached: !mayAsk,
	});
	let signature = '';
	let said = '';
	child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
		signature += piece;
	});
	child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
		if (said.length < 10_000) said += piece;
	});
	return new Promise((resolve) => {
		const late = setTimeout(() => {
			child.kill('SIGKILL');
			// What it has started may hold its pipes open for longer.
			for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe?.destroy();
			resolve({ why: 'late', said: '' });
		}, patience);
		child.once('error', (error) => {
			clearTimeout(late);
			const missing = 'code' in error && error.code === 'ENOENT';
			resolve({ why: missing ? 'missing' : 'refused', said: error.message });
		});
		child.once('close', (code) => {
			clearTimeout(late);
			resolve(code === 0 ? { signature } : { why: 'refused', said });
		});
		// One that stopped reading says why by its exit code.
		child.stdin?.on('error', () => {});
		child.stdin?.end(text);
	});
}
