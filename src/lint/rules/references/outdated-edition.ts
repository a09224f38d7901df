import { normal } from '../../../model/history/version.ts';
import type { HistoryRule } from '../../rule.ts';

export const outdatedEdition: HistoryRule = {
	name: 'references/outdated-edition',
	severity: 'warning',
	summary: 'A reference pins a version of another document that is not in force.',
	why: 'Whoever follows the reference reads a version that others have left, or that does not hold yet.',
	remedy: 'Read what has changed with `sop diff`, and name the version in force; or leave `edition` out.',
	points: 'At the edition.',
	clauses: ['iso-13485 4.2.4 d', 'iso-9001 7.5.3.2 c'],
	scope: 'history',
	examples: {
		bad: story('0.9'),
		good: story('1.0'),
	},
	*check({ history, isReported }) {
		const known = new Map(history.documents.map((past) => [past.id, past.state]));
		for (const { here } of history.documents) {
			if (here === undefined || !isReported(here.file)) continue;
			for (const { id, edition, path } of here.references) {
				const state = edition === undefined ? undefined : known.get(id);
				if (edition === undefined || state === undefined || state.status === 'retired') continue;
				if (state.notEvaluated !== null) {
					yield { notEvaluated: state.notEvaluated };
					continue;
				}
				const { inForce } = state;
				if (inForce !== undefined && normal(inForce.version) === normal(edition)) continue;
				yield {
					file: here.file,
					place: { path: [...path.slice(0, -1), 'edition'] },
					message: `The reference pins version ${edition} of ${id}, and ${inForce === undefined ? 'none is in force' : `${inForce.version} is in force`}`,
				};
			}
		}
	},
};

function story(edition: string): string {
	return `# commit: 2026-01-20
references:
  - id: SOP-FIN-901
    edition: "${edition}"
    how: feeds
# file: b.sop.yaml
{{small SOP-FIN-901}}`;
}
