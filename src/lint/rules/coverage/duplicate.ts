import type { HistoryRule } from '../../rule.ts';

export const duplicate: HistoryRule = {
	name: 'coverage/duplicate',
	severity: 'warning',
	summary: 'Two documents in force cover one activity.',
	why: 'Where two procedures say how one thing is done, people follow the one they know, and the two drift apart.',
	remedy: 'Put them together, or say in `covers` and in section 1 what each is for.',
	points: 'At the activity, in the later document by path.',
	clauses: ['iso-9001 7.5.1'],
	scope: 'history',
	examples: {
		bad: story('accounts-payable', 'accounts-payable'),
		good: story('accounts-payable', 'accounts-receivable'),
	},
	*check({ history, isReported }) {
		const isUntold = history.documents.some(
			({ here, state }) => (here?.covers.length ?? 0) > 0 && state.notEvaluated !== null,
		);
		if (history.cutOff !== null && isUntold) yield { notEvaluated: history.cutOff };
		const documents = history.documents
			.flatMap(({ here, state }) => (here !== undefined && state.inForce !== undefined ? [here] : []))
			.sort((a, b) => (a.file < b.file ? -1 : 1));
		const first = new Map<string, { readonly id: string | undefined; readonly file: string }>();
		for (const { kind, file, id, covers } of documents) {
			for (const [index, activity] of [...new Set(covers)].entries()) {
				// A checklist has the work done that an SOP describes.
				const key = `${kind} ${activity}`;
				const other = first.get(key);
				if (other === undefined) first.set(key, { id, file });
				else if (isReported(file))
					yield {
						file,
						place: { path: covers.length > 1 ? ['covers', index] : ['covers'] },
						message: `${other.id} (${other.file}) covers ${activity} as well`,
					};
			}
		}
	},
};

function story(first: string, second: string): string {
	return `# commit: 2026-01-20
covers:
  - ${second}
# file: a.sop.yaml
{{small SOP-FIN-901}}covers:
  - ${first}
`;
}
