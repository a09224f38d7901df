import { type Section, type SectionNumber, sections } from '../model/sections.ts';

/** Sections that are written in every SOP and cannot be set aside. */
export const alwaysWritten: ReadonlySet<SectionNumber> = new Set([1, 4, 7, 8, 11, 14, 15]);

/** Sections whose absence audits fail on. */
export const auditedSections: ReadonlySet<SectionNumber> = new Set([8, 11, 14]);

/** A part of a document that must be there: one key, or several of which one is enough. */
export interface NeededPart {
	readonly number: SectionNumber;
	readonly name: string;
	readonly keys: readonly string[];
}

/** The fifteen sections of an SOP; the sixth is inputs and outputs. */
const ofSop: readonly NeededPart[] = sections.map(({ number, name, key }: Section) => ({
	number,
	name,
	keys: key === 'inputs' ? ['inputs', 'outputs'] : [key],
}));

/** A checklist is a document too: it has its items in place of a procedure, a history and an approval. */
const ofChecklist: readonly NeededPart[] = ofSop.flatMap((part) => {
	if (part.number === 7) return [{ ...part, name: 'Items', keys: ['items'] }];
	return part.number === 14 || part.number === 15 ? [part] : [];
});

/** The parts that a document of a kind must have, in their order. */
export function neededParts(kind: 'sop' | 'checklist'): readonly NeededPart[] {
	return kind === 'sop' ? ofSop : ofChecklist;
}
