import { CommandError } from '../../diagnostics/command-error.ts';
import { readPublicKeyLine } from '../../model/signature/public-key-line.ts';
import { inertText } from '../../report/inert-text.ts';
import type { CommandContext } from '../command-context.ts';

/** A key to sign with: its file, private or public, or the line of a public one that an agent holds. */
export type ChosenKey = { readonly file: string } | { readonly line: string };

/** A key by its file, as it was asked for; a usage error where there is none. */
export function keyInFile({ io }: CommandContext, path: string, asked: string): ChosenKey {
	const kind = io.files.facts(io.files.realPath(path) ?? path)?.kind;
	if (kind === 'file') return { file: path };
	const why = kind === undefined ? 'does not exist' : 'is no file';
	throw new CommandError(`The key ${inertText(asked)} ${why}`, {
		help: 'Give the path of an SSH key after --sign, such as ~/.ssh/id_ed25519.',
	});
}

/** The line of the public half of a key; undefined where it does not lie beside the private one. */
export function publicLineOf({ io: { files } }: CommandContext, key: ChosenKey): string | undefined {
	if ('line' in key) return key.line;
	const lines = [key.file, `${key.file}.pub`].flatMap((file) => {
		const read = files.read(file);
		return read.ok ? [Buffer.from(read.bytes).toString('utf8').trim()] : [];
	});
	return lines.find((line) => readPublicKeyLine(line) !== undefined);
}
