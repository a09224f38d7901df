import type { Path } from '../diagnostics/path.ts';
import type { RaciRow, Sop, Step } from './documents.generated.ts';
import { onceFor } from './once-for.ts';
import { rows, several } from './several.ts';

/** Who has which part in one step or activity. Names are as the document writes them: of section 4 or of the register. */
export interface Responsibility {
	/** `step`: a step of section 7; `activity`: something that is no step, told in a row of `raci`. */
	readonly kind: 'step' | 'activity';
	/** Id of the step, or the activity in words. */
	readonly name: string;
	/** Its row: of `procedure`, or of `raci`. */
	readonly path: Path;
	/** Who does it; several of a step are any of them, or all where the step says `together`. */
	readonly responsible: readonly string[];
	/** Who answers for it: the owner where no row says otherwise; more than one is a conflict. */
	readonly accountable: readonly string[];
	readonly consulted: readonly string[];
	readonly informed: readonly string[];
}

/**
 * The responsibility matrix of an SOP. It is derived: the doer of a step is responsible, the owner accountable, and
 * the rows of `raci` say what differs (format.md, section 4). Steps first, then activities, in their order.
 */
export const responsibilityMatrix: (sop: Sop) => readonly Responsibility[] = onceFor(deriveMatrix);

function deriveMatrix(sop: Sop): readonly Responsibility[] {
	const matrix = rows<RaciRow | null>(sop.raci).filter((row) => row !== null && row !== undefined);
	const byStep = new Map<string, RaciRow[]>();
	for (const row of matrix) {
		for (const step of several(row.steps)) byStep.set(step, [...(byStep.get(step) ?? []), row]);
	}
	const steps = rows<Step | null>(sop.procedure).flatMap((step, index): Responsibility[] => {
		if (!step?.id) return [];
		const about = byStep.get(step.id) ?? [];
		const doers = doersOf(step);
		return [
			{
				kind: 'step',
				name: step.id,
				path: ['procedure', index],
				...partsOf(sop, about),
				responsible: doers.length > 0 ? doers : namesOf(about, 'responsible'),
			},
		];
	});
	const activities = rows<RaciRow | null>(sop.raci).flatMap((row, index): Responsibility[] =>
		row?.activity
			? [{ kind: 'activity', name: row.activity, path: ['raci', index], ...partsOf(sop, [row]) }]
			: [],
	);
	return [...steps, ...activities];
}

/** The roles that do a step: any of `by`, or all of `together`. */
export function doersOf(step: Pick<Step, 'by' | 'together'>): readonly string[] {
	return [...new Set([...several(step.by), ...several(step.together)])].filter((name) => name !== '');
}

function partsOf(sop: Sop, about: readonly RaciRow[]) {
	const accountable = namesOf(about, 'accountable');
	return {
		responsible: namesOf(about, 'responsible'),
		accountable: accountable.length > 0 ? accountable : several(sop.owner),
		consulted: namesOf(about, 'consulted'),
		informed: namesOf(about, 'informed'),
	};
}

function namesOf(about: readonly RaciRow[], key: keyof RaciRow): readonly string[] {
	return [...new Set(about.flatMap((row) => several(row[key])))].filter((name) => name !== '');
}
