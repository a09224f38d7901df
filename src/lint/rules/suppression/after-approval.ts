import type { HistoryRule } from '../../rule.ts';

const comment = '    # sop-disable-next-line document/placeholder -- The supplier calls it so\n';

export const afterApproval: HistoryRule = {
	name: 'suppression/after-approval',
	severity: 'error',
	summary: 'A comment that keeps a rule quiet was written into a text after it was signed.',
	why: 'A signature covers what the text says, not its comments. Whoever signed has not seen what is hidden since.',
	remedy:
		'Mend what the comment hides in the next version, or have that version signed with the comment in it.',
	points: 'At the comment.',
	clauses: ['cfr-11 11.10(e)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: story('', comment),
		good: story(comment, comment),
	},
	*check({ history, isReported }) {
		if (history.cutOff !== null && history.unseenRecords !== null)
			yield { notEvaluated: history.unseenRecords };
		for (const { file, suppression, version, signed } of history.lateSuppressions) {
			if (!isReported(file)) continue;
			yield {
				file,
				place: { offsets: suppression.offsets },
				message: `${suppression.rule} is kept quiet here, and was not when the last signature of version ${version} was known, on ${signed}`,
			};
		}
	},
};

function story(signed: string, now: string): string {
	const purpose = (above: string) => `purpose:
  why: Pay each supplier once.
  in_scope:
${above}    - Supplier invoices, TBD
`;
	return `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
${purpose(signed)}# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller}
# now
${purpose(now)}# file: registers/people.yaml
{{people}}`;
}
