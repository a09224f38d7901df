import { join } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { requireRoomToCommit } from '../../../git/can-commit.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { dayIn } from '../../../model/day-in.ts';
import { nearest } from '../../../model/nearest.ts';
import { inertText } from '../../../report/inert-text.ts';
import { openVersion } from '../../../scaffold/open-version.ts';
import type { NextVersion } from '../../../scaffold/version-row.ts';
import type { CommandContext } from '../../command-context.ts';
import { commitOrSay } from '../../commit-or-say.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { documentStates } from '../../history/document-states.ts';
import { findCommitted } from '../../history/find-committed.ts';
import { findTrail } from '../../history/find-trail.ts';
import { type OpenRecord, openRecord } from '../../history/open-record.ts';
import { shownPath } from '../../write-files.ts';
import { chooseNumber, usedNumbers } from './choose-number.ts';
import { effectiveDay, statedDay } from './effective-day.ts';
import { refuseOpen } from './refuse-open.ts';
import { revisionLines } from './revision-lines.ts';
import { saidWords } from './said-words.ts';

const byteOrderMark = '\ufeff';

/** `sop revise ID`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const { record, cause } = await openRecord(context, library);
	if (record === undefined)
		throw unknownPast(cause, 'What is in force, and which numbers were used, is in git alone.');
	if (record.history.partial !== null)
		throw unknownPast(
			record.history.partial,
			'A number that was used already must not be used again, and only a whole clone has them all: git fetch --unshallow completes a shallow one.',
		);
	const { committed: revised, read } = await findCommitted(context, record, context.arguments[0] ?? '');
	const { id, file } = revised;
	const trail = findTrail(record.history, id);
	const [known] = await documentStates(record, [trail.key], undefined, true);
	if (known === undefined) throw new Error('a document with a trail has a state');
	refuseOpen(revised, known.state);
	const today = dayIn(context.io.now(), record.policy.zone);
	const used = usedNumbers(trail, read.value);
	const path = join(library.root.path, file);
	if (context.has('commit')) await requireRoomToCommit(library.root.path, context.io.environment);
	const next: NextVersion = {
		version: chooseNumber(context, id, used),
		effective: effectiveDay(context, today, read.value, revised.version),
		affects: affected(context, record),
		retrain: context.has('retrain') ? context.text('retrain') === 'yes' : undefined,
		date: today,
		...(await saidWords(context, library)),
	};
	const opened = openVersion(read.text, next);
	if (opened.text === undefined)
		throw new CommandError(`${inertText(file)} was left as it is: ${opened.whyNot}`, {
			help: `Write it by hand: version: "${next.version}" at the top, a row for ${next.version} first in section 14, and no effective day of the old version.`,
		});
	for (const line of revisionLines({
		revised,
		next,
		used,
		state: known.state,
		policy: record.policy,
		was: statedDay(read.value),
	}))
		context.say(line);
	const mark = startsWithMark(context, path) ? byteOrderMark : '';
	context.write(path, mark + opened.text);
	context.print(`${inertText(shownPath(context, path))}\n`);
	await commitOrSay(context, library.root.path, file, `Open version ${next.version} of ${id}`);
	context.say(`Next: change the text, then sop lint, and sop diff ${id} to read what changed`);
	return exitCode.clean;
}

function unknownPast(cause: string, help: string): CommandError {
	return new CommandError(`The next version cannot be told: ${cause}`, {
		help,
		exitCode: exitCode.unfinished,
	});
}

/** The documents that must follow, by their own ids; a usage error for one that there is not. */
function affected(context: CommandContext, { history }: OpenRecord): readonly string[] {
	return context.all('affects').map((asked) => {
		const found = history.ids.find((id) => id.toLowerCase() === asked.toLowerCase());
		if (found !== undefined) return found;
		const near = nearest(asked, history.ids);
		throw new CommandError(
			`--affects names ${JSON.stringify(asked)}, and no commit holds a document of that id`,
			{
				help: near === undefined ? 'sop list shows all documents.' : `Did you mean ${near}?`,
			},
		);
	});
}

function startsWithMark(context: CommandContext, path: string): boolean {
	const read = context.io.files.read(path);
	return (
		read.ok &&
		new TextDecoder('utf-8', { ignoreBOM: true }).decode(read.bytes.subarray(0, 3)) === byteOrderMark
	);
}
