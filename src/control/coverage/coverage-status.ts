/** How an activity stands: what there is for whoever does it. */
export type CoverageStatus =
	| 'none'
	| 'retired only'
	| 'checklist only'
	| 'not in force'
	| 'unfinished'
	| 'not evaluated'
	| 'review overdue'
	| 'covered'
	| 'set aside';

/** All of them, what needs work first, each with the letter that stands for it where there is no room for words. */
export const coverageStatuses: readonly {
	readonly status: CoverageStatus;
	readonly letter: string;
	/** What it says, as a clause without a full stop. */
	readonly means: string;
}[] = [
	{ status: 'none', letter: 'N', means: 'no document covers it' },
	{ status: 'retired only', letter: 'R', means: 'what covered it is retired or withdrawn' },
	{ status: 'checklist only', letter: 'L', means: 'a checklist is in force, and no SOP' },
	{
		status: 'not in force',
		letter: 'D',
		means: 'a document covers it that is a draft, in review, or not in force yet',
	},
	{
		status: 'unfinished',
		letter: 'U',
		means: 'an SOP is in force that still waits for words of its own: its placeholders',
	},
	{ status: 'not evaluated', letter: '?', means: 'what is in force cannot be told' },
	{ status: 'review overdue', letter: 'O', means: 'an SOP is in force, and its review is overdue' },
	{ status: 'covered', letter: 'C', means: 'an SOP is in force' },
	{ status: 'set aside', letter: 'S', means: 'the register says why it is not done here' },
];

/** Whether an SOP in force covers it; one whose review is overdue is in force all the same. */
export function isCovered(status: CoverageStatus): boolean {
	return status === 'covered' || status === 'review overdue';
}

/** Whether there is something to write, approve or bring back. */
export function isGap(status: CoverageStatus): boolean {
	return !isCovered(status) && status !== 'set aside' && status !== 'not evaluated';
}
