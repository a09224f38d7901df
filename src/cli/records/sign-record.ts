import { CommandError } from '../../diagnostics/command-error.ts';
import { type NotSigned, signBySshKeygen } from '../../io/ssh-keygen.ts';
import { recordSigner } from '../../model/signature/record-signer.ts';
import { signedText } from '../../model/signature/signed-text.ts';
import { recordNamespace } from '../../model/signature/verify-ssh-signature.ts';
import { inertText } from '../../report/inert-text.ts';
import type { CommandContext } from '../command-context.ts';
import type { ChosenKey } from './chosen-key.ts';

/** How long somebody at a terminal may take, and how long an agent or a token may where nobody is asked. In milliseconds. */
const patience = { asked: 300_000, alone: 60_000 };

/** A record with its signature, and the public key that made it as a line of a .pub file. */
export interface SignedRecord<Value extends object> {
	readonly value: Value & { readonly signature: string };
	readonly publicKey: string;
}

/**
 * Signs a record with `ssh-keygen`, which asks for a passphrase or a touch where somebody sits at a terminal. The
 * signature is checked as any reader will check it before it is given.
 */
export async function signRecord<Value extends object>(
	context: CommandContext,
	value: Value,
	key: ChosenKey,
): Promise<SignedRecord<Value>> {
	const { io } = context;
	const mayAsk = io.stdin.isTerminal && io.stderr.isTerminal;
	const shown = inertText('file' in key ? key.file : 'the key of git');
	const signed = await signBySshKeygen({
		key,
		namespace: recordNamespace,
		text: signedText(value),
		environment: io.environment,
		mayAsk,
		patience: mayAsk ? patience.asked : patience.alone,
	});
	if (signed.signature === undefined) throw refused(signed, shown, mayAsk);
	const whole = { ...value, signature: signed.signature };
	const signer = recordSigner(whole);
	if (signer?.ssh === undefined) {
		throw new CommandError(
			`The signature made with ${shown} does not hold, so nothing was written: ${signer?.problem}`,
			{ help: 'Sign with a key that ssh-keygen -t ed25519 makes.', exitCode: 3 },
		);
	}
	return { value: whole, publicKey: signer.ssh };
}

function refused(signed: NotSigned, key: string, mayAsk: boolean): CommandError {
	if (signed.why === 'missing') {
		return new CommandError('ssh-keygen is not installed, or not on the PATH; nothing was written', {
			help: 'Install OpenSSH from version 8.2 on, or leave --sign out.',
			exitCode: 3,
		});
	}
	if (signed.why === 'late') {
		return new CommandError(`ssh-keygen did not sign with ${key} in time; nothing was written`, {
			help: 'A security token waits to be touched; an agent may wait for a confirmation.',
			exitCode: 3,
		});
	}
	const said = inertText(
		signed.said
			.split('\n')
			.map((line) => line.trim())
			.findLast((line) => line !== '') ?? (mayAsk ? 'it says why above' : 'it did not say why'),
	);
	const help =
		!mayAsk && /passphrase|PIN|incorrect/i.test(signed.said)
			? 'It needs a passphrase, and nobody can be asked here: add the key to an agent first (ssh-add), or sign on a terminal.'
			: /agent|No such file|invalid format/i.test(signed.said)
				? 'Give the file of a private key, or of a public one whose private half an agent holds (ssh-add -L lists them).'
				: 'Try it by hand: ssh-keygen -Y sign -n sop-approval -f KEY FILE.';
	return new CommandError(`ssh-keygen could not sign with ${key}; nothing was written: ${said}`, {
		help,
		exitCode: 3,
	});
}
