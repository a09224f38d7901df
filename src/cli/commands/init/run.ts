import { basename, dirname, join } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { commitFiles, makeRepository } from '../../../git/commit-files.ts';
import { ignoredPaths, likelyMainline } from '../../../git/repository-facts.ts';
import type { Files } from '../../../io/io.ts';
import { configFileName } from '../../../model/file-kind.ts';
import { shellWord } from '../../../model/shell-word.ts';
import { inertText } from '../../../report/inert-text.ts';
import { ciFile, ciServices } from '../../../scaffold/ci-files.ts';
import { collapsePaths } from '../../../scaffold/collapse-paths.ts';
import { gitLines } from '../../../scaffold/git-files.ts';
import { libraryFiles } from '../../../scaffold/library-files.ts';
import type { PlannedFile } from '../../../scaffold/planned-file.ts';
import { commitLine } from '../../../scaffold/shell-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { packageFolder } from '../../package-folder.ts';
import { version } from '../../version.ts';
import { shownPath, writeFiles } from '../../write-files.ts';
import { chooseGit } from './choose-git.ts';
import { copyExampleCompany } from './example-company.ts';
import { type Place, placeOf } from './place.ts';
import { readPackageFiles } from './read-package-files.ts';
import { writeHook } from './write-hook.ts';

const message = 'Lay out a library of SOPs and checklists';

/** `sop init`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const { files, environment } = context.io;
	const place = placeOf(context);
	const services = ciServices(context.text('ci'));
	if (place.isLibrary && services.length === 0 && !context.has('hook')) {
		throw new CommandError(
			`There is a library here already: ${inertText(join(place.folder, configFileName))}`,
			{
				help: 'Nothing was changed. sop new writes a document; --ci and --hook add what a library may lack.',
			},
		);
	}
	if (context.has('example')) {
		await copyExampleCompany(context, place);
		return exitCode.clean;
	}
	const git = await chooseGit(context, place);
	const mainline =
		place.repository === undefined ? 'main' : ((await likelyMainline(place.base, environment)) ?? 'main');
	const facts = { version, mainline, folder: place.inBase };
	const template = services.length > 0 ? shippedText(files, 'ci', 'gitlab.yml') : '';
	const pipelines = services.map((service) => ciFile(service, facts, template));
	const all = [...pipelines, ...(place.isLibrary ? [] : planned(context, place, mainline))];
	const exists = (path: string) => files.facts(join(place.base, path)) !== null;
	const kept = all.filter(({ path }) => exists(path)).map(({ path }) => path);
	const fresh = all.filter(({ path }) => !exists(path));
	for (const path of kept) {
		const wanted = gitLines[basename(path)]?.line;
		const lacks = wanted !== undefined && !linesOf(files, join(place.base, path)).includes(wanted);
		const byHand = lacks ? `. Add this line to it:\n  ${wanted}` : '';
		context.say(`Kept: ${inertText(path)} exists already${byHand}`);
	}
	if (place.within !== undefined)
		context.say(`It lies inside the library at ${inertText(place.within)}, which finds its documents too.`);
	const folders = new Set(fresh.flatMap(({ path }) => ancestors(path)).filter(exists));
	if (fresh.length > 0) writeFiles(context, place.base, fresh);
	if (git.makeRepository) await makeRepository(place.base, mainline, environment);
	const paths = fresh.map(({ path }) => path);
	if (paths.length > 0) await finish(context, place, git.commit, git.makeRepository, paths, folders);
	// Last, so that the first commit does not need the hook's program.
	if (context.has('hook')) await writeHook(context, place);
	if (!place.isLibrary) context.say('Next: sop new writes a document, sop lint checks what is there');
	return exitCode.clean;
}

/** The lines of a file, as far as it can be read. */
function linesOf(files: Files, path: string): readonly string[] {
	const read = files.read(path);
	return read.ok ? Buffer.from(read.bytes).toString('utf8').split(/\r?\n/) : [];
}

/** A text of the package itself. */
function shippedText(files: Files, folder: string, name: string): string {
	const read = files.read(join(packageFolder(files, folder), name));
	if (!read.ok) throw new Error(`${folder}/${name} is missing from the package`);
	return Buffer.from(read.bytes).toString('utf8');
}

function planned(context: CommandContext, place: Place, mainline: string): readonly PlannedFile[] {
	const { files, randomBytes } = context.io;
	const library = [...randomBytes(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	const prefix = place.inBase === '' ? '' : `${place.inBase}/`;
	return libraryFiles({
		config: { library, mainline: mainline === 'main' ? undefined : mainline, timezone: undefined },
		schemas: readPackageFiles(files, packageFolder(files, 'schemas')).filter(
			({ path }) => !path.startsWith('record-'),
		),
		activities: shippedText(files, 'templates', 'registers/activities.yaml'),
	}).map(({ path, text }) => ({ path: prefix + path, text }));
}

/** Commits what was written, or says how. */
async function finish(
	context: CommandContext,
	place: Place,
	commit: boolean,
	isNew: boolean,
	paths: readonly string[],
	existed: ReadonlySet<string>,
): Promise<void> {
	const { environment } = context.io;
	const hasRepository = place.repository !== undefined || isNew;
	const ignored = hasRepository ? await ignoredPaths(place.base, paths, environment) : new Set<string>();
	if (ignored.size > 0)
		context.say(`git is told to ignore ${[...ignored].map(inertText).join(', ')}: left out of the commit`);
	const wanted = paths.filter((path) => !ignored.has(path));
	if (commit) {
		const name = await commitFiles(place.base, wanted, message, environment);
		context.say(`Committed as ${name}: ${message}`);
		return;
	}
	const typed = collapsePaths(wanted, (folder) => existed.has(folder) || holdsIgnored(folder, ignored));
	const at = shownPath(context, place.base);
	const line = commitLine(typed, message, at === '.' ? undefined : at);
	if (hasRepository) context.say(`To commit it:\n  ${inertText(line)}`);
	else {
		const folder = at === '.' ? '' : ` ${shellWord(at)}`;
		context.say(
			`Nothing was done to git. To keep its history:\n  ${inertText(`git init${folder} && ${line}`)}`,
		);
	}
}

function holdsIgnored(folder: string, ignored: ReadonlySet<string>): boolean {
	return [...ignored].some((path) => path.startsWith(`${folder}/`));
}

function ancestors(path: string): readonly string[] {
	const found: string[] = [];
	for (let folder = dirname(path); folder !== '.' && folder !== '/'; folder = dirname(folder))
		found.push(folder);
	return found;
}
