import { join } from 'node:path';
import { CommandError } from '../../diagnostics/command-error.ts';
import { requireRoomToCommit } from '../../git/can-commit.ts';
import { commitFiles } from '../../git/commit-files.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import type { RecordKind, RecordValues } from '../../model/record/record-kind.ts';
import { sshFingerprint } from '../../model/signature/public-key-line.ts';
import { inertText } from '../../report/inert-text.ts';
import { commitLine } from '../../scaffold/shell-text.ts';
import { recordProblem } from '../../schema/check-record.ts';
import type { CommandContext } from '../command-context.ts';
import type { OpenRecord } from '../history/open-record.ts';
import { shownPath } from '../write-files.ts';
import type { ChosenKey } from './chosen-key.ts';
import { moveFile, refuseTaken } from './move-file.ts';
import type { KnownPerson } from './person-for.ts';
import { recordInWords } from './record-in-words.ts';
import { placeFor, putDown } from './record-place.ts';
import { recordText } from './record-text.ts';
import { signRecord } from './sign-record.ts';
import { refuseUnsigned, refuseUseless } from './worth-of-signature.ts';

/** The flag that has a record committed, for every command that writes one. */
export const commitFlag = { flags: '--commit', summary: 'commit exactly what is written' } as const;

/** A record to write. */
export interface NewRecord<Kind extends RecordKind = RecordKind> {
	readonly kind: Kind;
	/** All of it but the signature. */
	readonly value: RecordValues[Kind];
	readonly person: KnownPerson;
	/** What to sign it with, as `signingKeyFor` gives it. */
	readonly key?: ChosenKey | undefined;
	/** What the mainline shows now, by which it is judged whether the record can count; left out, nobody asks. */
	readonly judgedBy?: OpenRecord;
	/** Write one more where one of this name stands: an approval after its first record was withdrawn. */
	readonly again?: boolean;
	/** A file of the library that goes with the record to another place, each relative to the library with `/`. */
	readonly move?: { readonly from: string; readonly to: string };
	/** The message of the commit where it is not the record in words. */
	readonly message?: string;
}

/** A record that was written. */
export interface WrittenRecord<Kind extends RecordKind = RecordKind> {
	/** Relative to the library, with `/`. */
	readonly file: string;
	readonly value: RecordValues[Kind];
	/** The short name of the commit; undefined without `--commit`. */
	readonly commit: string | undefined;
	/** Whether it may turn out not to count, by what is known of its signature. */
	readonly mayNotCount: boolean;
}

/** What a record does, said so that it holds where the record may turn out not to count too. */
export function ifItCounts({ mayNotCount }: Pick<WrittenRecord, 'mayNotCount'>, effect: string): string {
	return mayNotCount ? `If the record counts: ${effect}` : effect;
}

/**
 * Writes a record: shows it, signs it where a key is given, refuses one that is known not to count, writes it whole or
 * not at all, and with `--commit` makes one commit of nothing else; without, it ends with the line of git to type.
 * Nothing that stands is written over: a line of a `.jsonl` file comes after what was there.
 */
export async function writeRecord<Kind extends RecordKind>(
	context: CommandContext,
	library: OpenLibrary,
	record: NewRecord<Kind>,
): Promise<WrittenRecord<Kind>> {
	const message = record.message ?? recordInWords(record.kind, record.value);
	const [written] = await writeRecords(context, library, [record], message);
	if (written === undefined) throw new Error('A record that was written is not there');
	return written;
}

/** Writes several records of one kind as `writeRecord` does, with `--commit` all of them in one commit. */
export async function writeRecords<Kind extends RecordKind>(
	context: CommandContext,
	library: OpenLibrary,
	records: readonly NewRecord<Kind>[],
	message: string,
): Promise<readonly WrittenRecord<Kind>[]> {
	for (const { kind, value } of records) {
		const problem = recordProblem(kind, value);
		if (problem !== undefined) throw new CommandError(`The record would not be valid: ${inertText(problem)}`);
	}
	const commits = context.has('commit');
	if (commits) await requireRoom(context, library);
	const places = records.map((record) => placeFor(context, library, record));
	const files = [...new Set(places.map(({ file }) => file))];
	const moves = records.flatMap(({ move }) => move ?? []);
	for (const { to } of moves) refuseTaken(context, library, to);
	const doubtful = await doubtfulOf(context, library, records);
	for (const { kind, value } of records) {
		context.say(`${recordInWords(kind, value)}:`);
		context.say(
			recordText(kind, value)
				.replace(/^(?=.)/gm, '  ')
				.trimEnd(),
		);
	}
	const whole: RecordValues[Kind][] = [];
	for (const record of records) {
		const { value, mayNotCount } = await signed(context, record);
		whole.push(value);
		if (mayNotCount) doubtful.add(record);
	}
	context.say('Writing:');
	for (const file of files)
		context.print(`${inertText(shownPath(context, join(library.root.path, file)))}\n`);
	const [first] = records;
	for (const [index, file] of files.entries()) {
		const place = places.find((one) => one.file === file);
		const values = whole.filter((_, at) => places[at]?.file === file);
		if (place !== undefined && first !== undefined)
			putDown(context, library, first.kind, values, place, files.slice(0, index));
	}
	for (const move of moves) moveFile(context, library, move);
	const touched = [...files, ...moves.flatMap(({ from, to }) => [from, to])];
	const commit = commits
		? await commitFiles(library.root.path, touched, inertText(message), context.io.environment)
		: undefined;
	sayWhatNext(context, library, touched, message, { commit, mayNotCount: doubtful.size > 0 });
	return records.map((record, index) => ({
		file: places[index]?.file ?? '',
		value: whole[index] ?? record.value,
		commit,
		mayNotCount: doubtful.has(record),
	}));
}

async function requireRoom(context: CommandContext, library: OpenLibrary): Promise<void> {
	if (library.root.repository === undefined) {
		throw new CommandError('There is no git repository to commit to; nothing was written', {
			help: 'Make one: git init. A record counts once a commit of the mainline shows it.',
		});
	}
	await requireRoomToCommit(library.root.path, context.io.environment);
}

/** Those of some records that bear no signature and may turn out not to count. Refuses where that is known of one. */
async function doubtfulOf<Kind extends RecordKind>(
	context: CommandContext,
	library: OpenLibrary,
	records: readonly NewRecord<Kind>[],
): Promise<Set<NewRecord<Kind>>> {
	const doubtful = new Set<NewRecord<Kind>>();
	for (const record of records) {
		const { key, judgedBy } = record;
		if (key !== undefined || judgedBy === undefined) continue;
		if (await refuseUnsigned(context, library, { ...record, judgedBy })) doubtful.add(record);
	}
	return doubtful;
}

/** A record, signed where a key is given, and whether its signature may turn out to prove nothing where it has to. */
async function signed<Kind extends RecordKind>(
	context: CommandContext,
	{ kind, value, key, judgedBy }: NewRecord<Kind>,
): Promise<{ readonly value: RecordValues[Kind]; readonly mayNotCount: boolean }> {
	if (key === undefined) return { value, mayNotCount: false };
	const { value: whole, publicKey } = await signRecord(context, value, key);
	const mayNotCount =
		judgedBy !== undefined && (await refuseUseless(context, { kind, value, judgedBy }, publicKey));
	context.say(`Signed with ${sshFingerprint(publicKey)}`);
	return { value: whole, mayNotCount };
}

function sayWhatNext(
	context: CommandContext,
	{ root }: OpenLibrary,
	files: readonly string[],
	message: string,
	{ commit, mayNotCount }: Pick<WrittenRecord, 'commit' | 'mayNotCount'>,
): void {
	if (commit !== undefined) context.say(`Committed as ${commit}: ${inertText(message)}`);
	else if (root.repository === undefined)
		context.say('It is in no git repository: git init makes one. A record counts once a commit shows it.');
	else {
		const line = commitLine(
			files.map((file) => shownPath(context, join(root.path, file))),
			message,
		);
		context.say(
			`${mayNotCount ? '' : 'It counts once the mainline shows it. '}To commit it:\n  ${inertText(line)}`,
		);
	}
}
