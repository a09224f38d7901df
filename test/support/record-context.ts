import { CommandContext } from '../../src/cli/command-context.ts';
import type { Io } from '../../src/io/io.ts';
import { nodeIo } from '../../src/io/node-io.ts';
import { openLibrary } from '../../src/library/open-library.ts';
import type { ApprovalRecord, TrainingRecord } from '../../src/model/documents.generated.ts';
import { cleanEnvironment } from './run-main.ts';

/** The id of the libraries of these tests. */
export const libraryId = '3f1b0c6a9d4e4f7aa2c5d8e1b7064c92';

/** An approval as a command makes it, but for what a test says otherwise. */
export function approval(other: ApprovalRecord = {}): ApprovalRecord {
	return {
		format: 1,
		library: libraryId,
		document: 'SOP-FIN-002',
		version: '2.1',
		digest: `sha256:${'9f86d081884c'.padEnd(64, '0')}`,
		person: 'jane.doe',
		role: 'controller',
		meaning: 'approval',
		at: '2026-11-22T12:00:00Z',
		...other,
	};
}

/** A training as a command makes it. */
export function training(other: TrainingRecord = {}): TrainingRecord {
	const { meaning: _, ...envelope } = approval();
	return { ...envelope, meaning: 'training', how: 'read', ...other };
}

/** A library and the call of a command in it, on the real file system and the real git. */
export function recordCall(
	at: { readonly folder: string; readonly home: string },
	flags: Readonly<Record<string, unknown>> = {},
	io: Partial<Io> = {},
) {
	const said: string[] = [];
	const stream = {
		write: (text: string) => void said.push(text),
		isTerminal: false,
		columns: 80,
		colorLevel: 0,
	} as const;
	const world: Io = {
		...nodeIo(),
		stdout: stream,
		stderr: stream,
		stdin: { isTerminal: false, read: async () => new Uint8Array() },
		workingDirectory: at.folder,
		environment: cleanEnvironment(at.home),
		now: () => new Date('2026-11-22T12:00:00.5Z'),
		...io,
	};
	const context = new CommandContext(world, [], flags, { commands: [], showHelp: () => {} });
	return { context, library: openLibrary(world.files, at.folder), said };
}
