import type { Finding } from '../../../diagnostics/finding.ts';
import type { LintReport } from '../../../diagnostics/lint-report.ts';
import { digestOfRead } from '../../../library/history/read-texts.ts';
import { idInText } from '../../../model/document-id.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { inertText } from '../../../report/inert-text.ts';
import { type Withheld, type Withholding, withheldItem } from '../../withholding.ts';
import type { SelectedFile } from './selection.ts';

/** A report without what the reader may not see. */
export interface ToldReport {
	readonly report: LintReport;
	readonly withheld: readonly Withheld[];
	/** How many findings are left out. */
	readonly findings: number;
}

/**
 * Leaves out of a report what it says of documents that are classified too high: findings in them, in records about them, and
 * those elsewhere that name their files or titles. The figures of the summary stay, and with them the exit code.
 */
export function withholdFindings(
	report: LintReport,
	selected: readonly SelectedFile[],
	withholding: Withholding,
): ToldReport {
	if (!withholding.isLimited) return { report, withheld: [], findings: 0 };
	const files = new Set<string>();
	const ids = new Set<string>();
	const words = new Set<string>();
	const withheld: Withheld[] = [];
	for (const { file, read } of selected) {
		if (!/\.(?:sop|checklist)\.yaml$/.test(file)) continue;
		const found = read();
		if (!withholding.withholds(withholding.classOf(found))) continue;
		const id = idOf(found);
		files.add(file);
		if (id !== undefined) ids.add(id);
		for (const word of [file, textAt(found.value, 'title')])
			if (word !== undefined && word !== '') words.add(word);
		withheld.push(withheldItem(id, digestOfRead(found)));
	}
	const records = new Set(
		selected
			.filter(({ file }) => file.startsWith('records/'))
			.flatMap(({ file, read }) => ([...ids].some((id) => read().text.includes(id)) ? [file] : [])),
	);
	const names = [...words].flatMap((word) => [word, inertText(word)]);
	const isTold = ({ file, document, message, help }: Finding) =>
		!files.has(file) &&
		!records.has(file) &&
		!(document !== null && ids.has(document)) &&
		!names.some((name) => message.includes(name) || help.includes(name));
	const findings = report.findings.filter(isTold);
	return {
		report: {
			...report,
			findings,
			files: report.files.filter(({ file }) => !files.has(file) && !records.has(file)),
		},
		withheld,
		findings: report.findings.length - findings.length,
	};
}

function idOf({ value, text }: ReadDocument): string | undefined {
	return textAt(value, 'id') ?? idInText(text);
}

function textAt(value: unknown, key: string): string | undefined {
	const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
	return typeof found === 'string' ? found : undefined;
}
