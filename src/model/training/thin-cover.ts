import { covers } from '../day-span.ts';
import type { PeopleRegister } from '../documents.generated.ts';
import { holdersOn } from '../role-holders.ts';
import { rows as rowsOf } from '../several.ts';
import type { PerformedStep } from './document-training.ts';
import type { TrainedVersion, TrainingRow } from './training-row.ts';

/** A step or item that one person alone can do, or nobody. */
export interface ThinCover {
	readonly document: string;
	readonly version: string;
	/** Its id. */
	readonly step: string;
	/** Roles of the register, any of which does it. */
	readonly roles: readonly string[];
	/** Who holds one of them and is trained: one or nobody. */
	readonly able: readonly string[];
	/** Who holds one of them and is not. */
	readonly untrained: readonly string[];
	/** Whether the one who can is away on that day. */
	readonly isAway: boolean;
	/** As a sentence without a full stop. */
	readonly why: string;
}

/** A version in force, and its steps; of a checklist with the document that its people are trained on. */
export interface CoveredVersion {
	readonly document: string;
	readonly version: string;
	readonly steps: readonly (PerformedStep & { readonly trainedOn: string | undefined })[];
}

/** The steps of documents in force that no two people can do: hold a role of theirs on the day, and are trained. */
export function thinCover(
	versions: readonly CoveredVersion[],
	rows: readonly TrainingRow[],
	people: PeopleRegister,
	/** YYYY-MM-DD. */
	day: string,
): readonly ThinCover[] {
	const holders = holdersOn(people, day);
	const lacking = new Set<string>();
	const away = awayOn(people, day);
	for (const { person, role, version, status } of rows) {
		if (person !== null && !version.isUpcoming && status !== 'trained')
			lacking.add(`${version.document}\n${role}\n${person}`);
	}
	return versions.flatMap(({ document, version, steps }) =>
		steps.flatMap(({ id, lines, trainedOn }) =>
			lines.flatMap((roles): readonly ThinCover[] => {
				const able = new Set<string>();
				const holding = new Set<string>();
				for (const role of roles)
					for (const person of holders.get(role) ?? []) {
						holding.add(person);
						if (!lacking.has(`${trainedOn}\n${role}\n${person}`)) able.add(person);
					}
				if (able.size > 1) return [];
				const untrained = [...holding].filter((person) => !able.has(person)).sort();
				const isAway = [...able].some((person) => away.has(person));
				const why = reasonOf(roles, [...able], untrained, isAway);
				return [{ document, version, step: id, roles, able: [...able], untrained, isAway, why }];
			}),
		),
	);
}

/** The steps of a version in force that its own training is for. */
export function ownSteps({ document, version, training }: TrainedVersion): CoveredVersion {
	return { document, version, steps: training.steps.map((step) => ({ ...step, trainedOn: document })) };
}

function awayOn(people: PeopleRegister, day: string): ReadonlySet<string> {
	const away = rowsOf(people.people).filter((person) =>
		rowsOf(person?.absent).some((span) => covers(span, day)),
	);
	return new Set(away.flatMap(({ id }) => id ?? []));
}

function reasonOf(
	roles: readonly string[],
	able: readonly string[],
	untrained: readonly string[],
	isAway: boolean,
): string {
	const named = roles.join(' or ');
	if (able.length === 0)
		return untrained.length === 0
			? `nobody holds the role ${named}`
			: `nobody in the role ${named} is trained`;
	const away = isAway ? ', and is away' : '';
	return untrained.length === 0
		? `${able[0]} alone holds the role ${named}${away}`
		: `${able[0]} alone is trained in the role ${named}${away}`;
}
