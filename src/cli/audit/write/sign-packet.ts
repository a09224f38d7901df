import { CommandError } from '../../../diagnostics/command-error.ts';
import { signBySshKeygen } from '../../../io/ssh-keygen.ts';
import { verifySshSignature } from '../../../model/signature/verify-ssh-signature.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import type { ChosenKey } from '../../records/chosen-key.ts';

/** The namespace of signatures over packets. */
export const packetNamespace = 'sop-packet';

/** How long somebody at a terminal may take, and how long an agent may, in milliseconds. */
const patience = { asked: 300_000, alone: 60_000 };

/** Signs a text of a packet with `ssh-keygen`; the signature is checked as any reader will check it before it is given. */
export async function signPacketText(context: CommandContext, key: ChosenKey, text: string): Promise<string> {
	const { io } = context;
	const mayAsk = io.stdin.isTerminal && io.stderr.isTerminal;
	const shown = inertText('file' in key ? key.file : 'the key of git');
	const signed = await signBySshKeygen({
		key,
		namespace: packetNamespace,
		text,
		environment: io.environment,
		mayAsk,
		patience: mayAsk ? patience.asked : patience.alone,
	});
	if (signed.signature === undefined) {
		throw new CommandError(
			signed.why === 'missing'
				? 'ssh-keygen is not installed, or not on the PATH; no packet was written'
				: `ssh-keygen could not sign with ${shown}; no packet was written: ${inertText(signed.said.trim() || 'it did not say why')}`,
			{
				help: `Try it by hand: ssh-keygen -Y sign -n ${packetNamespace} -f KEY FILE; or leave --sign out.`,
				exitCode: 3,
			},
		);
	}
	const { problem } = verifySshSignature(signed.signature, text, packetNamespace);
	if (problem !== undefined) {
		throw new CommandError(
			`The signature made with ${shown} does not hold, so no packet was written: ${problem}`,
			{
				help: 'Sign with a key that ssh-keygen -t ed25519 makes.',
				exitCode: 3,
			},
		);
	}
	return signed.signature;
}
