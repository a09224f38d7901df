import { CommandError } from '../../../diagnostics/command-error.ts';
import { readTexts } from '../../../library/history/read-texts.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { dayNumber } from '../../../model/calendar-day.ts';
import type { Classification } from '../../../model/classification.ts';
import type { ComparedContent } from '../../../model/diff/document-diff.ts';
import { digestOf } from '../../../model/digest.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { isVersion } from '../../../model/version-number.ts';
import { dayAt, endOfDay } from '../../../model/zone.ts';
import { shortRef } from '../../../report/short-ref.ts';
import type { CommandContext } from '../../command-context.ts';
import { documentStates } from '../../history/document-states.ts';
import { findTrail } from '../../history/find-trail.ts';
import { type OpenRecord, openRecord } from '../../history/open-record.ts';
import { chooseVersion } from '../show/choose-version.ts';
import { findDocument } from '../show/find-document.ts';
import { parseReference } from '../show/parse-reference.ts';
import { versionIn } from '../show/show-work.ts';

/** One of two contents to compare: what it is called, and its text; null where the document did not stand there. */
export interface Side {
	readonly label: string;
	readonly read: ReadDocument | null;
}

/** What is to be compared, by id. */
export interface Sides {
	readonly sides: readonly { readonly id: string; readonly from: Side; readonly to: Side }[];
	/** The class of contents that state none. */
	readonly usual: Classification | undefined;
}

/** The two contents that `sop diff ID [FROM] [TO]` names. */
export async function sidesOf(
	context: CommandContext,
	library: OpenLibrary,
	[written = '', from, to]: readonly string[],
): Promise<Sides> {
	// `SOP-FIN-101@2.0` names the version to begin with.
	const asked = parseReference(written);
	const first =
		asked.version === undefined
			? from
			: `${asked.version}${asked.digest === undefined ? '' : `~${asked.digest}`}`;
	const second = asked.version === undefined ? to : from;
	const { record, cause } = await openRecord(context, library);
	if (record === undefined) {
		throw new CommandError(`Old texts of ${asked.id} cannot be read: ${cause}`, {
			help: 'sop diff compares what git holds.',
			exitCode: 3,
		});
	}
	const { key } = findTrail(record.history, asked.id);
	const sides = {
		id: key,
		from: await sideOf(context, record, key, first),
		to: await sideOf(context, record, key, second ?? 'work'),
	};
	return { sides: [sides], usual: record.policy.classification };
}

async function sideOf(
	context: CommandContext,
	record: OpenRecord,
	id: string,
	written: string | undefined,
): Promise<Side> {
	if (written === 'work') {
		const found = await findDocument(context, id).catch((error: unknown) => {
			if (error instanceof CommandError) return null;
			throw error;
		});
		const others = found?.others ?? [];
		// Where texts may be withheld, so may be their places.
		if (context.has('maxClassification') && others.length > 0)
			context.say(`${others.length + 1} files bear the id ${id}.`);
		else
			for (const other of others)
				context.say(`${other} also has the id ${id}. Compared is ${found?.read.file}.`);
		return { label: 'the file here', read: found?.read ?? null };
	}
	if (written !== undefined && dayNumber(written) !== undefined) return sideOnDay(record, id, written);
	const request = parseReference(`${id}@${written ?? ''}`);
	if (written === undefined || isVersion(request.version ?? '')) {
		const [known] = await documentStates(record, [id], undefined, true);
		const state = known?.state;
		const version = state && (written === undefined ? state.inForce : chooseVersion(id, request, state));
		if (version === undefined) {
			throw new CommandError(
				`${id} has no version in force to compare with${state?.notEvaluated ? `: not evaluated: ${state.notEvaluated}` : ''}`,
				{ help: `Name two: sop diff ${id} HEAD work` },
			);
		}
		const label = written === undefined ? 'in force' : shortRef(record.history.ref?.ref ?? 'mainline');
		return { label, read: await textOf(record, version.path, version.blob) };
	}
	return { label: written, read: await textAtCommit(record, id, written) };
}

/** What was in force at the end of a day, as known now. */
async function sideOnDay(record: OpenRecord, id: string, day: string): Promise<Side> {
	const { zone } = record.policy;
	const { mainline } = record.history;
	const now = record.moment.on;
	const on = day === dayAt(now, zone) ? now : endOfDay(day, zone);
	const moment = { ...record.moment, on: on ?? now, onText: day, isNow: false };
	const [known] = await documentStates({ ...record, moment }, [id], undefined, true);
	const version = known?.state.inForce;
	if (on === undefined || version === undefined) {
		const begin = mainline.at(record.history.begin)?.time;
		const cause = known?.state.notEvaluated;
		throw new CommandError(
			`${id} has no version in force on ${day}${cause ? `: not evaluated: ${cause}` : ''}`,
			{
				help: `sop history ${id} lists its versions${begin === undefined ? '' : `; the record begins on ${dayAt(begin, zone)}`}.`,
			},
		);
	}
	return {
		label: `in force on ${day}`,
		read: await textOf(record, version.path, version.blob),
	};
}

/** The text that bears the id in a commit, on whatever path it ever stood. */
async function textAtCommit(record: OpenRecord, id: string, ref: string): Promise<ReadDocument | null> {
	const { git, history } = record;
	const commit = (
		await git
			.text(['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`])
			.catch(() => '')
	).trim();
	if (commit === '') {
		throw new CommandError(`${JSON.stringify(ref)} is neither a version of ${id}, a day nor a commit`, {
			help: `sop history ${id} lists its versions and commits.`,
		});
	}
	const trail = findTrail(history, id);
	const blobs = new Set(
		trail.entries.flatMap(({ before, after }) => [...before, ...after].map(({ blob }) => blob)),
	);
	const paths = new Set(
		trail.entries.flatMap(({ before, after }) => [...before, ...after].map(({ path }) => path)),
	);
	const listed = await git.text(['ls-tree', '-z', '--full-tree', commit, '--', ...paths]);
	for (const line of listed.split('\0')) {
		const [, blob = '', path = ''] = /^\d+ blob (\S+)\t(.*)$/s.exec(line) ?? [];
		// Another document may have stood there then.
		if (blobs.has(blob)) return textOf(record, path, blob);
	}
	return null;
}

async function textOf({ git, history }: OpenRecord, path: string, blob: string): Promise<ReadDocument> {
	const file = path.slice(history.prefix.length);
	for await (const { read } of readTexts(git, [{ file, blob }], history.state.filtered)) return read;
	throw new CommandError(`The text of ${path} is not in this repository`, {
		help: 'It was left out when the repository was cloned.',
		exitCode: 3,
	});
}

/** How a content is told from the other in the answer. */
export function comparedContent({ label, read }: Side): ComparedContent | null {
	return read === null || read.value === undefined
		? null
		: { label, version: versionIn(read.value), digest: digestOf(read.value) };
}
