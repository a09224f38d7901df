import type { DocumentSummary } from '../../../model/document-summary.ts';
import { ringsOf } from '../../../model/rings.ts';
import type { LibraryRule } from '../../rule.ts';

/** A longer ring is named by its first documents. */
const mostNamed = 8;

export const cycle: LibraryRule = {
	name: 'references/cycle',
	severity: 'error',
	summary: 'SOPs follow one another in a ring.',
	why: 'Who carries out the first one comes back to it before it is done, and can never finish.',
	remedy: 'Take one `follows` of the ring out, and put what both need into an SOP of its own.',
	points:
		'At the `follows` with which the ring begins, in the first of its documents that is looked at; one finding a ring.',
	clauses: [],
	scope: 'library',
	examples: {
		bad: example('SOP-FIN-900'),
		good: example('sign'),
	},
	*check({ documents, isReported }) {
		const sops = documents.filter((one) => one.kind === 'sop' && one.id !== undefined);
		const indexes = new Map<string, number>();
		for (const [index, { id }] of sops.entries())
			if (id !== undefined && !indexes.has(id)) indexes.set(id, index);
		const followed = sops.map((sop) => follows(sop).flatMap(({ id }) => indexes.get(id) ?? []));
		for (const ring of ringsOf(followed, (index) => isReported(sops[index]?.file ?? ''))) {
			const members = ring.flatMap((index) => sops[index] ?? []);
			const [first, next] = [members[0], members[1] ?? members[0]];
			if (first === undefined) continue;
			const path = follows(first).find(({ id }) => id === next?.id)?.path ?? [];
			yield { file: first.file, place: { path }, message: messageOf(members.map(({ id }) => id ?? '')) };
		}
	},
};

function follows(sop: DocumentSummary) {
	return sop.references.filter(({ how }) => how === 'follows');
}

function messageOf(ids: readonly string[]): string {
	const [first = ''] = ids;
	if (ids.length === 1) return `${first} follows itself`;
	const [, ...others] = ids.slice(0, mostNamed);
	const left = ids.length - mostNamed;
	const more = left > 0 ? [`${left} more`] : [];
	return `${first} follows ${[...others, ...more, first].join(', which follows ')}`;
}

function example(follows: string): string {
	return [
		'procedure:',
		'  - id: enter',
		'    do: Enter the invoice and its amount.',
		'    by: clerk',
		'    needs:',
		'      - invoice',
		'    gives:',
		'      - amount',
		'    trigger: An invoice arrives',
		'    done_when: The entry shows number, supplier and amount of the invoice.',
		'  - id: release',
		'    do: Release the payment.',
		'    by: controller',
		`    follows: ${follows}`,
		'    gives:',
		'      - payment',
		'    done_when: The bank confirms the transfer.',
		'    next: end',
		'  - id: sign',
		'    do: Sign the payment order.',
		'    by: controller',
		'    trigger: A payment is to be released',
		'    done_when: The order bears a signature.',
		'    next: end',
	].join('\n');
}
