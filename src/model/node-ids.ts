import type { Checklist, Sop } from './documents.generated.ts';
import { rows } from './several.ts';

/** The ids of all that somebody can speak of in a document: steps, decisions, checkpoints, escalations, exceptions and items. */
export function nodeIds(document: Sop & Checklist): readonly string[] {
	const sections = [
		document.procedure,
		document.decisions,
		document.quality,
		document.escalation,
		document.exceptions,
		document.items,
	];
	return sections.flatMap((section) =>
		rows<{ readonly id?: string } | null>(section).flatMap((row) => row?.id ?? []),
	);
}
