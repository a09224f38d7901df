import type { LintReport } from '../../src/diagnostics/lint-report.ts';
import { linkedFilesOf } from '../../src/library/linked-files.ts';
import { overrideMatcher } from '../../src/library/override-matcher.ts';
import { readDocument } from '../../src/library/read-document.ts';
import { baselineFileName } from '../../src/lint/baseline.ts';
import { lintLibrary } from '../../src/lint/lint-library.ts';
import { lintOne } from '../../src/lint/lint-one.ts';
import type { Rule } from '../../src/lint/rule.ts';
import { rules as allRules } from '../../src/lint/rules.generated.ts';
import { rulesToCome } from '../../src/lint/rules-to-come.ts';
import { settingsFrom } from '../../src/lint/settings.ts';
import { loadUnaryTestParser } from '../../src/model/decision/load-unary-test-parser.ts';
import type { Config } from '../../src/model/documents.generated.ts';
import { fileKindOf } from '../../src/model/file-kind.ts';
import { recordFileKindOf } from '../../src/model/record/record-kind.ts';
import { registersFrom } from '../../src/model/registers.ts';
import { textFiles } from './text-files.ts';

/** Lints texts as if they were the files of a library, without touching a disk. */
export async function lintTexts(
	texts: Readonly<Record<string, string>>,
	options: { readonly rules?: readonly Rule[]; readonly today?: string } = {},
): Promise<LintReport> {
	const rules = options.rules ?? allRules;
	const files = textFiles(texts);
	const read = Object.entries(texts).flatMap(([file, text]) => {
		const kind = fileKindOf(file) ?? recordFileKindOf(file);
		if (kind === undefined) return [];
		const document = readDocument(kind, file, new TextEncoder().encode(text));
		return [{ ...document, linkedFiles: linkedFilesOf(files, '/library', document) }];
	});
	const of = (kind: string) => read.find((one) => one.kind === kind)?.checked as never;
	const config: Config = of('config') ?? {};
	const library = {
		today: options.today ?? '2026-11-22',
		registers: registersFrom(read),
		config,
		ruleNames: [...allRules.map((rule) => rule.name), ...rulesToCome],
		feel: await loadUnaryTestParser(),
		codeOwners: texts['CODEOWNERS'],
	};
	const matching = overrideMatcher(config);
	const settingsFor = (file: string) =>
		settingsFrom(rules, [
			{ from: 'config', preset: config.preset, rules: config.rules },
			...matching(file).map((index) => ({ from: 'override', ...config.overrides?.[index] })),
		]);
	const baseline = texts[baselineFileName];
	return lintLibrary({
		rules,
		settingsFor,
		library,
		results: read.map((one) => lintOne(one, rules, settingsFor(one.file), library)),
		context: [],
		readAgain: (file) => read.find((one) => one.file === file),
		baseline:
			baseline === undefined
				? undefined
				: { file: baselineFileName, content: JSON.parse(baseline), text: baseline },
		toolVersion: '0.0.0',
		history: { cause: 'there is no history of texts' },
	});
}
