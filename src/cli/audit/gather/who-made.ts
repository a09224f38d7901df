import type { AuditInput } from '../../../audit/audit-input.ts';
import { authorityOver } from '../../../control/approval/authority.ts';
import { onceFor } from '../../../model/once-for.ts';
import type { KnownRecord, KnownRecords } from '../../../model/record/known-record.ts';
import { recordKinds } from '../../../model/record/record-kind.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { signersOf } from '../../history/signers-of.ts';

/** Who made each record, by the register that stood before the mainline showed it. */
export async function whoMade(record: OpenRecord, records: KnownRecords): Promise<AuditInput['whoSigned']> {
	const signed = await signersOf(
		record,
		recordKinds.flatMap((kind): readonly KnownRecord[] => records[kind]),
	);
	return onceFor((one: KnownRecord) => {
		const { authority, founding } = authorityOver(record.authorityAt, one.position);
		return signed(one, authority, founding);
	});
}
