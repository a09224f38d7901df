import type { Path } from '../../../diagnostics/path.ts';
import type { Problem } from '../../../diagnostics/problem.ts';
import type { ConditionNote } from '../../../model/decision/condition.ts';
import { domainProblem } from '../../../model/decision/domain-set.ts';
import { readOnlyIf } from '../../../model/decision/only-if.ts';
import type { Decision } from '../../../model/documents.generated.ts';
import { rows } from '../../../model/several.ts';
import { conditionKeys } from '../../condition-path.ts';
import { decisionWith, goodBranches } from '../../decision-example.ts';
import { decisionsOf, domainsOf } from '../../decision-tables.ts';
import type { FileRule } from '../../rule.ts';

const typedKeys: readonly string[] = ['below', 'at_least', 'at_most', 'above'];

export const invalidTest: FileRule = {
	name: 'decisions/invalid-test',
	severity: 'error',
	summary:
		"A branch's test does not parse, does not fit its input's type or values, or the branch states no condition or two kinds of one.",
	why: 'A condition that nothing can ever meet, or that nobody can read, decides nothing.',
	remedy:
		'Write one kind of condition: `if`; `below`, `at_least`, `at_most`, `above`, `is`; `test`; or `otherwise`.',
	points: 'At the part of the test that is wrong.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: decisionWith(`      - test: "<= 10000"
        goto: release
      - test: "> ten thousand"
        goto: over-limit
`),
		good: decisionWith(goodBranches),
	},
	*check(subject) {
		const { sop } = subject;
		if (sop === undefined) return;
		for (const { index, source, table } of decisionsOf(subject)) {
			yield* shapeProblems(source, index);
			for (const note of table?.problems ?? [])
				yield fromNote(note, ['decisions', index, 'branches', note.row]);
		}
		const domains = domainsOf(sop);
		for (const [index, input] of rows(sop.inputs).entries()) {
			const domain = input.id === undefined ? undefined : domains.get(input.id);
			const problem = domain === undefined || input.type === undefined ? null : domainProblem(domain);
			if (problem !== null)
				yield { place: { path: ['inputs', index, 'id'] }, message: `In section 6, ${problem}` };
		}
		for (const [index, step] of rows(sop.procedure).entries()) {
			if (step.only_if === undefined) continue;
			for (const form of readOnlyIf(step.only_if, domains, subject.library.feel)) {
				for (const note of form.table?.problems ?? [])
					yield fromNote(note, ['procedure', index, 'only_if', ...form.path]);
			}
		}
	},
};

function fromNote(note: ConditionNote, before: Path): Problem {
	return {
		place: { path: [...before, ...note.path], ...(note.within === undefined ? {} : { within: note.within }) },
		message: note.message,
		...(note.help === undefined ? {} : { help: note.help }),
	};
}

/** Branches that state no condition, or two kinds of one. */
function* shapeProblems(decision: Decision, index: number): Generator<Problem> {
	for (const [at, branch] of rows(decision.branches).entries()) {
		const stated = conditionKeys.filter((key) => branch[key] !== undefined);
		const kinds = new Set(stated.map((key) => (typedKeys.includes(key) ? 'limit' : key)));
		const [first, second] = stated;
		if (first === undefined && decision.at === undefined) {
			yield {
				place: { path: ['decisions', index, 'branches', at] },
				message: `Branch ${at + 1} does not say when it is taken`,
			};
		} else if (kinds.size > 1 && second !== undefined) {
			yield {
				place: { path: ['decisions', index, 'branches', at, second], part: 'key' },
				message: `Branch ${at + 1} states two kinds of condition, \`${first}\` and \`${second}\``,
			};
		}
	}
	if (decision.input !== undefined && decision.inputs !== undefined) {
		yield {
			place: { path: ['decisions', index, 'input'], part: 'key' },
			message: 'The decision has both `input` and `inputs`',
			help: 'Keep `inputs` for a table over several, `input` for one.',
		};
	}
}
