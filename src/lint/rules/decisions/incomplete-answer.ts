import type { Problem } from '../../../diagnostics/problem.ts';
import { describeSet } from '../../../model/decision/describe-set.ts';
import { domainSet } from '../../../model/decision/domain-set.ts';
import type { InputDomain } from '../../../model/decision/input-domain.ts';
import { contains } from '../../../model/decision/value-set.ts';
import type { Branch, Decision } from '../../../model/documents.generated.ts';
import { rows, several } from '../../../model/several.ts';
import { domainsOf } from '../../decision-tables.ts';
import type { FileRule } from '../../rule.ts';
import { enterStep, releaseStep } from '../../step-examples.ts';

export const incompleteAnswer: FileRule = {
	name: 'decisions/incomplete-answer',
	severity: 'error',
	summary: 'A branch gives other names than its siblings, or a value outside its domain.',
	why: 'Whoever needs the answer later finds it on some ways and not on others.',
	remedy: 'Let every branch that goes on give the same names, with values that section 6 allows.',
	points: 'At the value, or at the branch that lacks one.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: exampleWith('        gives:\n          second-signature: true\n', ''),
		good: exampleWith(
			'        gives:\n          second-signature: true\n',
			'        gives:\n          second-signature: false\n',
		),
	},
	*check({ sop }) {
		if (sop === undefined) return;
		const domains = domainsOf(sop);
		for (const [index, decision] of rows(sop.decisions).entries()) {
			yield* missingNames(decision, index);
			for (const [at, branch] of rows(decision.branches).entries()) {
				for (const [name, value] of Object.entries(branch.gives ?? {})) {
					const domain = domains.get(name);
					const path = ['decisions', index, 'branches', at, 'gives', name];
					if (domain === undefined) {
						yield {
							place: { path, part: 'key' },
							message: `Section 6 names no input or output "${name}"`,
							help: `Add ${name} to section 6, with its type.`,
						};
					} else if (!allowed(domain, value)) {
						yield {
							place: { path },
							message: `${name} cannot be ${several(value).map(String).join(', ')}`,
							help: `Section 6 allows ${describeSet(domainSet(domain))}.`,
						};
					}
				}
			}
		}
	},
};

type Given = NonNullable<Branch['gives']>[string];

function allowed(domain: InputDomain, value: Given): boolean {
	const whole = domainSet(domain);
	const wanted = domain.type === 'number' ? 'number' : domain.type === 'boolean' ? 'boolean' : undefined;
	return several(value).every(
		(one) => (wanted === undefined || typeof one === wanted) && contains(whole, one),
	);
}

/** A branch that leads where none goes that answers may give nothing; one that goes on with those may not. */
function* missingNames(decision: Decision, index: number): Generator<Problem> {
	const branches = rows(decision.branches);
	if (!branches.some((branch) => branch.gives !== undefined)) return;
	const names = new Set(branches.flatMap((branch) => Object.keys(branch.gives ?? {})));
	const targetOf = (branch: Branch) => branch.goto ?? decision.next;
	const answeredTargets = new Set(
		branches.filter((branch) => Object.keys(branch.gives ?? {}).length > 0).map(targetOf),
	);
	for (const [at, branch] of branches.entries()) {
		const given = new Set(Object.keys(branch.gives ?? {}));
		const lacking = [...names].filter((name) => !given.has(name));
		if (lacking.length === 0 || (given.size === 0 && !answeredTargets.has(targetOf(branch)))) continue;
		yield {
			place: { path: ['decisions', index, 'branches', at, 'gives'] },
			message: `Branch ${at + 1} does not give ${lacking.join(', ')}, as others do`,
		};
	}
}

function exampleWith(first: string, second: string): string {
	return `inputs:
  - id: invoice
    name: Supplier invoice
    from: supplier
  - id: amount
    name: Invoice amount
    type: number
    unit: EUR
  - id: second-signature
    name: Whether two must sign
    type: boolean
procedure:
${enterStep}  - id: countersign
    do: Sign the invoice a second time.
    by: controller
    only_if:
      input: second-signature
      is: true
    done_when: Two signatures stand on it.
${releaseStep}decisions:
  - id: two-signatures
    question: Must two sign?
    input: amount
    branches:
      - above: 10000
${first}      - at_most: 10000
${second}exceptions:
  - id: over-limit
    at:
      - enter
    when: The amount is above the limit.
    do: Ask for a second signature.
    approved_by: controller
    limit: once
    resume: release
`;
}
