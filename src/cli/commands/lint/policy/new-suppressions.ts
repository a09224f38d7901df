import { filesAt } from '../../../../git/history/files-at.ts';
import { type Git, openGit } from '../../../../git/open-git.ts';
import type { BranchPolicy } from '../../../../library/branch-policy.ts';
import { toLibraryPath } from '../../../../library/find-files.ts';
import type { OpenLibrary } from '../../../../library/open-library.ts';
import type { FileResult } from '../../../../lint/lint-one.ts';
import { readSuppressions, type Suppression } from '../../../../lint/suppressions.ts';
import { LineIndex } from '../../../../source/line-index.ts';
import type { CommandContext } from '../../../command-context.ts';

/**
 * The results with those suppressions marked that the branch point knows nothing of: there a document of the same path
 * or id has to keep the same rule quiet, at the same keys, for the same reason and time. As they are where no policy of
 * a branch point holds.
 */
export async function markNewSuppressions(
	context: CommandContext,
	library: OpenLibrary,
	results: readonly FileResult[],
): Promise<readonly FileResult[]> {
	const { policy } = library;
	const silenced = results.filter(({ suppressions }) => suppressions.length > 0);
	if (policy === undefined || silenced.length === 0) return results;
	const git = await openGit(library.root.path, context.io.environment);
	const path = toLibraryPath(git.top, library.root.path);
	const prefix = path === '' ? '' : `${path}/`;
	const before = await textsBefore(git, policy, silenced, prefix);
	return results.map((result) => {
		const text = before.get(result.file);
		if (result.suppressions.length === 0) return result;
		const known = text === undefined ? [] : readSuppressions(text, new LineIndex(text)).map(nameOf);
		return {
			...result,
			suppressions: result.suppressions.map((one) => {
				const at = known.indexOf(nameOf(one));
				if (at < 0) return { ...one, isNew: true };
				// Each comment vouches for one.
				known.splice(at, 1);
				return one;
			}),
		};
	});
}

function nameOf({ rule, reason, until, about }: Suppression): string {
	return JSON.stringify([rule, reason, until ?? null, about]);
}

/** Texts of files at a commit, by the paths that they have now: a document that moved is found by its id. */
async function textsBefore(
	git: Git,
	{ commit, filtered }: BranchPolicy,
	results: readonly FileResult[],
	prefix: string,
): Promise<ReadonlyMap<string, string>> {
	// A comment of a text that is not here is new.
	const found = await filesAt(
		git,
		commit,
		results.map(({ file }) => prefix + file),
		filtered,
	);
	const texts = new Map<string, string>();
	const moved: FileResult[] = [];
	for (const result of results) {
		const bytes = found.get(prefix + result.file);
		if (bytes) texts.set(result.file, bytes.toString());
		else moved.push(result);
	}
	const wanted = new Map(
		moved.flatMap(({ document, file }) => (document === null ? [] : [[document, file]])),
	);
	if (wanted.size === 0) return texts;
	const words = [
		'grep',
		'-l',
		'-z',
		'--full-name',
		'--no-color',
		'-I',
		'-F',
		'-e',
		'sop-disable',
		commit,
		'--',
		`:(top,literal)${prefix}`,
	];
	// It fails where nothing is found.
	const named = (await git.text(words).catch(() => '')).split('\0').filter(Boolean);
	const paths = named.map((name) => name.slice(commit.length + 1));
	if (paths.length === 0) return texts;
	for (const bytes of (await filesAt(git, commit, paths, filtered)).values()) {
		const text = bytes?.toString() ?? '';
		const id = /^id:[ \t]*["']?([^"'\s#]+)/m.exec(text)?.[1];
		const file = wanted.get(id ?? '');
		if (file !== undefined) texts.set(file, text);
	}
	return texts;
}
