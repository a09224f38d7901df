import type { Finding } from '../diagnostics/finding.ts';
import type { LintedFile, LintReport } from '../diagnostics/lint-report.ts';

/** A file with all that was found in it. `linted` is null for what is no document of the library, e.g. a config. */
export interface FileFindings {
	readonly file: string;
	readonly linted: LintedFile | null;
	readonly findings: readonly Finding[];
}

/** Files in which a branch loosens what it is judged by; all linted files in the order of the report; other files with findings. */
export function findingsByFile(report: LintReport): readonly FileFindings[] {
	const groups = new Map<string, { file: string; linted: LintedFile | null; findings: Finding[] }>();
	const byName = new Map(report.files.map((linted) => [linted.file, linted]));
	const led = report.findings.slice(0, report.policy?.loosened ?? 0).map(({ file }) => file);
	for (const file of [...led, ...byName.keys()])
		if (!groups.has(file)) groups.set(file, { file, linted: byName.get(file) ?? null, findings: [] });
	for (const finding of report.findings) {
		const group = groups.get(finding.file) ?? { file: finding.file, linted: null, findings: [] };
		group.findings.push(finding);
		groups.set(finding.file, group);
	}
	return [...groups.values()];
}

/** `SOP-FIN-002 Bank reconciliation`, as far as it could be read; empty where nothing could. */
export function documentName(linted: LintedFile | null): string {
	return [linted?.document, linted?.title].filter((part) => part != null && part !== '').join(' ');
}

/** How many of these findings are errors, and how many warnings. */
export function countSeverities(findings: readonly Finding[]): { errors: number; warnings: number } {
	const errors = findings.filter((finding) => finding.severity === 'error').length;
	return { errors, warnings: findings.length - errors };
}
