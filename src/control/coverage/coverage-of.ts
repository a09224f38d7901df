import type { Activity } from '../../model/activity.ts';
import { coverageStatuses } from './coverage-status.ts';
import type { CoveringDocument } from './covering-document.ts';
import { type CoverageRow, judgeActivity } from './judge-activity.ts';
import { type Share, shareOf } from './share.ts';

/** The activities of one function, in the order of the register, and how many of them are covered. */
export interface FunctionCoverage {
	readonly function: string;
	readonly share: Share;
	readonly rows: readonly CoverageRow[];
}

/** What is covered, over all and by function. */
export interface Coverage {
	readonly share: Share;
	readonly functions: readonly FunctionCoverage[];
	/** All rows: gaps first, high risk first. */
	readonly rows: readonly CoverageRow[];
}

/**
 * Holds activities against the documents that cover them, on a day (YYYY-MM-DD). Functions come in the order of
 * `functions`, those that it lacks last.
 */
export function coverageOf(
	activities: readonly Activity[],
	documents: readonly CoveringDocument[],
	functions: readonly string[],
	today: string,
): Coverage {
	const rows = activities.map((one) => judgeActivity(one, documents, today));
	const names = new Set([...functions, ...activities.map((one) => one.function)]);
	return {
		share: shareOf(rows),
		functions: [...names].flatMap((name) => {
			const own = rows.filter(({ activity }) => activity.function === name);
			return own.length === 0 ? [] : [{ function: name, share: shareOf(own), rows: own }];
		}),
		rows: [...rows].sort(
			(a, b) =>
				groupOf(a) - groupOf(b) ||
				riskOf(a) - riskOf(b) ||
				orderOf(a) - orderOf(b) ||
				byId(a.activity, b.activity),
		),
	};
}

const order = coverageStatuses.map(({ status }) => status);

function orderOf({ status }: CoverageRow): number {
	return order.indexOf(status);
}

/** Gaps of every kind are one group, so that what is at stake decides which of them comes first. */
function groupOf(row: CoverageRow): number {
	return Math.max(orderOf(row), order.indexOf('unfinished'));
}

/** What states no risk is no better than what is known to be low. */
function riskOf({ activity: { risk } }: CoverageRow): number {
	return risk === 'high' ? 0 : risk === 'medium' ? 1 : risk === undefined ? 2 : 3;
}

function byId(a: Activity, b: Activity): number {
	return a.id < b.id ? -1 : 1;
}
