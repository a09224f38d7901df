import { join } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { knownRecords } from '../../../library/records/known-records.ts';
import { digestOf } from '../../../model/digest.ts';
import type { WithdrawalRecord } from '../../../model/documents.generated.ts';
import { normal, type Version } from '../../../model/history/version.ts';
import type { KnownRecord } from '../../../model/record/known-record.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { exitCode } from '../../exit-code.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import { libraryPath } from '../../records/library-path.ts';
import type { Acting } from '../../records/open-acting.ts';

/** A record that `--record` names, and that the mainline shows. */
export interface RecordToWithdraw {
	readonly record: KnownRecord<'approvals' | 'training'>;
	/** The document that it is about. */
	readonly document: string;
	/** As it was named: `records/training/ann/2026.jsonl:3`. */
	readonly shown: string;
	/** How a withdrawal names it. */
	readonly named: Pick<WithdrawalRecord, 'record' | 'line' | 'line_digest'>;
}

/** Finds the record that `--record` names; undefined without it. Refuses what is none of the document that is asked for. */
export async function recordToWithdraw(
	context: CommandContext,
	acting: Acting,
	id: string | undefined,
): Promise<RecordToWithdraw | undefined> {
	const written = context.text('record');
	if (written === undefined) return undefined;
	const [, before = written, digits] = /^(.*\.jsonl):([0-9]{1,9})$/s.exec(written) ?? [];
	const file = libraryPath(context, acting.library, before);
	const line = digits === undefined ? undefined : Number(digits);
	const shown = line === undefined ? file : `${file}:${line}`;
	const isLine = file.endsWith('.jsonl');
	if (isLine && line === undefined) {
		throw new CommandError(`${inertText(file)} holds a record in each line: name one`, {
			help: `Put its number behind the path, counted from 1: --record ${inertText(file)}:3`,
		});
	}
	const { git, history, moment } = acting.record;
	const { approvals, training } = await knownRecords({
		git,
		history,
		mainline: history.mainlineUpTo(moment.position),
		upTo: moment.position,
		kinds: ['approvals', 'training'],
		files: new Set([file]),
	});
	// A line that is gone is named by where it last stood, if no other stands there now.
	const record = [...approvals, ...training]
		.filter((one) => one.line === line)
		.sort((a, b) => Number(b.stands) - Number(a.stands))[0];
	const { document } = record?.value ?? {};
	if (record === undefined || document === undefined || (id !== undefined && document !== id))
		throw noRecord(context, acting, { file, shown, id, what: isLine ? 'training' : 'approval' });
	return {
		record,
		document,
		shown,
		named:
			line === undefined ? { record: file } : { record: file, line, line_digest: digestOf(record.value) },
	};
}

/** The version whose section 15 says who may withdraw a record. Refuses where it does not count anyhow. */
export function versionOfRecord({ record, shown }: RecordToWithdraw, { state }: KnownDocument): Version {
	const { version, digest } = record.value;
	const subject = state.timeline.versions.find(
		(one) => one.digest === digest && normal(one.version) === normal(String(version)),
	);
	const why = record.kind === 'training' ? whyNoTraining(record, state) : whyNoSignature(record, state);
	if (subject !== undefined && why === undefined) return subject;
	throw new CommandError(
		`${inertText(shown)} ${inertText(why ?? 'does not count: no version that was signed has its digest')}`,
		{ help: 'Nothing is left to withdraw.', exitCode: exitCode.findings },
	);
}

function whyNoSignature({ file }: KnownRecord, { approvals }: KnownDocument['state']): string | undefined {
	const judged = [...(approvals?.completions.values() ?? [])]
		.flatMap(({ signatures }) => signatures)
		.find(({ record }) => record.file === file);
	if (judged === undefined) return 'does not count: no version that was signed has its digest';
	if (judged.withdrawn !== null) return `was withdrawn by ${judged.withdrawn.file}`;
	return judged.cause === null ? undefined : `does not count: ${judged.cause}`;
}

function whyNoTraining({ value }: KnownRecord, { approvals }: KnownDocument['state']): string | undefined {
	const digest = digestOf(value);
	const by = approvals?.judgedWithdrawals.find(
		({ cause, record }) => cause === null && record.value.line_digest === digest,
	);
	return by === undefined ? undefined : `was withdrawn by ${by.record.file}`;
}

function noRecord(
	context: CommandContext,
	{ library }: Acting,
	asked: {
		readonly file: string;
		readonly shown: string;
		readonly id?: string | undefined;
		readonly what: string;
	},
): CommandError {
	const { file, shown, id, what } = asked;
	const exists =
		file.startsWith('records/') && context.io.files.facts(join(library.root.path, file)) !== null;
	const place = what === 'training' ? 'records/training/…' : `records/approvals/${id ?? '…'}/…`;
	const names =
		what === 'training' ? 'sop train --format json names them' : `sop show ${id ?? 'ID'} --why names them`;
	return new CommandError(
		`${inertText(shown)} is no ${what}${id === undefined ? '' : ` of ${id}`} that the mainline shows`,
		{
			help: exists
				? 'Only what the mainline shows can be withdrawn, and only an approval or a training. What nobody else has seen is simply taken out of git.'
				: `Give its path in the library, such as ${place}; ${names}.`,
		},
	);
}
