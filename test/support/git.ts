import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment } from './run-main.ts';

/** Runs git in a test's folder, with nothing but the settings of the test's own home. */
export function git(
	at: { readonly folder: string; readonly home: string },
	...words: readonly string[]
): string {
	return execFileSync('git', [...words], {
		cwd: at.folder,
		env: cleanEnvironment(at.home),
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
	});
}

/** Tells git who the user is. */
export function introduce(
	at: { readonly home: string },
	name = 'Jane Doe',
	email = 'jane@acme.example',
): void {
	writeFileSync(join(at.home, '.gitconfig'), `[user]\n\tname = ${name}\n\temail = ${email}\n`);
}
