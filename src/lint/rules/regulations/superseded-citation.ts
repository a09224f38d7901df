import { judgeCitation } from '../../../model/clause-packs/judge-citation.ts';
import { citingTexts } from '../../citations.ts';
import type { FileRule } from '../../rule.ts';

export const supersededCitation: FileRule = {
	name: 'regulations/superseded-citation',
	severity: 'warning',
	summary: 'A clause or edition is cited that is no longer in force. Needs no framework in the config.',
	why: 'A procedure that follows a rule which has been replaced may miss what the new one asks for, and an inspector sees it on the first page.',
	remedy: 'Read what took its place, mend the procedure where it differs, and cite that.',
	points: 'At the clause, or at the citation where its whole edition was replaced.',
	clauses: ['iso-9001 7.5.3.2', 'iso-13485 4.2.4'],
	scope: 'file',
	kinds: ['sop', 'checklist', 'controls'],
	examples: {
		bad: citing('21 CFR 820.40', 'Document controls', 'FDA', '2025'),
		good: citing('ISO 13485:2016 4.2.4', 'Control of documents', 'ISO', '2016'),
	},
	*check(subject) {
		const { today } = subject.library;
		for (const { text, path, edition } of citingTexts(subject)) {
			for (const { at, printed, superseded, byStatedEdition } of judgeCitation(text, today, edition)) {
				if (superseded === undefined) continue;
				yield {
					place: byStatedEdition ? { path: [...path.slice(0, -1), 'edition'] } : { path, within: at },
					message: `${printed} has not been in force since ${superseded.since}`,
					help: `Cite ${superseded.by}.`,
				};
			}
		}
	},
};

function citing(cite: string, title: string, issuer: string, edition: string): string {
	return `regulations:
  - cite: ${cite}
    title: ${title}
    issuer: ${issuer}
    edition: "${edition}"
`;
}
