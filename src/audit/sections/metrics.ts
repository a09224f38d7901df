import type { AuditInput } from '../audit-input.ts';
import { notEvaluated } from '../check.ts';
import { metricDefinitions } from '../metric-definitions.ts';
import { withoutRuns } from '../no-runs.ts';
import { listOf } from '../packet-list.ts';
import type { Section } from '../section.ts';

/** P-14: five metrics and how each is defined. None has a figure until runs are evaluated. */
export function metrics(input: AuditInput): Section {
	const { cause, cure } = withoutRuns(input);
	return {
		id: 'P-14',
		name: 'metrics',
		title: 'Metrics',
		question:
			'How much is waiting, how long does work take, and how often is it late or done again, by which definition?',
		checks: metricDefinitions.map(({ id, name }) =>
			notEvaluated(`metrics/${id}`, `${name}: a figure by the definition below, with its count`, cause, cure),
		),
		lists: [
			listOf({
				name: 'metric-definitions',
				title: 'Definitions of the metrics',
				about: 'a metric, as it is defined before any figure is drawn',
				columns: [
					{ key: 'metric', title: 'Metric', about: 'the name by which its check is called', released: true },
					{ key: 'name', title: 'Name', about: 'what it is called', released: true },
					{
						key: 'formula',
						title: 'Formula',
						about: 'how it is worked out; r, s, c, d: when an item was received, begun, completed, due',
						released: true,
					},
					{ key: 'unit', title: 'Unit', about: 'what it is counted in', released: true },
					{ key: 'window', title: 'Window', about: 'which items or what time it is about', released: true },
					{ key: 'calendar', title: 'Calendar', about: 'by which calendar time is counted', released: true },
					{
						key: 'censoring',
						title: 'Unfinished items',
						about: 'what becomes of items that are open, cancelled or not recorded',
						released: true,
					},
				],
				key: ['metric'],
				rows: metricDefinitions.map(({ id, ...cells }) => ({ of: [], cells: { metric: id, ...cells } })),
				source: 'fixed by this version of sop',
				reperform: [],
			}),
		],
		notes: [
			'No figure is a target: published values of other organisations depend on their definitions and are not printed.',
			"A check by Little's law (items at hand = throughput × turnaround) is printed only where arrivals and completions keep in step; where they do not, that is printed instead.",
		],
	};
}
