import type { AuditInput } from '../../../audit/audit-input.ts';
import type { Integrity, LostInHistory } from '../../../audit/integrity.ts';
import { checkObjects } from '../../../git/check-objects.ts';
import { lostRecords } from '../../../library/history/lost-records.ts';
import { recordKindOf } from '../../../model/record/record-kind.ts';
import type { Basis } from '../../../packet/basis.ts';
import type { OpenRecord } from '../../history/open-record.ts';

/**
 * Lets git look at all objects while the rest is worked out: it takes as long as that, in a process of its own.
 * Undefined where nobody may ask.
 */
export function objectsChecked({ git, history }: OpenRecord): Promise<readonly string[]> | undefined {
	if (history.state.filtered) return undefined;
	const checked = checkObjects(git);
	// Where the rest fails first, nobody waits for it; whoever waits hears of it.
	checked.catch(() => {});
	return checked;
}

/** What is found of the repository as a whole; `checked` is what `objectsChecked` gave. */
export async function integrityFacts(
	{ git, history }: OpenRecord,
	{ mainline, positions }: AuditInput,
	previous: Basis['previous'],
	checked: Promise<readonly string[]> | undefined,
): Promise<Integrity> {
	const head = mainline.at(positions.known)?.id ?? '';
	const { filtered, shallow } = history.state;
	return {
		objectFormat: head.length === 64 ? 'sha256' : 'sha1',
		head,
		begin: mainline.at(history.begin)?.id ?? null,
		isShallow: shallow,
		isPartial: filtered,
		lostRecords: (await lostRecords(git, history)).lost.map(
			({ file, what, entry, back }): LostInHistory => ({
				file,
				document: recordKindOf(file) === 'training' ? undefined : file.split('/')[2],
				what,
				position: entry.mainline ?? 0,
				back: back === undefined || back === 'here' ? undefined : (back.mainline ?? 0),
			}),
		),
		fsck:
			checked === undefined
				? { ran: false, why: 'in a partial clone git would fetch what it does not have' }
				: { ran: true, problems: await checked },
		predecessor:
			previous === null
				? null
				: {
						manifestSha256: previous.manifestSha256,
						head: previous.head ?? '',
						isOnChain:
							previous.head === null
								? null
								: shallow && !isOnChain(mainline, previous.head)
									? null
									: isOnChain(mainline, previous.head),
					},
	};
}

function isOnChain(mainline: AuditInput['mainline'], commit: string): boolean {
	for (let position = mainline.length - 1; position >= 0; position--)
		if (mainline.at(position)?.id === commit) return true;
	return false;
}
