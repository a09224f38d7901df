import { countOf } from '../../diagnostics/count-of.ts';
import type { Activity } from '../../model/activity.ts';
import type { CoverageStatus } from './coverage-status.ts';
import type { CoveringDocument } from './covering-document.ts';

/** An activity, and what there is for whoever does it. */
export interface CoverageRow {
	readonly activity: Activity;
	readonly status: CoverageStatus;
	/** How it follows, each as a sentence without a full stop; nothing of documents that are withheld. */
	readonly why: readonly string[];
	/** The SOPs and checklists that cover it, those in force first. */
	readonly sops: readonly CoveringDocument[];
	readonly checklists: readonly CoveringDocument[];
}

/** Judges one activity by the documents that say they cover it, on a day (YYYY-MM-DD). */
export function judgeActivity(
	activity: Activity,
	documents: readonly CoveringDocument[],
	today: string,
): CoverageRow {
	const covering = documents
		.filter(({ covers }) => covers.includes(activity.id))
		.sort((a, b) => Number(b.inForce !== null) - Number(a.inForce !== null) || (a.id < b.id ? -1 : 1));
	const sops = covering.filter(({ kind }) => kind === 'sop');
	const checklists = covering.filter(({ kind }) => kind === 'checklist');
	const status = activity.notApplicable === undefined ? statusOf(sops, checklists, today) : 'set aside';
	return { activity, status, why: whyOf(activity, covering, status, today), sops, checklists };
}

function statusOf(
	sops: readonly CoveringDocument[],
	checklists: readonly CoveringDocument[],
	today: string,
): CoverageStatus {
	const inForce = sops.filter((one) => one.inForce !== null);
	// Where several are in force, each has to be finished and reviewed.
	if (inForce.some(isUnfinished)) return 'unfinished';
	if (inForce.length > 0) return inForce.some((one) => isOverdue(one, today)) ? 'review overdue' : 'covered';
	if (sops.some(isUnseen)) return 'not evaluated';
	if (checklists.some((one) => one.inForce !== null)) return 'checklist only';
	if (checklists.some(isUnseen)) return 'not evaluated';
	const all = [...sops, ...checklists];
	if (all.some((one) => !isOver(one))) return 'not in force';
	return all.length > 0 ? 'retired only' : 'none';
}

function whyOf(
	{ notApplicable, id }: Activity,
	covering: readonly CoveringDocument[],
	status: CoverageStatus,
	today: string,
): readonly string[] {
	const told = covering.filter(({ isWithheld }) => !isWithheld);
	if (notApplicable !== undefined) {
		return [notApplicable, ...told.map((one) => `${one.id} covers ${id} all the same`)];
	}
	if (status === 'none') return ['no document covers it'];
	return told.flatMap((one) => {
		if (one.notEvaluated !== null) return [`${one.id} is not evaluated: ${one.notEvaluated}`];
		if (one.inForce === null)
			return [`${one.id} ${one.standing ?? ''} is ${statusWords(one)}`.replace('  ', ' ')];
		return [
			...(isUnfinished(one)
				? [`${one.id} ${one.inForce} still has ${countOf(one.placeholders, 'placeholder')}`]
				: []),
			...(isOverdue(one, today) ? [`the review of ${one.id} was due on ${one.nextReview}`] : []),
			...(one.ownerHeld === 'nobody'
				? [one.owner === null ? `${one.id} names no owner` : `nobody is ${one.owner}, who owns ${one.id}`]
				: []),
		];
	});
}

/** A text that is approved or in its place, and still not in force, is so from a day to come on. */
function statusWords({ status }: CoveringDocument): string {
	if (status === 'draft') return 'a draft';
	return status === 'approved' || status === 'effective' ? `${status}, and not in force yet` : status;
}

function isUnfinished({ placeholders }: CoveringDocument): boolean {
	return placeholders > 0;
}

function isUnseen(one: CoveringDocument): boolean {
	return one.notEvaluated !== null;
}

function isOver({ status }: CoveringDocument): boolean {
	return status === 'retired' || status === 'withdrawn' || status === 'superseded' || status === 'missing';
}

function isOverdue({ nextReview }: CoveringDocument, today: string): boolean {
	return nextReview !== null && nextReview < today;
}
