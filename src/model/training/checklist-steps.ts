import type { Checklist } from '../documents.generated.ts';
import { rows, several } from '../several.ts';
import type { DocumentTraining } from './document-training.ts';
import type { CoveredVersion } from './thin-cover.ts';

/** An item of a checklist: who does it, by the names that it calls them. */
export interface ItemPerformers {
	readonly id: string;
	readonly by: readonly string[];
	/** The SOP whose training it takes: the one it follows, else the one its checklist executes. */
	readonly trainedOn: string | undefined;
	/** The SOP whose section 4 names its roles. */
	readonly namedBy: string | undefined;
}

/** Who does each item of a checklist. */
export function itemPerformers(checklist: Checklist): readonly ItemPerformers[] {
	return rows(checklist.items).flatMap((item) =>
		item?.id === undefined || item.by === undefined
			? []
			: [
					{
						id: item.id,
						by: several(item.by),
						trainedOn: item.follows ?? checklist.executes,
						namedBy: checklist.executes,
					},
				],
	);
}

/** The items of a checklist in force, their roles as the register calls them. `trainingOf`: of an SOP in force. */
export function checklistSteps(
	document: string,
	version: string,
	items: readonly ItemPerformers[],
	trainingOf: (id: string) => DocumentTraining | undefined,
): CoveredVersion {
	const steps = items.flatMap(({ id, by, trainedOn, namedBy }) => {
		const names = new Map(trainingOf(namedBy ?? '')?.roles);
		const roles = by.map((name) => (names.has(name) ? (names.get(name) ?? null) : name));
		// Somebody outside may do it: then our people say nothing about it.
		const inside = roles.flatMap((role) => role ?? []);
		return inside.length < roles.length ? [] : [{ id, lines: [[...new Set(inside)]], trainedOn }];
	});
	return { document, version, steps };
}
