import { linesOf } from '../../control/approval/signature-lines.ts';
import type { WithdrawalRecord } from '../../model/documents.generated.ts';
import type { Version } from '../../model/history/version.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import type { CommandContext } from '../command-context.ts';
import { chooseRole } from './choose-role.ts';
import type { Acting } from './open-acting.ts';
import { requiredText } from './required-text.ts';
import { signingKeyFor } from './signing-key.ts';
import { type NewRecord, type WrittenRecord, writeRecord } from './write-record.ts';

/** What is to be ended, and by the text of which version that is decided. */
export interface NewWithdrawal extends Pick<NewRecord<'withdrawals'>, 'message' | 'move'> {
	readonly document: string;
	readonly version: Version;
	readonly read: ReadDocument;
	readonly digest: string;
	/** What it ends, from when on, and what belongs to it. */
	readonly ends: Pick<
		WithdrawalRecord,
		'withdraws' | 'from' | 'record' | 'line' | 'line_digest' | 'successor'
	>;
	/** What is done, as messages begin: "A withdrawal of SOP-FIN-001". */
	readonly what: string;
	/** What is asked where no reason is given. */
	readonly question: string;
}

/** Writes a withdrawal: one signature by a role of section 15 of the version, with the reason. */
export async function writeWithdrawal(
	context: CommandContext,
	acting: Acting,
	{ document, version, read, digest, ends, what, question, message, move }: NewWithdrawal,
): Promise<WrittenRecord<'withdrawals'>> {
	const { library, person, envelope } = acting;
	const reason = await requiredText(context, 'reason', question);
	const roles = linesOf(read.value).map(({ role }) => role);
	const { role } = chooseRole(acting, roles, context.text('as'), what);
	const key = await signingKeyFor(context, library, person);
	return writeRecord(context, library, {
		kind: 'withdrawals',
		value: {
			...envelope,
			document,
			version: version.version,
			digest,
			person: person.id,
			role,
			meaning: 'withdrawal',
			reason,
			...ends,
		},
		person,
		key,
		judgedBy: acting.record,
		...(move === undefined ? {} : { move }),
		...(message === undefined ? {} : { message }),
	});
}
