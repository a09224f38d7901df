import { decisionLimits, unevenLimits } from '../../../model/decision/limits.ts';
import { conditionPath } from '../../condition-path.ts';
import { decisionsOf } from '../../decision-tables.ts';
import type { FileRule } from '../../rule.ts';
import { enterStep, releaseStep } from '../../step-examples.ts';

export const unevenLimit: FileRule = {
	name: 'decisions/uneven-limit',
	severity: 'warning',
	summary: 'Two decisions divide one input at the same number, one counting it below and one above.',
	why: 'The invoice over exactly that number is small in one place and large in the other.',
	remedy: 'Decide on which side the number itself belongs, and write it so in both.',
	points: 'At the condition in the later decision.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: { bad: exampleWith('at_least', 'below'), good: exampleWith('above', 'at_most') },
	*check(subject) {
		if (decisionsOf(subject).length < 2) return;
		const decisions = decisionsOf(subject).flatMap(({ table, ...rest }) =>
			table === undefined ? [] : [{ ...rest, limits: decisionLimits(table) }],
		);
		for (const [at, second] of decisions.entries()) {
			const told = new Set<string>();
			for (const first of decisions.slice(0, at)) {
				for (const uneven of unevenLimits(first.limits, second.limits)) {
					const [limit] = uneven.second;
					const key = `${uneven.input} ${uneven.value}`;
					if (limit === undefined || told.has(key)) continue;
					told.add(key);
					yield {
						place: { path: conditionPath(second.source, second.index, limit.row) },
						message: `${uneven.input} = ${uneven.value} falls on the other side here than in the decision ${first.name}`,
					};
				}
			}
		}
	},
};

function exampleWith(over: string, upTo: string): string {
	return `procedure:
${enterStep}  - id: check
    do: Check the account number.
    by: clerk
    done_when: It agrees with the invoice.
${releaseStep}decisions:
  - id: within-limit
    after: enter
    question: Is the amount within the clerk's limit?
    input: amount
    branches:
      - at_most: 10000
        goto: check
      - above: 10000
        goto: over-limit
  - id: call-back
    after: check
    question: Must the supplier be called?
    input: amount
    branches:
      - ${upTo}: 10000
        goto: release
      - ${over}: 10000
        goto: over-limit
`;
}
