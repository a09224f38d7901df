import type { DocumentState } from '../../control/document-state.ts';
import type { AuditedDocument } from '../audit-input.ts';
import { listOf, type PacketList } from '../packet-list.ts';

/** Whether the answer for the end of the period is another by what was learnt since. */
export function isAnsweredAnew({ state, stateThen }: AuditedDocument): boolean {
	if (state === stateThen) return false;
	const [now, then] = [answerOf(state), answerOf(stateThen)];
	return (
		now.version !== then.version ||
		now.digest !== then.digest ||
		now.status !== then.status ||
		now.cause !== then.cause
	);
}

function answerOf({ inForce, status, notEvaluated }: DocumentState) {
	return {
		version: inForce?.version ?? null,
		digest: inForce?.digest ?? null,
		status: notEvaluated === null ? status : 'not evaluated',
		cause: notEvaluated,
	};
}

/** The documents whose answer for the end of the period was another by what was known then. */
export function asKnownThenList(documents: readonly AuditedDocument[]): PacketList {
	return listOf({
		name: 'as-known-then',
		title: 'Answers that have changed since',
		about: 'a document whose answer for the end of the period was another by what was known then',
		columns: [
			{ key: 'document', title: 'Document', about: 'the id of the document', released: true },
			{
				key: 'version',
				title: 'In force',
				about: 'the version in force, by all that is known; empty where none is',
				released: true,
			},
			{
				key: 'versionThen',
				title: 'In force, as known then',
				about: 'the version in force, by what was known at the end of the period',
				released: true,
			},
			{
				key: 'digest',
				title: 'Digest',
				about: 'the SHA-256 of the content in force, by all that is known',
				released: true,
				onlyInFiles: true,
			},
			{
				key: 'digestThen',
				title: 'Digest, as known then',
				about: 'the SHA-256 of the content in force, by what was known then',
				released: true,
				onlyInFiles: true,
			},
			{
				key: 'status',
				title: 'Status',
				about: 'the status of what stands, by all that is known',
				released: true,
				total: 'values',
			},
			{
				key: 'statusThen',
				title: 'Status, as known then',
				about: 'the status of what stood, by what was known then',
				released: true,
				total: 'values',
			},
			{ key: 'why', title: 'Why', about: 'how the status follows, by all that is known' },
			{ key: 'whyThen', title: 'Why, as known then', about: 'how the status followed then' },
		],
		key: ['document'],
		rows: documents.filter(isAnsweredAnew).map(({ id, state, stateThen }) => {
			const [now, then] = [answerOf(state), answerOf(stateThen)];
			return {
				of: [id],
				cells: {
					document: id,
					version: now.version,
					versionThen: then.version,
					digest: now.digest,
					digestThen: then.digest,
					status: now.status,
					statusThen: then.status,
					why: now.cause === null ? [...state.why] : [now.cause],
					whyThen: then.cause === null ? [...stateThen.why] : [then.cause],
				},
			};
		}),
		source:
			'the state of each document at the end of the period, derived twice: from all that is known, and from the commits of the mainline up to that end',
		reperform: [],
	});
}
