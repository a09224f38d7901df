import { enumerate } from '../../../diagnostics/enumerate.ts';
import type { Path } from '../../../diagnostics/path.ts';
import type { Problem } from '../../../diagnostics/problem.ts';
import type { Handoff } from '../../../model/documents.generated.ts';
import { missingParts } from '../../../model/handoff/missing-parts.ts';
import { rows } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const incompleteHandoff: FileRule = {
	name: 'outputs/incomplete-handoff',
	severity: 'warning',
	summary:
		'An output, or the result of an automated step, does not say to whom it goes, how, with what data, or when it is accepted.',
	why: 'Work is lost between two desks. Whoever receives must know that something comes, by what way, and when it is complete.',
	remedy: 'Write `to`, `protocol`, `data` and `accepted_when` of the handoff.',
	points: 'At the handoff; at the output or step that has none.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: outputs(''),
		good: outputs("      accepted_when: The supplier's account is credited\n"),
	},
	*check({ sop }) {
		for (const [index, output] of rows(sop?.outputs).entries()) {
			const name = output.id ?? output.name ?? index + 1;
			yield* lacking(output.handoff, `The output ${name}`, ['outputs', index, 'handoff']);
		}
		for (const [index, step] of rows(sop?.procedure).entries()) {
			// A step that people do hands over by what it gives; a robot needs to be told.
			if (step.handoff === undefined && step.automated !== true) continue;
			yield* lacking(step.handoff, `The step ${step.id ?? index + 1}`, ['procedure', index, 'handoff']);
		}
	},
};

function* lacking(handoff: Handoff | undefined, what: string, path: Path): Generator<Problem> {
	if (handoff === undefined) {
		yield {
			place: { path },
			message: `${what} is handed over to nobody`,
			help: 'Write `handoff:` with `to`, `protocol`, `data` and `accepted_when`.',
		};
		return;
	}
	const missing = missingParts(handoff);
	const [first] = missing;
	if (first === undefined) return;
	yield {
		place: { path: [...path, first[0]] },
		message: `${what} does not say ${enumerate(missing.map(([, words]) => words))}`,
		help: `Write ${enumerate(
			missing.map(([key]) => `\`${key}:\``),
			'and',
		)} below \`handoff\`.`,
	};
}

function outputs(accepted: string): string {
	return `outputs:
  - id: payment
    name: Released payment
    handoff:
      to: supplier
      protocol: Bank transfer with the invoice number as reference
      data:
        - amount
${accepted}`;
}
