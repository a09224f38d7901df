import { join } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { knownRecords } from '../../../library/records/known-records.ts';
import { digestOf } from '../../../model/digest.ts';
import type { WithdrawalRecord } from '../../../model/documents.generated.ts';
import type { KnownRecord } from '../../../model/record/known-record.ts';
import { recordKindOf } from '../../../model/record/record-kind.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { libraryPath } from '../../records/library-path.ts';
import type { Acting } from '../../records/open-acting.ts';

/** The kinds of records that can be withdrawn. */
export type WithdrawnKind = 'approvals' | 'reviews' | 'withdrawals' | 'exceptions' | 'training';

/** What each is called. */
export const nameOf: Readonly<Record<WithdrawnKind, string>> = {
	approvals: 'approval',
	reviews: 'review',
	withdrawals: 'withdrawal',
	exceptions: 'exception',
	training: 'training',
};

/** A record that `--record` names, and that the mainline shows. */
export interface RecordToWithdraw {
	readonly record: KnownRecord<WithdrawnKind>;
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
	const found = await knownRecords({
		git,
		history,
		mainline: history.mainlineUpTo(moment.position),
		upTo: moment.position,
		files: new Set([file]),
	});
	// A line that is gone is named by where it last stood, if no other stands there now.
	const record = [
		...found.approvals,
		...found.reviews,
		...found.withdrawals,
		...found.exceptions,
		...found.training,
	]
		.filter((one) => one.line === line)
		.sort((a, b) => Number(b.stands) - Number(a.stands))[0];
	const { document } = record?.value ?? {};
	if (record === undefined || document === undefined || (id !== undefined && document !== id))
		throw noRecord(context, acting, { file, shown, id, what: whatOf(file) });
	return {
		record,
		document,
		shown,
		named:
			line === undefined ? { record: file } : { record: file, line, line_digest: digestOf(record.value) },
	};
}

/** What a path leads to: an approval, unless it lies where others do. */
function whatOf(file: string): string {
	const kind = recordKindOf(file);
	return kind !== undefined && kind in nameOf ? nameOf[kind as WithdrawnKind] : 'approval';
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
	const place = what === 'training' ? 'records/training/…' : `records/${what}s/${id ?? '…'}/…`;
	const names =
		what === 'training' ? 'sop train --format json names them' : `sop show ${id ?? 'ID'} --why names them`;
	return new CommandError(
		`${inertText(shown)} is no ${what}${id === undefined ? '' : ` of ${id}`} that the mainline shows`,
		{
			help: exists
				? 'Only what the mainline shows can be withdrawn. What nobody else has seen is simply taken out of git.'
				: `Give its path in the library, such as ${place}; ${names}.`,
		},
	);
}
