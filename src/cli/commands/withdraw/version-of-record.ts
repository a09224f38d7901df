import { mayCount } from '../../../control/may-count.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { digestOf } from '../../../model/digest.ts';
import { normal, type Version } from '../../../model/history/version.ts';
import type { KnownRecord } from '../../../model/record/known-record.ts';
import { shellWord } from '../../../model/shell-word.ts';
import { inertText } from '../../../report/inert-text.ts';
import { exitCode } from '../../exit-code.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import { knownExceptions } from '../../history/known-exceptions.ts';
import { governing } from '../../records/governing-version.ts';
import type { Acting } from '../../records/open-acting.ts';
import { nameOf, type RecordToWithdraw, type WithdrawnKind } from './record-to-withdraw.ts';

/**
 * The version whose section 15 says who may withdraw a record: the one that it is of, or of what is of none the one in force,
 * else the last that was complete, or that stood. Refuses where the record is withdrawn, or counts and is never undone.
 */
export async function versionOfRecord(
	ended: RecordToWithdraw,
	known: KnownDocument,
	acting: Acting,
): Promise<Version> {
	const { record, shown } = ended;
	const { state } = known;
	const by = withdrawnBy(record, state);
	const refuse = (message: string, help: string) =>
		new CommandError(`${inertText(shown)} ${inertText(message)}`, { help, exitCode: exitCode.findings });
	if (by !== undefined) throw refuse(`was withdrawn by ${by}`, 'Nothing is left to withdraw.');
	if (await isCounting(ended, known, acting)) {
		const follows = whatFollows(record.kind, known.id, record.file);
		if (follows !== undefined)
			throw refuse(`is ${article(record.kind)} that counts, and is not withdrawn`, follows);
	}
	const { version, digest } = record.value;
	const { versions } = state.timeline;
	const subject =
		versions.find((one) => one.digest === digest && normal(one.version) === normal(String(version ?? ''))) ??
		(record.kind === 'training' ? undefined : (governing(state) ?? versions.at(-1)));
	if (subject !== undefined) return subject;
	throw refuse('does not count: no version that was signed has its digest', 'Nothing is left to withdraw.');
}

/** What follows a record that counts instead of a withdrawal; undefined where a withdrawal does. */
function whatFollows(kind: WithdrawnKind, id: string, file: string): string | undefined {
	switch (kind) {
		case 'reviews':
			return `The last review says when the next is due: sop review ${id} records another.`;
		case 'exceptions':
			return `Another takes its place: sop except ${id} --replaces ${inertText(shellWord(file))}`;
		case 'withdrawals':
			return `What it ends never comes back: sop revise ${id} opens the next version.`;
		default:
			return undefined;
	}
}

function article(kind: WithdrawnKind): string {
	return `${/^[aeiou]/.test(nameOf[kind]) ? 'an' : 'a'} ${nameOf[kind]}`;
}

/** Whether a review, an exception or a withdrawal counts, or may for all that can be told. */
async function isCounting(
	{ record: { kind, file, value } }: RecordToWithdraw,
	known: KnownDocument,
	{ record }: Acting,
): Promise<boolean> {
	const { reviews, approvals } = known.state;
	// One that is about what never counted ends nothing, and can be taken back.
	const isOfVoid = 'record' in value && !/^records\/(?:approvals|training)\//.test(value.record ?? '');
	const judged = {
		approvals: [],
		training: [],
		reviews,
		withdrawals: isOfVoid ? [] : (approvals?.judgedWithdrawals ?? []),
		exceptions: kind === 'exceptions' ? (await knownExceptions(record, [known])).exceptions : [],
	}[kind];
	const one = judged.find((found) => found.record.file === file);
	return one !== undefined && mayCount(one);
}

/** What withdrew a record already. */
function withdrawnBy(
	{ kind, file, value }: KnownRecord<WithdrawnKind>,
	{ approvals }: KnownDocument['state'],
): string | undefined {
	const { judgedWithdrawals = [], completions, takenBack } = approvals ?? {};
	const signature = [...(completions?.values() ?? [])]
		.flatMap(({ signatures }) => signatures)
		.find(({ record }) => record.file === file);
	if (signature !== undefined && signature.withdrawn !== null) return signature.withdrawn.file;
	const digest = kind === 'training' ? digestOf(value) : undefined;
	return judgedWithdrawals.find(
		({ cause, record }) =>
			cause === null &&
			!takenBack?.has(record.file) &&
			(kind === 'training' ? record.value.line_digest === digest : record.value.record === file),
	)?.record.file;
}
