import type { Handoff } from '../documents.generated.ts';
import { several } from '../several.ts';

/** What a handoff has to say: its key, and in words what is not said where it is missing. */
export const handoffParts = [
	['to', 'to whom it goes'],
	['protocol', 'how it goes'],
	['data', 'what data goes with it'],
	['accepted_when', 'when the receiver accepts it'],
] as const;

/** The parts that a handoff lacks: all of them where there is none. */
export function missingParts(handoff: Handoff | null | undefined): readonly (typeof handoffParts)[number][] {
	return handoffParts.filter(([key]) => several(handoff?.[key]).every((text) => text === ''));
}
