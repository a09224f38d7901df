import type { AuditInput } from './audit-input.ts';

/** Why what asks for runs cannot be evaluated, and what would cure it. */
export interface WithoutRuns {
	readonly cause: string;
	readonly cure: string;
}

/** The cause and cure of every check that asks for runs of checklists. */
export function withoutRuns({ records }: Pick<AuditInput, 'records'>): WithoutRuns {
	const { length } = records.runs;
	return length === 0
		? {
				cause: 'no runs recorded',
				cure: 'Record each run of a checklist below records/runs/, and bring the records to the mainline.',
			}
		: {
				cause: `runs are not evaluated: this version of sop does not read the ${length === 1 ? 'line' : `${length} lines`} of runs that ${length === 1 ? 'is' : 'are'} recorded`,
				cure: 'Read the lines below records/runs/ by hand.',
			};
}
