import { countOf } from '../diagnostics/count-of.ts';
import { groupBy } from '../diagnostics/group-by.ts';
import type { LintReport } from '../diagnostics/lint-report.ts';

/** More rules than this that were not evaluated for one reason are told in one line. */
const mostAlone = 3;

/** Checks that were not made, for people: rules that share a reason stand together. Nothing is inert yet. */
export function unevaluatedChecks(
	report: LintReport,
): readonly { readonly rule: string; readonly reason: string }[] {
	const byReason = groupBy(report.notEvaluated, ({ reason, documents }) => `${documents} ${reason}`);
	return [...byReason.values()].flatMap((group) => {
		const told = group.map(({ rule, reason, documents }) => ({
			rule,
			reason: documents > 0 ? `${reason} (${countOf(documents, 'document')})` : reason,
		}));
		const [first] = told;
		return first === undefined || told.length <= mostAlone
			? told
			: [{ ...first, rule: `${first.rule} and ${told.length - 1} more` }];
	});
}
