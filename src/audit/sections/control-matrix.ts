import type { AuditInput } from '../audit-input.ts';
import { clauseChecks } from '../controls/clause-checks.ts';
import { clauseCoverage } from '../controls/clause-coverage.ts';
import { clausesList } from '../controls/clauses-list.ts';
import { controlAnswers } from '../controls/control-answers.ts';
import { controlChecks } from '../controls/control-checks.ts';
import { controlMatrixList } from '../controls/control-matrix-list.ts';
import type { Section } from '../section.ts';

/** P-16: which control is answered by which document, and which clause by which control. */
export function controlMatrix(input: AuditInput): Section {
	const answers = controlAnswers(input);
	const covered = clauseCoverage(input, answers);
	return {
		id: 'P-16',
		name: 'control-matrix',
		title: 'Control matrix',
		question:
			'Which procedure in force answers which control and which clause, and which are answered by none?',
		checks: [...controlChecks(input, answers), ...clauseChecks(input, covered, answers)],
		lists: [controlMatrixList(input, answers), clausesList(covered)],
		notes: [
			'A document says as a whole, in its header, which control or clause it answers; which step does is for its reader to judge.',
			'A clause that nothing names may not apply to the organisation: it is not evaluated, as no scope statement is held here. That a clause is named does not show that it is met.',
			'Titles of clauses are in our own words; the texts of standards belong to their issuers.',
		],
	};
}
