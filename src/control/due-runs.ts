import { type ScheduledRun, scheduledRuns } from '../model/recurrence/schedule-days.ts';
import type { DueDays, DueRow } from './due-row.ts';

/** A checklist in force, with its schedule. */
export interface ScheduledChecklist {
	readonly id: string;
	readonly title: string | null;
	readonly owner: string | null;
	readonly rule: string;
	readonly due: string | undefined;
	/** The day on which the checklist first came into force: revising it does not move its schedule. */
	readonly start: string;
}

/**
 * The next run of a checklist that falls due, with the days of those after it; nothing where none does in time. Or why
 * that cannot be told, as a clause. `each`: every run in a row of its own.
 */
export function dueRuns(
	{ id, title, owner, rule, due, start }: ScheduledChecklist,
	{ today, last }: DueDays,
	isWorkingDay: (day: string) => boolean,
	each: boolean,
): readonly DueRow[] | string {
	const runs = scheduledRuns({ rule, due, start, from: today, until: last, isWorkingDay });
	if (typeof runs === 'string') return runs;
	const rowOf = (run: ScheduledRun, later: readonly ScheduledRun[]): DueRow => ({
		due: run.due,
		when: 'due',
		what: 'checklist',
		id,
		title,
		owner,
		detail: later.length === 0 ? `run of ${run.day}` : `run of ${run.day}, then ${later.length} more`,
		why: `its schedule is ${rule}${due === undefined ? '' : `, due ${due} after it begins`}`,
		later: later.map((one) => one.due),
		key: [run.day],
	});
	const [first, ...others] = runs;
	if (first === undefined) return [];
	return each ? runs.map((run) => rowOf(run, [])) : [rowOf(first, others)];
}
