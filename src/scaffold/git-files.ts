import type { PlannedFile } from './planned-file.ts';

/** A line that tells git something, by the file it belongs into. */
export const gitLines: Readonly<Record<string, { readonly line: string; readonly why: string }>> = {
	'.gitattributes': {
		line: 'records/training/**/*.jsonl merge=union',
		why: 'Branches add trainings to one file: git keeps the lines of both.',
	},
	'.gitignore': {
		line: '.sop-*.tmp',
		why: 'What a command that was killed while it wrote may leave behind.',
	},
};

/** The files that hold those lines in a new library. */
export const gitFiles: readonly PlannedFile[] = Object.entries(gitLines).map(([path, { line, why }]) => ({
	path,
	text: `# ${why}\n${line}\n`,
}));
