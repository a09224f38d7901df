import { runGit } from '../../../git/run-git.ts';
import { thisMachine } from '../../../io/machine.ts';
import type { CommandContext } from '../../command-context.ts';
import type { ChosenKey } from '../../records/chosen-key.ts';
import type { PreparedPacket } from '../prepare-packet.ts';
import { environmentText } from './environment-text.ts';
import { signPacketText } from './sign-packet.ts';

/** Writes what belongs to the machine beside a packet, signed as that is. */
export async function writeEnvironment(
	context: CommandContext,
	{ basis, input }: PreparedPacket,
	hash: string,
	place: string,
	key: ChosenKey | undefined,
): Promise<void> {
	const { io } = context;
	const git = await runGit(context.folder, ['--version'], io.environment);
	const text = environmentText({
		packet: hash,
		basis,
		madeAt: io.now(),
		...thisMachine(),
		git: git.stdout.trim(),
		command: input.command,
	});
	const path = `${place}.ENVIRONMENT.txt`;
	context.write(path, text);
	if (key !== undefined) context.write(`${path}.sig`, await signPacketText(context, key, text));
}
