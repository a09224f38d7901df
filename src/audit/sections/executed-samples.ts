import { neverInForce } from '../../model/history/version.ts';
import { secondsOf } from '../../model/zone.ts';
import type { AuditedDocument, AuditInput } from '../audit-input.ts';
import { notEvaluated } from '../check.ts';
import { withoutRuns } from '../no-runs.ts';
import { listOf, type PacketList } from '../packet-list.ts';
import { isIn, overlaps } from '../period.ts';
import { runFrequency } from '../run-frequency.ts';
import type { Section } from '../section.ts';

const statements: Readonly<Record<string, string>> = {
	'runs/all-accounted':
		'Every run that was opened or fell due in the period is done, cancelled with a reason, or listed as missed',
	'runs/version-in-force': 'Every run was made by the version that was in force when it began',
	'runs/trained': 'Everybody who worked on a run had been trained on its version before',
	'runs/complete': 'Every run holds the values and the evidence that its checklist asks for',
	'runs/checked': 'What one person did was checked by another where the checklist asks for it',
	'runs/unaltered': 'No line of a run was changed or removed after it was written',
};

/** P-09: the runs of checklists, of which samples are drawn. None are evaluated yet. */
export function executedSamples(input: AuditInput): Section {
	const { cause, cure } = withoutRuns(input);
	return {
		id: 'P-09',
		name: 'executed-samples',
		title: 'Executed samples',
		question: 'Was the work done as the procedures in force say, by whom, when, and with what evidence?',
		checks: Object.entries(statements).map(([name, asks]) => notEvaluated(name, asks, cause, cure)),
		lists: [populations(input)],
		notes: [
			'Each checklist in force in the period is a population of its own, of which a sample of its runs would be drawn by its frequency.',
			'What a run cannot show, that the work was done as it says, is named among the limits (A-4).',
		],
	};
}

function populations(input: AuditInput): PacketList {
	const { documents, period } = input;
	const checklists = documents
		.filter(({ kind, isInScope }) => kind === 'checklist' && isInScope)
		.map((document) => ({
			document,
			versions: document.versions.flatMap(({ version }) =>
				version.start !== undefined && !neverInForce(version) && overlaps(period, version.start, version.end)
					? [version.version]
					: [],
			),
		}))
		.filter(({ versions }) => versions.length > 0);
	return listOf({
		name: 'run-populations',
		title: 'Populations of runs',
		about: 'a checklist that was in force at any time of the period, whose runs are a population',
		columns: [
			{ key: 'document', title: 'Document', about: 'the id of the checklist', released: true },
			{ key: 'title', title: 'Title', about: 'its title' },
			{
				key: 'versions',
				title: 'Versions',
				about: 'its versions that were in force at any time of the period, oldest first',
				released: true,
			},
			{
				key: 'schedule',
				title: 'Schedule',
				about: 'when it is run, as an RFC 5545 rule; empty where it has none',
			},
			{
				key: 'frequency',
				title: 'Frequency',
				about: 'how often that is, as sample sizes are chosen by it',
				released: true,
				total: 'values',
			},
			{
				key: 'linesRecorded',
				title: 'Lines recorded',
				about: 'how many lines of its runs claim a time in the period; they are not evaluated',
				released: true,
				total: 'sum',
			},
		],
		key: ['document'],
		rows: checklists.map(({ document, versions }) => {
			const rule = document.text?.obligations.schedule?.rule;
			return {
				of: [document.id],
				cells: {
					document: document.id,
					title: document.title,
					versions,
					schedule: rule ?? null,
					frequency: runFrequency(rule),
					linesRecorded: linesOf(document, input),
				},
			};
		}),
		source: 'the checklists in force, their schedules, and the lines below records/runs/',
		reperform: [],
	});
}

function linesOf({ id }: AuditedDocument, { records, period }: AuditInput): number {
	return records.runs.filter(({ value }) => {
		const at = value.document === id ? secondsOf(value.at ?? '') : undefined;
		return at !== undefined && isIn(period, at);
	}).length;
}
