import type { AuditedDocument, AuditInput } from './audit-input.ts';
import { commitsOfPeriod } from './command-words.ts';
import { firstShown } from './first-shown.ts';
import { listOf, type PacketList } from './packet-list.ts';

/** The movements of the population: what was there, what came, what was retired, what is left, counted both ways. */
export function rollForward(input: AuditInput): PacketList {
	const kinds = ['checklist', 'sop'] as const;
	const rows = kinds.map((kind) => {
		const all = input.documents.filter((one) => one.kind === kind);
		const opening = all.filter(
			(one) => firstShown(one) <= input.positions.opening && !isRetiredBy(one, input.period.start),
		);
		const added = all.filter((one) => isNew(one, input));
		const retired = all.filter(
			(one) =>
				isRetiredBy(one, input.period.end + 1) &&
				!isRetiredBy(one, input.period.start) &&
				firstShown(one) <= input.positions.closing,
		);
		const counted = all.filter(
			(one) => firstShown(one) <= input.positions.closing && !isRetiredBy(one, input.period.end + 1),
		);
		return {
			of: [],
			cells: {
				kind,
				opening: opening.length,
				added: added.length,
				retired: retired.length,
				closing: opening.length + added.length - retired.length,
				counted: counted.length,
				missing: counted.filter(({ stateThen }) => stateThen.status === 'missing').length,
			},
		};
	});
	return listOf({
		name: 'roll-forward',
		title: 'Movements of the population',
		about: 'one kind of document, in the whole library, whatever the packet was asked to be about',
		key: ['kind'],
		source: 'the first commit that showed each document, and the records that retire one',
		reperform: [
			{
				does: 'list the commits of the period that touched a document',
				command: `git log --first-parent --diff-merges=first-parent --no-patch --oneline ${commitsOfPeriod(input)} -- '*.sop.yaml' '*.checklist.yaml'`,
				gives: 'one line for each commit that the list changes names',
			},
		],
		columns: [
			{ key: 'kind', title: 'Kind', about: 'sop or checklist', released: true },
			{
				key: 'opening',
				title: 'Opening',
				about: 'documents that were there when the period began',
				released: true,
				total: 'sum',
			},
			{
				key: 'added',
				title: 'New',
				about: 'documents that the mainline first showed in the period',
				released: true,
				total: 'sum',
			},
			{
				key: 'retired',
				title: 'Retired',
				about: 'documents that a record retired in the period',
				released: true,
				total: 'sum',
			},
			{
				key: 'closing',
				title: 'Closing',
				about: 'opening and new, less retired',
				released: true,
				total: 'sum',
			},
			{
				key: 'counted',
				title: 'Counted',
				about: 'documents not retired at the end of the period, counted one by one',
				released: true,
				total: 'sum',
			},
			{
				key: 'missing',
				title: 'Missing',
				about: 'of these, documents whose file is gone without a record',
				released: true,
				total: 'sum',
			},
		],
		rows,
	});
}

/** Whether the mainline first showed it in the period. */
export function isNew(one: AuditedDocument, { positions }: Pick<AuditInput, 'positions'>): boolean {
	const first = firstShown(one);
	return first > positions.opening && first <= positions.closing;
}

/** Whether a record had retired it before an instant, in seconds. */
export function isRetiredBy({ state }: AuditedDocument, instant: number): boolean {
	return (
		state.approvals?.withdrawals.some(({ version, at }) => version === undefined && at < instant) ?? false
	);
}
