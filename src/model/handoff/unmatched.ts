import { groupBy } from '../../diagnostics/group-by.ts';
import type { DocumentSummary, HandedOver, TakenOver } from '../document-summary.ts';
import { isSameThing } from './passages.ts';

/** A handoff between two documents of which only one side knows. */
export interface Unmatched {
	/** The document that names the other. */
	readonly document: DocumentSummary;
	readonly other: DocumentSummary;
}

/** Something handed to a document that does not list it. */
export interface Unreceived extends Unmatched {
	readonly given: HandedOver;
	readonly to: HandedOver['to'][number];
	/** What the receiver takes from the giver under other names. */
	readonly takenInstead: readonly string[];
}

/** Something taken from a document that does not hand it over. */
export interface Unsent extends Unmatched {
	readonly taken: TakenOver;
	/** What the giver hands to the taker under other names. */
	readonly givenInstead: readonly string[];
}

/** Finds the handoffs between SOPs of which only one side knows; what cannot be read, or is archived, is held against nobody. */
export function unmatchedHandoffs(documents: readonly DocumentSummary[]): {
	readonly unreceived: readonly Unreceived[];
	readonly unsent: readonly Unsent[];
} {
	const sops = documents.filter((one) => one.kind === 'sop' && one.id !== undefined && !isArchived(one));
	const byId = groupBy(sops, ({ id }) => id);
	const otherOf = (one: DocumentSummary, id: string): DocumentSummary | undefined => {
		const [found, another] = byId.get(id) ?? [];
		// Two files of one id are a finding of their own.
		if (found === undefined || another !== undefined || found === one) return undefined;
		return found.known === 'whole' && !found.passingBroken ? found : undefined;
	};
	const unreceived = sops.flatMap((document) =>
		document.gives.flatMap((given) =>
			given.to.flatMap((to): Unreceived[] => {
				const other = otherOf(document, to.id);
				if (other === undefined) return [];
				const takes = other.takes.filter(({ from }) => from.id === document.id);
				if (takes.some((taken) => isSameThing(given, taken))) return [];
				const own = document.gives.filter((one) => one.to.some(({ id }) => id === other.id));
				const left = takes.filter((taken) => !own.some((one) => isSameThing(one, taken)));
				return [{ document, other, given, to, takenInstead: left.map(({ name }) => name) }];
			}),
		),
	);
	const unsent = sops.flatMap((document) =>
		document.takes.flatMap((taken): Unsent[] => {
			const other = otherOf(document, taken.from.id);
			if (other === undefined) return [];
			const gives = other.gives.filter(({ to }) => to.some(({ id }) => id === document.id));
			if (gives.some((given) => isSameThing(given, taken))) return [];
			const own = document.takes.filter(({ from }) => from.id === other.id);
			const left = gives.filter((given) => !own.some((one) => isSameThing(given, one)));
			return [{ document, other, taken, givenInstead: left.map(({ name }) => name) }];
		}),
	);
	return { unreceived, unsent };
}

function isArchived({ file }: DocumentSummary): boolean {
	return file.startsWith('archive/');
}
