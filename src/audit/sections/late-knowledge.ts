import type { AuditInput } from '../audit-input.ts';
import { documentsOfPeriod } from '../first-shown.ts';
import { asKnownThenList } from '../late/as-known-then-list.ts';
import { claimsOf } from '../late/claims.ts';
import { lateChecks } from '../late/late-checks.ts';
import { lateKnowledgeList } from '../late/late-knowledge-list.ts';
import type { Section } from '../section.ts';

/** what became known after the moment that it claims, and which answers that changed. */
export function lateKnowledge(input: AuditInput): Section {
	const claims = claimsOf(input);
	const documents = documentsOfPeriod(input);
	return {
		id: 'A-3',
		name: 'late-knowledge',
		title: 'Late knowledge',
		question: 'What became known only after the day it claims, and which answers did that change?',
		checks: lateChecks(input, claims, documents),
		lists: [lateKnowledgeList(claims), asKnownThenList(input, documents)],
		notes: [
			'A record counts from the moment the mainline shows it, never from the moment it claims: nothing here is in force, approved or excused earlier than its known day.',
			'Facts are listed that claim a day of the period, or became known in it.',
			'What claims a day before the record begins is not evaluated: it was kept elsewhere then, and became known here when it was brought over.',
			'An answer for the end of the period is about the text that stood then. What came after it, a later version or a signature under a draft of then, is no other answer.',
			'Signatures on paper from before the library was adopted are listed, and no check is held against their days: the paper is older than the record by its nature.',
		],
	};
}
