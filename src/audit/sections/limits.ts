import type { AuditInput } from '../audit-input.ts';
import { notEvaluated } from '../check.ts';
import { organisationalDuties } from '../limits/organisational-duties.ts';
import { quietStretchList } from '../limits/quiet-stretch.ts';
import { repositoryLimits } from '../limits/repository-limits.ts';
import { listOf, type PacketList } from '../packet-list.ts';
import type { Section } from '../section.ts';

/** what no repository can show, and what no tool provides. Fixed, so that none of it is ever shown as good. */
export function limits(input: AuditInput): Section {
	return {
		id: 'A-4',
		name: 'limits',
		title: 'What a repository alone cannot show',
		question: 'What does this packet not prove, and which evidence from outside would?',
		checks: [
			...repositoryLimits.map(({ id, asks, what, evidence }) =>
				notEvaluated(
					`limits/${id}`,
					asks,
					`Not evaluable from the repository: ${what}`,
					`Outside evidence that would show it: ${evidence}; as a file, with its hash and who supplied it.`,
				),
			),
			...organisationalDuties.map(({ id, asks, what, evidence }) =>
				notEvaluated(
					`duties/${id}`,
					asks,
					`not provided: ${what}`,
					`Ask the organisation for the evidence: ${evidence}.`,
				),
			),
		],
		lists: [quietStretchList(input), dutiesList()],
		notes: [
			'Nothing on this page is a finding, and none of it is ever ticked: a limit that is not named would be a result that nobody has.',
			'A commit may be dated anywhere between its neighbours on the mainline, so the longest quiet stretch bounds by how much a date can be wrong unseen; the hash of a packet lodged with somebody else shortens it.',
		],
	};
}

function dutiesList(): PacketList {
	return listOf({
		name: 'organisational-duties',
		title: 'Duties of the organisation that are not provided',
		about: 'a duty that no tool over a repository can prove',
		columns: [
			{ key: 'duty', title: 'Duty', about: 'the name by which its check is called', released: true },
			{ key: 'statement', title: 'Statement', about: 'what would have to hold', released: true },
			{ key: 'clauses', title: 'Clauses', about: 'the clauses that ask for it', released: true },
			{ key: 'provided', title: 'Provided', about: 'always: not provided', released: true },
			{
				key: 'evidence',
				title: 'Evidence',
				about: 'which evidence would show it, and who usually holds it',
				released: true,
			},
		],
		key: ['duty'],
		rows: organisationalDuties.map(({ id, asks, clauses, evidence }) => ({
			of: [],
			cells: { duty: id, statement: asks, clauses, provided: 'not provided', evidence },
		})),
		source: 'fixed by this version of sop',
		reperform: [],
	});
}
