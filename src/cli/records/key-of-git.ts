import { resolve } from 'node:path';
import { gitSetting } from '../../git/git-setting.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import type { CommandContext } from '../command-context.ts';
import { type ChosenKey, keyInFile, publicLineOf } from './chosen-key.ts';

/** The SSH key that git signs with here; undefined where it is told of none. A usage error where that is no file. */
export async function keyOfGit(
	context: CommandContext,
	{ root }: OpenLibrary,
): Promise<ChosenKey | undefined> {
	const setting = (...words: readonly string[]) => gitSetting(root.path, context.io.environment, ...words);
	if ((await setting('gpg.format')) !== 'ssh') return undefined;
	const written = await setting('--type=path', 'user.signingKey');
	if (written === undefined || written === '') return undefined;
	// As git reads it: the key itself where it says so, or begins like one.
	if (written.startsWith('key::')) return { line: written.slice('key::'.length) };
	if (/^(?:ssh-|ecdsa-|sk-)\S+ /.test(written)) return { line: written };
	return keyInFile(context, resolve(root.path, written), `${written} of git's user.signingKey`);
}

/**
 * What git signs each commit with here: `none` where it signs none, else the line of a public key of SSH, or the name of
 * another format; `ssh` where nobody can tell which key that is.
 */
export async function commitsSignedWith(
	context: CommandContext,
	library: OpenLibrary,
): Promise<{ readonly ssh: string } | 'none' | 'ssh' | 'openpgp' | 'x509'> {
	const setting = (...words: readonly string[]) =>
		gitSetting(library.root.path, context.io.environment, ...words);
	if ((await setting('--type=bool', 'commit.gpgSign')) !== 'true') return 'none';
	const format = (await setting('gpg.format')) ?? 'openpgp';
	if (format !== 'ssh') return format === 'x509' ? 'x509' : 'openpgp';
	const key = await keyOfGit(context, library);
	const line = key === undefined ? undefined : publicLineOf(context, key);
	return line === undefined ? 'ssh' : { ssh: line };
}
