import type { PastDocument } from '../../history-subject.ts';
import type { HistoryRule } from '../../rule.ts';

export const retiredDocument: HistoryRule = {
	name: 'references/retired-document',
	severity: 'error',
	summary: 'A document sends people to one that is retired.',
	why: 'Whoever follows the procedure ends at a text that does not hold any more, and may work by it.',
	remedy: 'Name the document that took its place, or leave the reference out.',
	points: 'At the id as written.',
	clauses: ['iso-13485 4.2.4 h', 'iso-9001 7.5.3.2'],
	scope: 'history',
	examples: {
		bad: story('references:\n  - id: SOP-FIN-901\n    how: feeds\n'),
		good: story(''),
	},
	*check({ history, isReported }) {
		if (history.cutOff !== null && history.unseenRecords !== null)
			yield { notEvaluated: history.unseenRecords };
		const retired = new Map(
			history.documents.filter(({ state }) => state.status === 'retired').map((past) => [past.id, past]),
		);
		for (const { here, state } of history.documents) {
			if (here === undefined || !isReported(here.file) || state.status === 'retired') continue;
			for (const { id, how, path } of here.references) {
				const target = retired.get(id);
				// What a change affected then may be retired since.
				if (target === undefined || how === 'affects') continue;
				const successor = successorOf(target);
				yield {
					file: here.file,
					place: { path },
					message: `${id} was ${target.state.why[0] ?? 'retired'}`,
					...(successor === undefined ? {} : { help: `Its successor is ${successor}.` }),
				};
			}
		}
	},
};

function successorOf({ state }: PastDocument): string | undefined {
	return state.approvals?.judgedWithdrawals.find(
		({ cause, record: { value } }) => cause === null && value.withdraws === 'document',
	)?.record.value.successor;
}

function story(references: string): string {
	const record =
		'# record: withdrawals {document: SOP-FIN-901, person: ann.smith, role: controller, withdraws: document, from: 2026-02-01, reason: Not done any more}\n';
	const files = '# file: archive/b.sop.yaml\n{{small SOP-FIN-901}}# file: registers/people.yaml\n{{people}}';
	return `# commit: 2026-01-20\ntitle: Check of invoices\n${references}${files}# commit: 2026-02-01\ntitle: Check of invoices\n${references}${record}${files}`;
}
