import type { Section } from '../section.ts';

/** Whether a request is answered by the packet: `partly` where some of its section could not be evaluated. */
export interface RequestState {
	readonly state: 'answered' | 'partly' | 'open';
	/** Why, as a clause. */
	readonly why: string;
}

/** How far a section answers what is asked of it; undefined: no section does. */
export function requestState(section: Section | undefined): RequestState {
	if (section === undefined) return { state: 'open', why: 'no section answers it' };
	const { checks, lists } = section;
	const rows = lists.reduce((sum, list) => sum + list.rows.length, 0);
	const open = checks.filter(({ result, counts }) => result === 'not evaluated' || counts.notEvaluated > 0);
	if (checks.length === 0)
		return rows > 0
			? { state: 'answered', why: `${counted(rows, 'row')} of lists` }
			: { state: 'open', why: 'its lists are empty' };
	if (open.length === 0)
		return { state: 'answered', why: `all of ${counted(checks.length, 'check')} evaluated` };
	if (checks.every(({ result, counts }) => result === 'not evaluated' && counts.holds === 0))
		return { state: 'open', why: 'none of its checks could be evaluated' };
	return {
		state: 'partly',
		why: `${open.length} of ${counted(checks.length, 'check')} not evaluated, or not wholly`,
	};
}

function counted(number: number, word: string): string {
	return `${number} ${word}${number === 1 ? '' : 's'}`;
}
