import { dayAt } from '../../../model/zone.ts';
import { atRecord } from '../../at-record.ts';
import type { HistoryRule } from '../../rule.ts';

export const contextMoved: HistoryRule = {
	name: 'approval/context-moved',
	severity: 'warning',
	summary: 'What a signed text leans on is not what it was when it was signed.',
	why: 'The words are the same, and may mean something else: a role has other delegates, a followed procedure another version, a form other fields. The signature holds; whoever gave it has not seen this.',
	remedy: 'Look at what has moved. Where it matters, have the document reviewed, or its next version signed.',
	points: 'At the context of the record.',
	clauses: ['iso-9001 7.5.3.2 c', 'iso-13485 4.2.4 b'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: story('Chief financial officer'),
		good: story('Financial controller'),
	},
	*check({ history }) {
		if (history.cutOff !== null && history.unseenRecords !== null)
			yield { notEvaluated: history.unseenRecords };
		for (const { record, document, version, moved } of history.movedContexts) {
			const since = dayAt(record.known, history.zone);
			const what =
				moved === undefined || moved.length === 0
					? 'what it leans on is not what the record says it was'
					: `since then ${moved.join(', ')} ${moved.length === 1 ? 'has' : 'have'} changed`;
			yield atRecord(record, 'context', {
				message: `Version ${version} of ${document} was signed by ${since}, and ${what}`,
			});
		}
	},
};

function story(now: string): string {
	const files = (name: string) => `# file: registers/people.yaml
{{people}}# file: registers/roles.yaml
format: 1
roles:
  - id: controller
    name: ${name}
  - id: clerk
    name: Clerk
`;
	return `# commit: 2026-01-05 by max.muster
${files('Financial controller')}# commit: 2026-01-20
title: Check of invoices
${files('Financial controller')}# record: approvals {person: ann.smith, role: controller, context: true}
# now
title: Check of invoices
${files(now)}`;
}
