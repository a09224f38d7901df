import { join, relative } from 'node:path';
import { countOf } from '../../../diagnostics/count-of.ts';
import type { LintReport } from '../../../diagnostics/lint-report.ts';
import type { UnsavedFile } from '../../../git/unsaved-files.ts';
import { shellWord } from '../../../model/shell-word.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { Unsaved } from './look-for-unsaved.ts';

/** More paths than this make a line that nobody reads: then the folder is named. */
const mostPaths = 3;

/** Where commands are typed, and of which library they speak. */
export interface Place {
	/** Where the user stands, absolute. */
	readonly workingDirectory: string;
	/** `--cwd`, as the user gave it. */
	readonly cwd: string | undefined;
	/** The library, absolute. */
	readonly root: string;
}

/** A `sop` command for this library. */
export function sopCommand(words: string, { cwd }: Place): string {
	return cwd === undefined ? `sop ${words}` : `sop ${words} --cwd ${shellWord(cwd)}`;
}

/** What to type where lint has found something; undefined where it found nothing. */
export function commandForFindings({ summary }: LintReport, place: Place): string | undefined {
	if (summary.errors + summary.warnings === 0) return undefined;
	return sopCommand(summary.fixable > 0 ? 'lint --fix' : 'lint', place);
}

/** What to type so that the unsaved files are in a commit; undefined where there is none. */
export function commandForUnsaved(unsaved: Unsaved, place: Place): string | undefined {
	if ('notEvaluated' in unsaved || unsaved.files.length === 0) return undefined;
	const { files } = unsaved;
	// A renamed file has two paths, one of which is gone; a name that cannot be printed cannot be typed.
	const plain = files.every(({ path, state }) => state !== 'renamed' && inertText(path) === path);
	const paths = plain && files.length <= mostPaths ? files.map(({ path }) => path) : ['.'];
	const words = paths.map((path) =>
		shellWord(relative(place.workingDirectory, join(place.root, path)) || '.'),
	);
	return `git add -- ${words.join(' ')} && git commit -m ${shellWord(messageFor(files))}`;
}

/** What a commit of these files is called where nobody has found better words. */
function messageFor(files: readonly UnsavedFile[]): string {
	const [first] = files;
	const states = new Set(files.map(({ state }) => state));
	const word = states.size === 1 ? (verbs[first?.state ?? 'changed'] ?? 'Change') : 'Change';
	const name = inertText(first?.path.split('/').at(-1) ?? '');
	return `${word} ${files.length === 1 ? name : countOf(files.length, 'file')}`;
}

const verbs: Readonly<Partial<Record<UnsavedFile['state'], string>>> = {
	new: 'Add',
	deleted: 'Remove',
	renamed: 'Move',
};
