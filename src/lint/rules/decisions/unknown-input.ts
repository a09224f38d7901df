import type { Path } from '../../../diagnostics/path.ts';
import { formsOf } from '../../../model/decision/only-if.ts';
import { nearest } from '../../../model/nearest.ts';
import { rows } from '../../../model/several.ts';
import { decisionWith, goodBranches } from '../../decision-example.ts';
import { domainsOf, inputNames } from '../../decision-tables.ts';
import type { FileRule } from '../../rule.ts';

export const unknownInput: FileRule = {
	name: 'decisions/unknown-input',
	severity: 'error',
	summary: 'A decision or an `only_if` tests an input that section 6 does not name.',
	why: 'What is not declared has no type, no unit and no source, so nobody can check the branches over it.',
	remedy: 'Add it to section 6, with its type, or mend the name.',
	points: 'At the name.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: decisionWith(goodBranches, '    input: amuont\n'),
		good: decisionWith(goodBranches),
	},
	*check({ sop }) {
		if (sop === undefined) return;
		const known = domainsOf(sop);
		const forms: { path: Path; form: { input?: string; inputs?: readonly string[] } }[] = rows(
			sop.decisions,
		).map((form, index) => ({ path: ['decisions', index], form }));
		for (const [index, step] of rows(sop.procedure).entries()) {
			if (step.only_if === undefined) continue;
			for (const { path, form } of formsOf(step.only_if))
				forms.push({ path: ['procedure', index, 'only_if', ...path], form });
		}
		for (const { path, form } of forms) {
			for (const [at, name] of inputNames(form).entries()) {
				if (known.has(name)) continue;
				const near = nearest(name, known.keys());
				yield {
					place: { path: [...path, ...(form.inputs === undefined ? ['input'] : ['inputs', at])] },
					message: `Section 6 names no input "${name}"`,
					help:
						near === undefined
							? `Add ${name} to section 6, with its type.`
							: `Did you mean ${near}? Else add it to section 6.`,
				};
			}
		}
	},
};
