import type { Problem } from '../../../diagnostics/problem.ts';
import { unknownItems } from '../../../model/checklist-targets.ts';
import { documentIdForm } from '../../../model/document-id.ts';
import type { Checklist } from '../../../model/documents.generated.ts';
import { nearest } from '../../../model/nearest.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

const foundHelp = {
	escalation: 'It is an escalation of section 10, which happens at a step: nothing leads to it by name.',
	lookup: 'It is a lookup table, which is answered by itself: nothing leads to it by name.',
} as const;

export const unknownTarget: FileRule = {
	name: 'procedure/unknown-target',
	severity: 'error',
	summary:
		'A `next`, `goto`, `resume`, `after`, `at`, `waits_for` or `follows` names no step, decision, exception or item.',
	why: 'Whoever gets there finds no next step, and does what seems right on the day.',
	remedy: 'Name a step, decision or exception of this document, or `end`.',
	points: 'At the name that leads nowhere.',
	clauses: [],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: `exceptions:
  - id: over-limit
    when: The amount is above the limit.
    do: Ask for a second signature.
    approved_by: controller
    limit: once
    resume: relase
`,
		good: `exceptions:
  - id: over-limit
    when: The amount is above the limit.
    do: Ask for a second signature.
    approved_by: controller
    limit: once
    resume: release
`,
	},
	*check({ graph, checklist, library }) {
		if (checklist !== undefined) yield* inChecklist(checklist);
		if (graph === undefined) return;
		for (const { reference, key, path, nearest: near, found } of graph.unresolved) {
			// A row of the responsibility matrix that names no step is roles/raci-conflict.
			if (key === 'steps') continue;
			yield {
				place: { path },
				message: `\`${key}\` names "${reference}", which is no step, decision or exception of this document`,
				help: found !== null ? foundHelp[found] : suggestion(near ?? undefined),
			};
		}
		const isId = documentIdForm(library.config);
		for (const { reference, path, target } of graph.calls) {
			if (target !== null || isId(reference)) continue;
			yield {
				place: { path },
				message: `\`follows\` names "${reference}", which is neither the id of a document nor a step of this one`,
				help: suggestion(nearest(reference, graph.byId.keys())),
			};
		}
	},
};

function* inChecklist(checklist: Checklist): Generator<Problem> {
	for (const { key, reference, path, nearest: near } of unknownItems(checklist)) {
		yield {
			place: { path },
			message: `\`${key}\` names "${reference}", which is no item of this checklist`,
			help: near === undefined ? 'Write the id of an item of this checklist.' : `Did you mean ${near}?`,
		};
	}
}

function suggestion(near: string | undefined): string {
	return near === undefined
		? 'Write the id of a step, decision or exception, or `end`.'
		: `Did you mean ${near}?`;
}
