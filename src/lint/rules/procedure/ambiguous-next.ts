import { ambiguousNexts } from '../../../model/graph/analysis/ambiguous-next.ts';
import type { FileRule } from '../../rule.ts';
import { enterStep, releaseStep } from '../../step-examples.ts';

export const ambiguousNext: FileRule = {
	name: 'procedure/ambiguous-next',
	severity: 'error',
	summary:
		'A step has `next` beside a decision after it, or is one of several started together and would fall into the step below.',
	why: 'Two ways on are written and neither wins: two people follow it differently, both by the book.',
	remedy: 'Keep one of the two: the `next` of the step, or the decision after it.',
	points: 'At the `next`; where it is missing, at the step.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `procedure:
${enterStep}    next: release
${releaseStep}`,
		good: `procedure:
${enterStep}${releaseStep}`,
	},
	*check({ graph }) {
		if (graph === undefined) return;
		for (const one of ambiguousNexts(graph)) {
			if (one.reason === 'decision') {
				yield {
					place: { path: one.path },
					message: `After the step ${one.step.name}, both its \`next\` and the decision ${one.decision.name} say what comes`,
					help: `Take the \`next\` out, or the \`after\` of ${one.decision.name}.`,
				};
			} else {
				const into = one.into.kind === 'end' ? 'the end' : one.into.name;
				yield {
					place: { path: [...one.path, 'next'] },
					message: `The step ${one.step.name} is started together with others and does not say what comes after it`,
					help: `Write its \`next\`; without one it would fall into ${into}${one.intoSibling ? ', which was started with it' : ''}.`,
				};
			}
		}
	},
};
