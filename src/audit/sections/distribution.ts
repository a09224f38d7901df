import type { AuditInput } from '../audit-input.ts';
import { type CheckItem, checkOf, notEvaluated } from '../check.ts';
import { scopeOf } from '../scope.ts';
import type { Section } from '../section.ts';
import { type Acknowledgement, acknowledgements, acknowledgementsList } from './acknowledgements-list.ts';

/** P-08: whom each version had to reach, and whom it did. */
export function distribution(input: AuditInput): Section {
	const scope = scopeOf(input);
	const rows = input.trainings.rows.filter(({ version }) => scope.has(version.document));
	const found = acknowledgements(scope.documents, rows);
	return {
		id: 'P-08',
		name: 'distribution',
		title: 'Distribution and acknowledgement',
		question: 'Did every version in force reach the people who need it, and can that be shown?',
		checks: [
			checkOf({
				name: 'acknowledgement/complete',
				asks: 'Everybody who must know a version in force is recorded as trained on it',
				items: found.filter(({ isUpcoming }) => !isUpcoming).map(itemOf),
				cure: 'Say in section 12 who must know the document, and in the people register who holds each of those roles.',
			}),
			notEvaluated(
				'distribution/controlled-copies',
				'Every numbered copy that was handed out is accounted for, and superseded ones were taken back',
				'no copies are recorded: documents are read from the repository, or from what is made of it',
				'Hand in the register of controlled copies, if copies are given out, as outside evidence.',
			),
		],
		lists: [acknowledgementsList(found)],
		notes: [
			'The audience of a version is who holds a role that its section 12 names, by the people register of the last day of the period.',
			'An acknowledgement is a record of a training that counts. That somebody opened or read a page is recorded nowhere.',
		],
	};
}

function itemOf({
	document,
	version,
	people,
	outstanding,
	notEvaluated: unseen,
}: Acknowledgement): CheckItem {
	const one = { key: `${document}@${version}`, of: [document] };
	if (outstanding > 0)
		return {
			...one,
			result: 'does not hold',
			detail: `outstanding from ${outstanding} of ${people} ${people === 1 ? 'person' : 'people'}`,
		};
	return unseen.length > 0
		? { ...one, result: 'not evaluated', detail: [...new Set(unseen)].sort().join('; ') }
		: { ...one, result: 'holds', detail: '' };
}
