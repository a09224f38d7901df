import { mayBeRetired } from '../../may-be-retired.ts';
import type { HistoryRule } from '../../rule.ts';

export const vanished: HistoryRule = {
	name: 'document/vanished',
	severity: 'error',
	summary: 'An id that stood on the mainline stands nowhere, and the document was not retired.',
	why: 'A procedure that silently disappears takes its trainings, runs and approvals with it; nobody can say whether it still applies.',
	remedy:
		'Bring the file back, or keep its text in `archive/`, where its id stays taken. `sop retire` records that a document does not apply any more.',
	points: 'At the place where its file stood; at the line of the config where `ignore` hides it.',
	clauses: ['iso-9001 7.5.3.2 d', 'eu-gmp Chapter 4'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# file: b.sop.yaml\n{{small SOP-FIN-902}}# now\n# file: a.sop.yaml\n{{small SOP-FIN-901}}',
		good: '# commit: 2026-01-20\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# file: b.sop.yaml\n{{small SOP-FIN-902}}# now\n# file: a.sop.yaml\n{{small SOP-FIN-901}}# file: finance/b.sop.yaml\n{{small SOP-FIN-902}}',
	},
	*check({ history, documents }) {
		if (!history.whole) return;
		const standing = new Set(documents.map(({ id }) => id));
		if (history.cutOff !== null) yield { notEvaluated: history.cutOff };
		for (const past of history.documents) {
			const { id, trail, timeline, hiddenBy } = past;
			if (!timeline.stood || standing.has(id) || mayBeRetired(past)) continue;
			if (hiddenBy !== undefined) {
				const { file, index, pattern, since } = hiddenBy;
				const when =
					since === null
						? ''
						: since === 'not yet'
							? `, which is not so on ${history.mainline}`
							: `, since ${since.day} (${since.commit.slice(0, 7)})`;
				const [path] = timeline.standing;
				yield {
					file,
					place: { path: ['ignore', index] },
					message: `${id} still stands at ${inLibrary(path?.path ?? '', history.prefix)}, and nothing looks at it: ${pattern} is ignored${when}`,
					help: 'Take the line out, or narrow it. A document that does not apply any more goes to `archive/`.',
				};
				continue;
			}
			const last = trail.entries.find(({ mainline }) => mainline !== null);
			const [place] = timeline.standing.length > 0 ? timeline.standing : (last?.before ?? []);
			if (place === undefined) continue;
			const replaced = timeline.standing.length === 0 ? last?.replacedBy : null;
			const instead =
				replaced === 'other text'
					? ', whose file holds another text now'
					: replaced
						? `, where a ${replaced} stands now`
						: '';
			yield {
				file: inLibrary(place.path, history.prefix),
				gone: id,
				place: { path: [] },
				message: `${id} stood at ${inLibrary(place.path, history.prefix)}${instead}, and no file bears its id`,
			};
		}
	},
};

function inLibrary(path: string, prefix: string): string {
	return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}
