import type { Finding } from '../diagnostics/finding.ts';
import type { FileResult } from './lint-one.ts';
import type { Rule } from './rule.ts';
import type { FileSettings } from './settings.ts';
import type { Suppression } from './suppressions.ts';

/** A finding that a comment keeps quiet. */
export interface SuppressedFinding {
	readonly finding: Finding;
	readonly suppression: Suppression;
}

/** What suppression comments leave over. Comments without a reason, or past their day, keep nothing quiet. */
export function applySuppressions(
	results: readonly FileResult[],
	run: {
		readonly rules: readonly Rule[];
		readonly settingsFor: (file: string) => FileSettings;
		readonly library: { readonly today: string; readonly ruleNames: readonly string[] };
	},
): { left: Finding[]; suppressed: SuppressedFinding[]; unused: (Suppression & { readonly file: string })[] } {
	const left: Finding[] = [];
	const unused: (Suppression & { readonly file: string })[] = [];
	const suppressed: SuppressedFinding[] = [];
	for (const result of results) {
		const used = new Set<Suppression>();
		for (const finding of result.findings) {
			const about = result.suppressions.filter(
				(one) => one.rule === finding.rule && one.line === finding.range.start.line,
			);
			const rule = run.rules.find((one) => one.name === finding.rule);
			for (const one of about) used.add(one);
			const suppression = about.find((one) => holds(one, run.library.today));
			if (rule?.silenceable === false || suppression === undefined) left.push(finding);
			else suppressed.push({ finding, suppression });
		}
		const settings = result.suppressions.length > 0 ? run.settingsFor(result.file) : undefined;
		for (const one of result.suppressions) {
			// A comment for a rule that did not run has not been shown to be needless.
			if (result.broken || result.notEvaluated.some(({ rule }) => rule === one.rule)) continue;
			const ran = settings?.get(one.rule);
			const needless = ran === undefined ? !run.library.ruleNames.includes(one.rule) : ran.severity !== 'off';
			if (!used.has(one) && needless) unused.push({ ...one, file: result.file });
		}
	}
	return { left, suppressed, unused };
}

/** Whether a suppression counts on a day. */
export function holds(suppression: Suppression, today: string): boolean {
	return (
		suppression.isNew !== true &&
		suppression.reason !== '' &&
		(suppression.until === undefined || suppression.until >= today)
	);
}
