import { registeredNames } from '../../../model/registered-names.ts';
import { raciConflicts } from '../../raci-conflicts.ts';
import type { FileRule } from '../../rule.ts';

export const raciConflict: FileRule = {
	name: 'roles/raci-conflict',
	severity: 'error',
	summary:
		'A row of raci contradicts: two are accountable for one step, it names an unknown step or role, or its responsible is not who does the step.',
	why: 'Where two answer for one thing, each relies on the other. A matrix that says something else than the steps cannot be followed.',
	remedy: 'Leave one accountable role for each step, and name steps and roles as sections 4 and 7 do.',
	points: 'At the name that contradicts.',
	clauses: ['soc-2 CC5.3'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `roles:
  - id: clerk
    duty: Checks and enters the invoice
  - id: controller
    duty: Releases the payment and answers for it
"raci":
  - steps:
      - release
    accountable:
      - controller
      - clerk
`,
		good: `roles:
  - id: clerk
    duty: Checks and enters the invoice
  - id: controller
    duty: Releases the payment and answers for it
"raci":
  - steps:
      - release
    accountable: controller
    informed: clerk
`,
	},
	check: ({ sop, library }) =>
		sop === undefined ? [] : raciConflicts(sop, registeredNames(library.registers).roles),
};
