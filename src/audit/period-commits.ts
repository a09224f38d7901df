import type { Mainline, MainlineCommit } from '../model/history/mainline.ts';
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
	return commitsFrom(mainline, positions.opening + 1, positions.closing);
}

/**
 * The commits of the mainline that came after the period by their mainline time, and whose own date is not believed: a date
 * ahead before them may be all that keeps them out of the period.
 */
export function laterDisordered({
	mainline,
	positions,
}: Pick<AuditInput, 'mainline' | 'positions'>): readonly PeriodCommit[] {
	return commitsFrom(mainline, positions.closing + 1, positions.known).filter(
		({ level }) => level === 'disordered',
	);
}

function commitsFrom(mainline: Mainline, from: number, to: number): readonly PeriodCommit[] {
	const commits: PeriodCommit[] = [];
	for (let position = from; position <= to; position++) {
		const commit = mainline.at(position);
		if (commit !== undefined) commits.push({ ...commit, position });
	}
	return commits;
}
