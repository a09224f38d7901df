import type { AuditedDocument, AuditInput } from '../audit-input.ts';
import { listOf, type PacketList } from '../packet-list.ts';
import { answersAtEnd, isAnsweredAnew } from './answer-at-end.ts';

/** The documents whose answer for the end of the period was another by what was known then. */
export function asKnownThenList(
	input: Pick<AuditInput, 'period' | 'policy'>,
	documents: readonly AuditedDocument[],
): PacketList {
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
				key: 'since',
				title: 'Since',
				about: 'the day on which that version began, by all that is known',
				released: true,
			},
			{
				key: 'sinceThen',
				title: 'Since, as known then',
				about: 'the day on which that version began, by what was known then',
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
				about: 'the status that the text which stood at the end of the period had then, by all that is known',
				released: true,
				total: 'values',
			},
			{
				key: 'statusThen',
				title: 'Status, as known then',
				about: 'the status of that text, by what was known then',
				released: true,
				total: 'values',
			},
			{ key: 'why', title: 'Why', about: 'how the status follows, by all that is known' },
			{ key: 'whyThen', title: 'Why, as known then', about: 'how the status followed then' },
		],
		key: ['document'],
		rows: documents.flatMap((document) => {
			const answers = answersAtEnd(document, input);
			if (!isAnsweredAnew(answers)) return [];
			const { now, then } = answers;
			return [
				{
					of: [document.id],
					cells: {
						document: document.id,
						version: now.version,
						versionThen: then.version,
						since: now.since,
						sinceThen: then.since,
						digest: now.digest,
						digestThen: then.digest,
						status: now.status,
						statusThen: then.status,
						why: [...now.why],
						whyThen: [...then.why],
					},
				},
			];
		}),
		source:
			'the state of each document at the end of the period, derived twice: from all that is known, and from the commits of the mainline up to that end',
		reperform: [],
	});
}
