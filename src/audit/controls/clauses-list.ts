import { printedClause } from '../../model/clause-packs/print-clause.ts';
import { listOf, type PacketList } from '../packet-list.ts';
import type { CoveredClause } from './clause-coverage.ts';

/** Each clause of the frameworks, with what answers it. */
export function clausesList(covered: readonly CoveredClause[]): PacketList {
	return listOf({
		name: 'clauses',
		title: 'Clauses and what answers them',
		about: 'a clause in force of a framework that the packet is about',
		columns: [
			{
				key: 'framework',
				title: 'Framework',
				about: 'the id of the clause pack',
				released: true,
				total: 'values',
			},
			{
				key: 'pack',
				title: 'Pack',
				about: 'the version of the clause pack',
				released: true,
				onlyInFiles: true,
			},
			{ key: 'clause', title: 'Clause', about: 'as one cites it', released: true },
			{ key: 'title', title: 'About', about: 'what it is about, in our own words', released: true },
			{
				key: 'documents',
				title: 'Documents',
				about: 'the documents in force that name it, or a control that answers it',
				released: true,
			},
			{
				key: 'controls',
				title: 'Controls',
				about: 'the controls of the register through which they do',
				released: true,
			},
			{
				key: 'result',
				title: 'Result',
				about: 'covered, or not covered: no document or control names it',
				released: true,
				total: 'values',
			},
		],
		key: ['framework', 'clause'],
		rows: covered.map(({ pack, clause, documents, controls }) => ({
			of: documents,
			cells: {
				framework: pack.framework,
				pack: pack.version,
				clause: printedClause(pack, clause.number),
				title: clause.title,
				documents,
				controls,
				result: documents.length > 0 ? 'covered' : 'not covered',
			},
		})),
		source:
			'the clause packs of this version of sop, satisfies of the texts in force, and the controls register',
		reperform: [],
	});
}
