import { type CheckItem, checkOf, notEvaluated } from '../check.ts';
import { listOf, type PacketList } from '../packet-list.ts';
import type { AuditorRequest } from '../pbc/auditor-request.ts';
import { mapRequest } from '../pbc/map-request.ts';
import { type RequestState, requestState } from '../pbc/request-state.ts';
import type { Section } from '../section.ts';

interface AnsweredRequest extends RequestState {
	readonly request: AuditorRequest;
	readonly section: Section | undefined;
	readonly mappedBy: string;
}

/** each request of the auditor's list, with the section that answers it. Null: no list was given. */
export function requestsSection(
	requests: readonly AuditorRequest[] | null,
	sections: readonly Section[],
): Section {
	const byId = new Map(sections.map((section) => [section.id, section]));
	const answered = (requests ?? []).map((request): AnsweredRequest => {
		const { section: id, mappedBy } = mapRequest(request);
		const section = id === null ? undefined : byId.get(id);
		const state = requestState(section);
		return id !== null && section === undefined
			? { request, section, mappedBy, state: 'open', why: `the packet has no section ${id}` }
			: { request, section, mappedBy, ...state };
	});
	const name = 'requests/answered';
	const asks = 'A section of the packet answers each request';
	return {
		id: 'A-5',
		name: 'requests',
		title: 'Requests',
		question: 'Where in the packet is what was asked for, and what is still open?',
		checks: [
			requests === null
				? notEvaluated(
						name,
						asks,
						'no list of requests was given',
						'Call sop audit with --requests and a CSV file.',
					)
				: checkOf({
						name,
						asks,
						items: answered.map(itemOf),
						cure: 'See P-15 for what would cure the checks that were not evaluated.',
					}),
		],
		lists: requests === null ? [] : [requestsList(answered)],
		notes: [
			'The list of requests comes from whoever asked; its texts are shown as they were written. Its column status is theirs, and the state is of this packet.',
			'Where the list names no section, one is found by words of the request: a guess, whose words are printed so that it can be judged. A column section in the list decides.',
		],
	};
}

function itemOf({ request: { id }, state, why }: AnsweredRequest): CheckItem {
	const shared = { key: id, of: [] };
	if (state === 'answered') return { ...shared, result: 'holds', detail: '' };
	return { ...shared, result: state === 'partly' ? 'not evaluated' : 'does not hold', detail: why };
}

function requestsList(answered: readonly AnsweredRequest[]): PacketList {
	return listOf({
		name: 'requests',
		title: 'Requests and what answers them',
		about: 'a request of the list that was given',
		columns: [
			{ key: 'id', title: 'Request', about: 'its id in the list', released: true },
			{ key: 'text', title: 'Asked for', about: 'what is asked for, as written', released: true },
			{ key: 'owner', title: 'Owner', about: 'who is to answer it, as written', released: true },
			{ key: 'due', title: 'Due', about: 'by when, as written', released: true },
			{
				key: 'status',
				title: 'Status in the list',
				about: 'how the list says it stands, as written',
				released: true,
				total: 'values',
			},
			{
				key: 'state',
				title: 'State',
				about: 'answered; partly, where some of the section is not evaluated; open',
				released: true,
				total: 'values',
			},
			{ key: 'why', title: 'Why', about: 'how the state follows', released: true },
			{
				key: 'section',
				title: 'Section',
				about: 'the section that answers it; empty where none does',
				released: true,
				total: 'values',
			},
			{ key: 'page', title: 'Page', about: 'the page of that section in the packet', released: true },
			{
				key: 'mappedBy',
				title: 'Found by',
				about: 'how the section was found: by the column section of the list, or by which words',
				released: true,
			},
			{ key: 'line', title: 'Line', about: 'its line in the list', released: true, onlyInFiles: true },
		],
		key: ['id'],
		rows: answered.map(({ request, section, mappedBy, state, why }) => ({
			of: [],
			cells: {
				id: request.id,
				text: request.text,
				owner: request.owner,
				due: request.due,
				status: request.status,
				state,
				why,
				section: section?.id ?? null,
				page: section === undefined ? null : `sections/${section.id}-${section.name}.html`,
				mappedBy,
				line: request.line,
			},
		})),
		source: 'the list of requests that was given, and the checks and lists of the other sections',
		reperform: [],
	});
}
