import type { AuthorityAt } from '../../control/approval/authority.ts';
import type { ApprovalsInput } from '../../control/approval/document-approvals.ts';
import type { WhoSignedRecord } from '../../control/approval/judged-signature.ts';
import { knownRecords } from '../../library/records/known-records.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import type { RecordKind } from '../../model/record/record-kind.ts';
import type { OpenRecord } from './open-record.ts';
import { signersOf } from './signers-of.ts';
import { whyUncertain } from './why-uncertain.ts';

/** The records that decide status, and what they are judged by. */
export interface RecordControl {
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: WhoSignedRecord;
	readonly approvalsOf: (id: string) => readonly KnownRecord<'approvals'>[];
	readonly withdrawalsOf: (id: string) => readonly KnownRecord<'withdrawals'>[];
	/** The trainings that lie in files of which a withdrawal names a line. */
	readonly trainingsOf: (id: string) => readonly KnownRecord<'training'>[];
	/** The reviews and exceptions that withdrawals name. */
	readonly namedOf: (id: string) => readonly KnownRecord<'reviews' | 'exceptions'>[];
	/** All of them, those of documents that never stood on the mainline included where many were asked for. */
	readonly all: readonly KnownRecord<'approvals' | 'withdrawals'>[];
	/** Why some records cannot be told, as a cause; null where all of them could be read. */
	readonly unseen: string | null;
	/** Why nobody can tell whether any record counts: history is cut off. Undefined where it is not. */
	readonly uncertain: string | undefined;
	/** The first position of the mainline that showed one of those; undefined where all are here. */
	readonly unseenFrom: number | undefined;
}

/**
 * Opens the control of a library at the moment of a record, for some documents; undefined where none was ever asked to
 * be approved and nothing was withdrawn.
 */
export async function recordControl(
	record: OpenRecord,
	ids: readonly string[],
): Promise<RecordControl | undefined> {
	const { git, history, moment } = record;
	const hasRecords = history.files.some((file) => /^records\/(?:approvals|withdrawals)\//.test(file));
	if (!hasRecords && !record.everNeeded(moment.position)) return undefined;
	const mainline = history.mainlineUpTo(moment.position);
	const shown = { git, history, mainline, upTo: moment.position };
	const records = await knownRecords({
		...shown,
		kinds: ['approvals', 'withdrawals'],
		documents: ids.length > fewDocuments ? undefined : ids,
	});
	const files = new Set(
		records.withdrawals.flatMap(({ value: { record: path = '' } }) =>
			/^records\/(?:training|reviews|exceptions)\//.test(path) ? [path] : [],
		),
	);
	const named =
		files.size === 0
			? undefined
			: await knownRecords({ ...shown, kinds: ['training', 'reviews', 'exceptions'], files });
	const all = [...records.approvals, ...records.withdrawals];
	return {
		authorityAt: record.authorityAt,
		whoSigned: await signersOf(record, all),
		all,
		approvalsOf: byDocument(records.approvals),
		withdrawalsOf: byDocument(records.withdrawals),
		trainingsOf: byDocument(named?.training ?? []),
		namedOf: byDocument([...(named?.reviews ?? []), ...(named?.exceptions ?? [])]),
		uncertain: whyUncertain(record),
		unseen:
			records.missing.length === 0 ? null : `${records.missing.length} records are not in this repository`,
		unseenFrom: records.missingFrom,
	};
}

/** For so many documents it is quicker to look for each of them in each record than to read all records. */
const fewDocuments = 20;

function byDocument<Kind extends Exclude<RecordKind, 'runs'>>(
	records: readonly KnownRecord<Kind>[],
): (id: string) => readonly KnownRecord<Kind>[] {
	const found = new Map<string, KnownRecord<Kind>[]>();
	for (const one of records) {
		const id = one.value.document ?? '';
		const same = found.get(id);
		if (same === undefined) found.set(id, [one]);
		else same.push(one);
	}
	return (id) => found.get(id) ?? [];
}

/** What approvals of one document are judged by, but for its own texts. */
export type ControlInput = Omit<ApprovalsInput, 'entries' | 'factsOf' | 'signerOf' | 'governing'>;

/** What the approvals of a document are judged by. */
export function controlOf(
	control: RecordControl,
	id: string,
	timeAt: (position: number) => number,
): ControlInput {
	return {
		approvals: control.approvalsOf(id),
		withdrawals: control.withdrawalsOf(id),
		trainings: control.trainingsOf(id),
		named: control.namedOf(id),
		authorityAt: control.authorityAt,
		whoSigned: control.whoSigned,
		timeAt,
		unseen: control.uncertain,
	};
}
