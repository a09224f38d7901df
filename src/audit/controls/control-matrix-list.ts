import { groupBy } from '../../diagnostics/group-by.ts';
import { rows, several } from '../../model/several.ts';
import type { AuditInput } from '../audit-input.ts';
import { libraryItself } from '../library-itself.ts';
import { listOf, type PacketList } from '../packet-list.ts';
import type { ControlAnswers } from './control-answers.ts';

/** Each answer of a text in force to a control, and each control of the register that has none. */
export function controlMatrixList(
	{ records, registers }: AuditInput,
	{ answers }: ControlAnswers,
): PacketList {
	const inScope = answers.filter(({ from }) => from.document.isInScope);
	const idsOf = (some: ControlAnswers['answers']) =>
		new Set(some.flatMap(({ control }) => control?.id ?? []));
	const [answered, elsewhere] = [idsOf(inScope), idsOf(answers)];
	const open = rows(registers.closing.controls?.controls).filter(({ id = '' }) => !answered.has(id));
	const approvals = groupBy(records.approvals, ({ value }) => value.document);
	const evidenceOf = (document: string, digest: string | null) =>
		(approvals.get(document) ?? [])
			.filter(({ value }) => digest !== null && value.digest === digest)
			.map(({ file }) => file)
			.sort();
	return listOf({
		name: 'control-matrix',
		title: 'Controls and what answers them',
		about:
			'a control or clause that a document in force at the end of the period says it answers, or a control of the register that none does',
		columns: [
			{
				key: 'control',
				title: 'Control',
				about: 'its id in the controls register; empty where it is none of it',
				released: true,
			},
			{
				key: 'isKey',
				title: 'Key',
				about: 'whether the register calls it a key control',
				released: true,
				total: 'values',
			},
			{ key: 'title', title: 'What it ensures', about: 'as the register says' },
			{ key: 'names', title: 'Named as', about: 'the control or clause, as the document writes it' },
			{
				key: 'document',
				title: 'Document',
				about: 'the id of the document that answers it; empty where none does',
				released: true,
			},
			{ key: 'version', title: 'Version', about: 'its version in force', released: true },
			{
				key: 'digest',
				title: 'Digest',
				about: 'the SHA-256 of its content, as approvals name it',
				released: true,
			},
			{ key: 'how', title: 'How', about: 'how it answers it, in its own words' },
			{ key: 'clauses', title: 'Clauses', about: 'the clauses that the control answers, by the register' },
			{
				key: 'evidence',
				title: 'Evidence',
				about: 'the approvals of that version, as files of this packet; the text itself is below documents/',
			},
			{
				key: 'result',
				title: 'Result',
				about: 'whether a document in force answers it',
				released: true,
				total: 'values',
			},
		],
		key: ['control', 'names', 'document', 'version', 'how'],
		rows: [
			...inScope.map(({ from, names, how, control }) => {
				const digest = from.version.digest ?? from.text?.digest ?? null;
				return {
					of: [from.document.id],
					cells: {
						control: control?.id ?? null,
						isKey: control === undefined ? null : control.key === true,
						title: control?.title ?? null,
						names,
						document: from.document.id,
						version: from.version.version,
						digest,
						how,
						clauses: [...several(control?.clauses)],
						evidence: evidenceOf(from.document.id, digest),
						result: 'answered',
					},
				};
			}),
			...open.map(({ id = '', key, title, clauses: named }) => ({
				of: [libraryItself],
				cells: {
					control: id,
					isKey: key === true,
					title: title ?? null,
					names: null,
					document: null,
					version: null,
					digest: null,
					how: null,
					clauses: [...several(named)],
					evidence: [],
					result: elsewhere.has(id) ? 'answered outside the scope' : 'not answered',
				},
			})),
		],
		source:
			'satisfies of the texts in force, the controls register at the end of the period, and the approval records',
		reperform: [],
	});
}
