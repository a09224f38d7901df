/** What a metric is, so that a figure can be told from another of the same name. */
export interface MetricDefinition {
	/** Of its check: `metrics/NAME`. */
	readonly id: string;
	readonly name: string;
	readonly formula: string;
	readonly unit: string;
	readonly window: string;
	readonly calendar: string;
	/** What becomes of items that are not finished, left out or unknown. */
	readonly censoring: string;
}

const bothCalendars = 'the business calendar of the library; days of the plain calendar beside it';

/**
 * The five metrics. In all of them r, s, c and d are the times in UTC at which an item was received, begun, completed
 * and due.
 */
export const metricDefinitions: readonly MetricDefinition[] = [
	{
		id: 'backlog',
		name: 'Backlog and what clears it',
		formula:
			'items with r up to the moment that are neither completed nor cancelled by then; age = moment - r; days of work in hand = backlog / mean completions a day; throughput needed a day = backlog / days allowed + arrivals a day. Every period: backlog at the end = at the start + arrivals - completions - cancellations',
		unit: 'items; age in days, as median, 85th and 95th percentile and largest',
		window: 'a moment; rates over the period',
		calendar: bothCalendars,
		censoring:
			'open items are the metric itself; where the identity does not add up the data are at fault and that is printed; days in hand are undefined where nothing was completed',
	},
	{
		id: 'cycle-time',
		name: 'Cycle time and turnaround',
		formula:
			'cycle time = c - s; turnaround = c - r; each under its own name, waiting included. Flow efficiency = time at work on steps / turnaround',
		unit: 'hours and days, as percentiles; never a mean alone; no 95th percentile of fewer than 20 items',
		window: 'items completed in the period',
		calendar: bothCalendars,
		censoring: 'items still open are counted beside it; steps without times are unrecorded, not zero',
	},
	{
		id: 'capacity',
		name: 'Capacity, productive and idle',
		formula:
			'shrinkage = hours lost / hours scheduled; occupancy = handling / (handling + idle); productive share = recorded production / hours available; idle capacity = available - productive - other duties - unrecorded',
		unit: 'hours, and ratios of hours',
		window: 'the period, by person and week',
		calendar: 'working hours of the people register and the business calendar of the library',
		censoring: 'time that nobody recorded is a class of its own, neither productive nor idle',
	},
	{
		id: 'rework',
		name: 'Rework, first pass and exceptions',
		formula:
			'rework rate = completed items that were returned at least once / completed items; first-pass yield of a step = items through it without correction / items that entered it, and of all steps their product; exception rate = runs with an allowed exception or an unplanned deviation / runs, both told apart',
		unit: 'ratios, each with its numerator and denominator',
		window: 'items completed in the period',
		calendar: 'none: no time enters it',
		censoring:
			'a first failure counts even where it was mended later; items still open are counted beside it, not in it',
	},
	{
		id: 'on-time',
		name: 'Kept due times',
		formula: 'met = c up to d; missed = c after d, or open after d; kept = met / (met + missed)',
		unit: 'a ratio, with its numerator and denominator',
		window: 'items whose due time lay in the period, whenever they were completed',
		calendar: 'the business calendar of the library; each pause of the clock needs a reason',
		censoring:
			'open items past their due time are missed; cancelled items are left out and counted; the share of items completed in the period is another figure and is named so',
	},
];
