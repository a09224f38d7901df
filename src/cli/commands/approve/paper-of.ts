import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { savedText } from '../../../git/saved-text.ts';
import { isInside, toLibraryPath } from '../../../library/find-files.ts';
import { isCalendarDay } from '../../../model/calendar-day.ts';
import type { Paper } from '../../../model/documents.generated.ts';
import { inertText } from '../../../report/inert-text.ts';
import { commitLine } from '../../../scaffold/shell-text.ts';
import type { CommandContext } from '../../command-context.ts';
import type { Acting } from '../../records/open-acting.ts';
import { personOfGit } from '../../records/person-for.ts';

/** Nobody who could be asked has signed before. */
const firstPaper = '1900-01-01';

/**
 * The scan that `--on-paper` names, with its hash and the day that stands on it; undefined without the flag. A usage error
 * where the library was not adopted after that day: what is signed since then is signed here.
 */
export async function paperOf(
	context: CommandContext,
	{ library, record }: Acting,
): Promise<Paper | undefined> {
	const written = context.text('onPaper');
	const date = context.text('date');
	if (written === undefined) {
		if (date === undefined) return undefined;
		throw new CommandError('--date goes with --on-paper: what is signed here is of today', {
			help: 'The clock says when a record is made; no flag sets it.',
		});
	}
	const { adopted } = record.policy;
	if (date === undefined || !isCalendarDay(date))
		throw new CommandError('--on-paper needs the day that stands on the paper', {
			help: 'Give it: --date 2019-05-02.',
		});
	if (date < firstPaper)
		throw new CommandError(
			`The paper would be of the year ${Number(date.slice(0, 4))}: that is a typing error`,
			{
				help: `--date ${date} is the day that stands on the paper, YYYY-MM-DD.`,
			},
		);
	if (adopted === undefined || date >= adopted)
		throw new CommandError(
			adopted === undefined
				? 'This library was not adopted from paper, so no signature on paper counts'
				: `The library was adopted on ${adopted}: what was signed from then on is signed here, not on paper`,
			{ help: 'adopted: in the config names the first day of this library.' },
		);
	if (context.text('person') === undefined)
		throw new CommandError('Who signed the paper has to be named: --person ID', {
			help: 'You are named beside as who put it on record.',
		});
	const root = library.root.path;
	const path = resolve(context.folder, written);
	const { files } = context.io;
	const real = files.realPath(path);
	if (!isInside(root, path) || (real !== null && !isInside(root, real)))
		throw new CommandError(`The scan ${inertText(written)} lies outside the library`, {
			help: 'Put it into the library, such as into attachments/, and commit it with the record.',
		});
	const file = toLibraryPath(root, path);
	const read = files.read(join(root, file));
	if (!read.ok)
		throw new CommandError(`The scan ${inertText(written)} cannot be read (${read.code})`, {
			help: 'Mend the path.',
		});
	const { state } = await savedText(record.git, record.history.prefix + file);
	if (state !== 'saved')
		throw new CommandError(
			`The scan ${inertText(written)} is not committed${state === 'changed' ? ' as it lies here' : ''}`,
			{
				help: `Nobody else would have it. Commit it first: ${inertText(commitLine([written], `Add ${file}`))}`,
			},
		);
	const sha256 = createHash('sha256').update(read.bytes).digest('hex');
	const { id } = await personOfGit(context, library);
	return { file, sha256, date, recorded_by: id };
}
