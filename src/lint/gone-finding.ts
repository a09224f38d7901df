import type { Finding } from '../diagnostics/finding.ts';
import { clausesOf } from './locate-findings.ts';
import type { HistoryProblem } from './rule.ts';
import type { RuleProblem } from './rule-problem.ts';
import type { LibraryFacts } from './subject.ts';

/** The finding about a document that stands nowhere any more: it points at where its file stood. Undefined for others. */
export function goneFinding(
	{ rule, setting, problem }: RuleProblem & { readonly problem: HistoryProblem },
	library: LibraryFacts,
): Finding | undefined {
	if (problem.gone === undefined || setting.severity === 'off') return undefined;
	const start = { line: 1, column: 1 };
	return {
		rule: rule.name,
		severity: setting.severity,
		file: problem.file,
		document: problem.gone === '' ? null : problem.gone,
		section: null,
		range: { start, end: start },
		message: problem.message,
		why: rule.why,
		help: problem.help ?? rule.remedy,
		clauses: clausesOf(rule, library.config.frameworks ?? []),
		fix: null,
		anchor: problem.gone,
		excerpt: { firstLine: 1, lines: [] },
	};
}
