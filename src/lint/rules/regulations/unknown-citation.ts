import { judgeCitation } from '../../../model/clause-packs/judge-citation.ts';
import { citingTexts } from '../../citations.ts';
import type { FileRule } from '../../rule.ts';

export const unknownCitation: FileRule = {
	name: 'regulations/unknown-citation',
	severity: 'warning',
	summary: 'A clause is cited that its framework, as the config names it, does not have.',
	why: 'An auditor looks the clause up. One that does not exist shows that the procedure was never held against it.',
	remedy: 'Look the number up in the edition that applies to you, and mend the citation.',
	points: 'At the clause.',
	clauses: ['iso-9001 7.5.3.2', 'iso-13485 4.2.4'],
	scope: 'file',
	kinds: ['sop', 'controls'],
	examples: {
		bad: controlFor('7.5.33'),
		good: controlFor('7.5.3'),
	},
	*check(subject) {
		const { frameworks } = subject.library.config;
		for (const { text, path, edition, from } of citingTexts(subject)) {
			// A control that nothing has is controls/unknown-control.
			if (from === 'satisfies') continue;
			for (const { pack, at, printed, state } of judgeCitation(text, subject.library.today, edition)) {
				if (state !== 'unknown' || !frameworks?.includes(pack.framework)) continue;
				yield {
					place: { path, within: at },
					message: `There is no ${printed}`,
					help: `${pack.title}, edition ${pack.edition}, has no clause of this number.`,
				};
			}
		}
	},
};

function controlFor(clause: string): string {
	return `# file: sop.config.yaml
library: 7f3c9d0e5b1a4c2d
frameworks:
  - iso-9001
# file: registers/controls.yaml
format: 1
controls:
  - id: DOC-01
    title: Documents are controlled
    clauses:
      - ISO 9001:2015 ${clause}
`;
}
