import type { Sop } from '../../../model/documents.generated.ts';
import { responsibilityMatrix } from '../../../model/raci.ts';
import { sectionRoles } from '../../../model/section-roles.ts';
import { rows, several } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const raciGap: FileRule = {
	name: 'roles/raci-gap',
	severity: 'error',
	summary: 'Nobody is responsible or accountable for a step or an activity.',
	why: 'What is nobody’s duty is left undone on the day it matters, and afterwards nobody can be asked.',
	remedy: 'Name who does it, and who answers for it where that is not the owner.',
	points: 'At the step; for an activity, at its row of raci.',
	clauses: ['nist-800-53 xx-1 a', 'soc-2 CC5.3'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `roles:
  - id: clerk
    duty: Checks and enters the invoice
  - id: controller
    duty: Releases the payment and answers for it
"raci":
  - activity: Keeping the list of suppliers up to date
    informed: clerk
`,
		good: `roles:
  - id: clerk
    duty: Checks and enters the invoice
  - id: controller
    duty: Releases the payment and answers for it
"raci":
  - activity: Keeping the list of suppliers up to date
    responsible: clerk
`,
	},
	*check({ sop }) {
		if (sop === undefined) return;
		for (const { kind, name, path, responsible } of responsibilityMatrix(sop)) {
			// A step with neither `by` nor `together` breaks the schema, which says so; an empty `together` does not.
			if (responsible.length > 0) continue;
			if (kind === 'step' && rows(sop.procedure)[Number(path[1])]?.together === undefined) continue;
			yield {
				place: { path: [...path, kind === 'step' ? 'together' : 'responsible'] },
				message: `Nobody is responsible for the ${kind} ${name}`,
				help: `Write \`${kind === 'step' ? 'by' : 'responsible'}:\` with the role that does it.`,
			};
		}
		const roles = sectionRoles(sop);
		for (const { path, names, what } of accountableNames(sop)) {
			if (names.length === 0 || !names.every((name) => roles.find(name)?.external)) continue;
			yield {
				place: { path },
				message: `Nobody of ours is accountable for ${what}: ${names.join(', ')} is external`,
				help: 'Name the role here that answers for what others do for us.',
			};
		}
	},
};

function* accountableNames(sop: Sop) {
	yield { path: ['owner'], names: several(sop.owner), what: 'the procedure' };
	for (const [index, row] of rows(sop.raci).entries()) {
		const steps = several(row.steps);
		const what = row.activity ?? `the ${steps.length === 1 ? 'step' : 'steps'} ${steps.join(', ')}`;
		yield { path: ['raci', index, 'accountable'], names: several(row.accountable), what };
	}
}
