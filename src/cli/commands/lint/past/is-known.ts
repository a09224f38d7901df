import type { TrailEntry } from '../../../../model/history/trail.ts';

/** Whether the mainline holds a commit. */
export function isKnown({ mainline }: TrailEntry): boolean {
	return mainline !== null;
}
