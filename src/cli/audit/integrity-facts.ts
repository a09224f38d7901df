import type { AuditInput } from '../../audit/audit-input.ts';
import type { Integrity } from '../../audit/integrity.ts';
import { checkObjects } from '../../git/check-objects.ts';
import type { Basis } from '../../packet/basis.ts';
import type { OpenRecord } from '../history/open-record.ts';

/** What is found of the repository as a whole. */
export async function integrityFacts(
	{ git, history }: OpenRecord,
	{ mainline, positions }: AuditInput,
	previous: Basis['previous'],
): Promise<Integrity> {
	const head = mainline.at(positions.known)?.id ?? '';
	const { filtered, shallow } = history.state;
	return {
		objectFormat: head.length === 64 ? 'sha256' : 'sha1',
		head,
		begin: mainline.at(history.begin)?.id ?? null,
		isShallow: shallow,
		isPartial: filtered,
		fsck: filtered
			? { ran: false, why: 'in a partial clone git would fetch what it does not have' }
			: { ran: true, problems: await checkObjects(git) },
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
