import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { nodeIo } from '../../src/io/node-io.ts';

/** How a call of `sop` ended. */
export interface Ended {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** An environment in which git knows no settings but those given here. */
export function cleanEnvironment(home: string): Record<string, string> {
	return {
		PATH: process.env['PATH'] ?? '',
		HOME: home,
		GIT_CONFIG_NOSYSTEM: '1',
		GIT_CONFIG_GLOBAL: join(home, '.gitconfig'),
	};
}

/** A folder that is gone when the test has finished, with these files; beside it an empty home. */
export function tempFolder(files: Readonly<Record<string, string>> = {}): { folder: string; home: string } {
	const top = realpathSync(mkdtempSync(join(tmpdir(), 'sop-test-')));
	onTestFinished(() => rmSync(top, { recursive: true, force: true }));
	const [folder, home] = [join(top, 'library'), join(top, 'home')];
	mkdirSync(folder);
	mkdirSync(home);
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
	return { folder, home };
}

/** Runs `sop` in this process on the real file system and the real git, as if in a pipe. */
export async function runMain(
	argv: readonly string[],
	at: { readonly folder: string; readonly home: string },
): Promise<Ended> {
	let [stdout, stderr] = ['', ''];
	const stream = (take: (text: string) => void) => ({
		write: take,
		isTerminal: false,
		columns: 80,
		colorLevel: 0 as const,
	});
	const code = await main(argv, {
		...nodeIo(),
		stdout: stream((text) => {
			stdout += text;
		}),
		stderr: stream((text) => {
			stderr += text;
		}),
		stdin: { isTerminal: false, read: async () => new Uint8Array() },
		workingDirectory: at.folder,
		environment: cleanEnvironment(at.home),
		now: () => new Date('2026-11-22T12:00:00Z'),
	});
	return { code, stdout, stderr };
}
