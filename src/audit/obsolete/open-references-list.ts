import { listOf, type PacketList } from '../packet-list.ts';
import type { JudgedText } from './open-references.ts';

/** The list of references to what holds no more. */
export function openReferencesList(judged: readonly JudgedText[]): PacketList {
	return listOf({
		name: 'open-references',
		title: 'References to what holds no more',
		about:
			'a reference of a text in force at the end of the period to a retired or withdrawn document, or to a version that has ended',
		columns: [
			{ key: 'document', title: 'Document', about: 'the id of the document that refers', released: true },
			{ key: 'version', title: 'Version', about: 'its version in force', released: true },
			{
				key: 'problem',
				title: 'Problem',
				about: 'what is open about the reference',
				released: true,
				total: 'values',
			},
			{
				key: 'how',
				title: 'How',
				about: 'as what it refers: follows, executes, refers to, hands over to, takes from',
			},
			{ key: 'to', title: 'To', about: 'the id of the document that it names' },
			{
				key: 'edition',
				title: 'Edition',
				about: 'the version that it pins; empty where it names the document',
			},
		],
		key: ['document', 'to', 'edition', 'how', 'problem'],
		rows: judged.flatMap(({ open }) =>
			open.map(({ from, how, to, edition, problem }) => ({
				of: [from.document.id],
				cells: { document: from.document.id, version: from.version.version, problem, how, to, edition },
			})),
		),
		source: 'the references of the texts in force, and what is in force of the documents that they name',
		reperform: [],
	});
}
