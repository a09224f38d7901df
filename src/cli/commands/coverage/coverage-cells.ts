import type { CoveringDocument } from '../../../control/coverage/covering-document.ts';
import type { CoverageRow } from '../../../control/coverage/judge-activity.ts';
import { withheldWords } from '../../withholding.ts';

/** A row of coverage as JSON gives it. */
export function coverageJson(row: CoverageRow, executed: Readonly<Record<string, unknown>>) {
	const {
		id,
		name,
		function: part,
		risk = null,
		every = null,
		owner = null,
		notApplicable = null,
	} = row.activity;
	return {
		activity: id,
		name,
		function: part,
		risk,
		every,
		typicalOwner: owner,
		status: row.status,
		notApplicable,
		why: row.why,
		sops: row.sops.map(documentJson),
		checklists: row.checklists.map(documentJson),
		executed,
	};
}

/** The same row as cells. */
export function coverageCells(row: CoverageRow, executed: string): Readonly<Record<string, string | null>> {
	const { activity, status, why, sops, checklists } = row;
	const inForce = [...sops, ...checklists].filter((one) => one.inForce !== null && !one.isWithheld);
	const reviews = inForce.flatMap(({ nextReview }) => nextReview ?? []).sort();
	return {
		status,
		risk: activity.risk ?? null,
		function: activity.function,
		activity: activity.id,
		name: activity.name,
		every: activity.every ?? null,
		sop: wordsOf(sops),
		checklist: wordsOf(checklists),
		executed: status === 'set aside' ? null : executed,
		owner: ownersOf(sops.some((one) => one.inForce !== null) ? sops : [...sops, ...checklists]),
		typicalOwner: activity.owner ?? null,
		ownerOrTypical:
			ownersOf([...sops, ...checklists]) ?? (activity.owner === undefined ? null : `(${activity.owner})`),
		nextReview: reviews[0] ?? null,
		why: why.join('; '),
	};
}

function documentJson(one: CoveringDocument): Readonly<Record<string, unknown>> {
	if (one.isWithheld) return { id: null, inForce: one.inForce !== null, withheld: 'classification' };
	const { id, title, inForce, placeholders, notEvaluated, standing, status, owner, ownerHeld, nextReview } =
		one;
	return { id, title, inForce, placeholders, notEvaluated, standing, status, owner, ownerHeld, nextReview };
}

/** Documents in force with their versions; where none is, what there is, and how it stands. */
function wordsOf(documents: readonly CoveringDocument[]): string | null {
	const inForce = documents.filter((one) => one.inForce !== null);
	const told = inForce.length > 0 ? inForce : documents;
	return told.length === 0 ? null : [...new Set(told.map(wordsOfOne))].join(', ');
}

function wordsOfOne({ isWithheld, id, inForce, standing, status, notEvaluated }: CoveringDocument): string {
	if (isWithheld) return withheldWords;
	if (inForce !== null) return `${id} ${inForce}`;
	return `${id}${standing === null ? '' : ` ${standing}`} (${notEvaluated === null ? status : 'not evaluated'})`;
}

/** Who owns what is in force, else what there is; told where nobody is behind a name. */
function ownersOf(documents: readonly CoveringDocument[]): string | null {
	const told = documents.filter(({ isWithheld }) => !isWithheld);
	const inForce = told.filter((one) => one.inForce !== null);
	const owners = (inForce.length > 0 ? inForce : told).map(({ owner, ownerHeld }) =>
		owner === null ? 'nobody' : ownerHeld === 'nobody' ? `${owner} (held by nobody)` : owner,
	);
	return owners.length === 0 ? null : [...new Set(owners)].join(', ');
}
