import type { MainlineCommit } from '../model/history/mainline.ts';
import type { AuditInput } from './audit-input.ts';

/** A commit of the mainline in the period, by mainline time. */
export interface PeriodCommit extends MainlineCommit {
	/** 0 for the first commit of the mainline. */
	readonly position: number;
}

/** The commits of the mainline in the period, oldest first. */
export function periodCommits({
	mainline,
	positions,
}: Pick<AuditInput, 'mainline' | 'positions'>): readonly PeriodCommit[] {
	const commits: PeriodCommit[] = [];
	for (let position = positions.opening + 1; position <= positions.closing; position++) {
		const commit = mainline.at(position);
		if (commit !== undefined) commits.push({ ...commit, position });
	}
	return commits;
}
