import { join, resolve } from 'node:path';
import { CommandError } from '../../diagnostics/command-error.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import { dayIn } from '../../model/day-in.ts';
import { rows } from '../../model/several.ts';
import { isInUse } from '../../model/signature/key-on-day.ts';
import { samePublicKey } from '../../model/signature/public-key-line.ts';
import { inertText } from '../../report/inert-text.ts';
import type { CommandContext } from '../command-context.ts';
import { type ChosenKey, keyInFile } from './chosen-key.ts';
import { keyOfGit } from './key-of-git.ts';
import type { KnownPerson } from './person-for.ts';

/** The flag that has a record signed, for every command that writes one. */
export const signFlag = {
	flags: '--sign [key-file]',
	summary: 'sign the record with an SSH key (the one of git unless told)',
} as const;

/**
 * The key that `--sign` means: the file it names, else the key git signs with where that is an SSH one, else the one key
 * of `~/.ssh` that the people register lists for the person. Undefined without the flag; a usage error where it is open
 * which key is meant.
 */
export async function signingKeyFor(
	context: CommandContext,
	library: OpenLibrary,
	person: KnownPerson,
): Promise<ChosenKey | undefined> {
	if (!context.has('sign')) return undefined;
	const asked = context.text('sign');
	if (asked !== undefined)
		return keyInFile(context, resolve(context.folder, underHome(context, asked)), asked);
	return (await keyOfGit(context, library)) ?? listedKey(context, library, person);
}

/** What a shell does to `~/` only where it begins a word. */
function underHome(context: CommandContext, path: string): string {
	return path.startsWith('~/') ? join(homeOf(context) ?? '~', path.slice(2)) : path;
}

function homeOf({ io: { environment } }: CommandContext): string | undefined {
	return environment['HOME'] ?? environment['USERPROFILE'];
}

function listedKey(context: CommandContext, library: OpenLibrary, person: KnownPerson): ChosenKey {
	const { files } = context.io;
	const folder = join(homeOf(context) ?? '', '.ssh');
	const entries = homeOf(context) === undefined ? [] : files.list(folder);
	const publicFiles = (typeof entries === 'string' ? [] : entries)
		.map(({ name }) => name)
		.filter((name) => /^id_.*\.pub$/.test(name))
		.map((name) => join(folder, name));
	const found = publicFiles.filter((file) => {
		const read = files.read(file);
		return read.ok && isListed(context, library, person, Buffer.from(read.bytes).toString('utf8'));
	});
	const [file, another] = found;
	if (file !== undefined && another === undefined) return { file };
	const id = inertText(person.id);
	const [message, help] =
		another !== undefined
			? [
					`Several keys in ~/.ssh stand in the people register for ${id}`,
					`Name one: --sign ${found.map((one) => inertText(one)).join(' or --sign ')}`,
				]
			: publicFiles.length > 0
				? [
						`No key in ~/.ssh stands in the people register for ${id} today`,
						`Enter the line of its .pub file under keys in ${inertText(library.peopleFile)} and have somebody else commit it, or name another key after --sign.`,
					]
				: [
						`There is no SSH key to sign with for ${id}`,
						'Make one: ssh-keygen -t ed25519. Then enter the line of its .pub file in the people register.',
					];
	throw new CommandError(message, { help });
}

/** Whether the people register, as it stands here, has a public key for a person today. */
function isListed(context: CommandContext, library: OpenLibrary, person: KnownPerson, line: string): boolean {
	const today = dayIn(context.io.now(), library.config.timezone);
	return rows(person.keys).some(
		(key) => key.ssh !== undefined && samePublicKey(key.ssh, line) && isInUse(key, today),
	);
}
