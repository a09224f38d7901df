import type { FileKind } from '../model/file-kind.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { isInLines } from '../model/record/record-kind.ts';
import { besideBrokenParts } from './beside-broken-parts.ts';
import { fileSubject } from './file-subject.ts';
import { textAt } from './locate-findings.ts';
import type { FileRule, Rule } from './rule.ts';
import type { RuleProblem } from './rule-problem.ts';
import type { FileSettings, RuleSetting } from './settings.ts';
import type { LibraryFacts } from './subject.ts';

/** What rules saw in one file, not yet located. */
export interface FileProblems {
	readonly found: readonly RuleProblem[];
	readonly notEvaluated: readonly { readonly rule: string; readonly reason: string }[];
}

/** Rules that judge the text itself; the only ones to run where a text has no value. */
const textRules = new Set(['document/syntax', 'document/hidden-text']);

/** Runs every rule on one file that is about files of its kind and not turned off. */
export function lintFile(
	read: ReadDocument,
	rules: readonly Rule[],
	settings: FileSettings,
	library: LibraryFacts,
): FileProblems {
	const subject = fileSubject(read, library);
	// A line that cannot be read says nothing of those beside it.
	const broken = !isInLines(read.kind) && read.problems.some((problem) => problem.rule === 'document/syntax');
	const found: RuleProblem[] = [];
	const notEvaluated: { rule: string; reason: string }[] = [];
	const language = textAt(read.value, 'language') ?? 'en';
	for (const { rule, setting } of rulesFor(rules, settings, read.kind)) {
		if (broken && !textRules.has(rule.name)) continue;
		if (rule.language !== undefined && !language.toLowerCase().startsWith(rule.language)) {
			notEvaluated.push({ rule: rule.name, reason: `no word lists for the language "${language}"` });
			continue;
		}
		subject.optionsOfRule = setting.options;
		for (const problem of rule.check(subject)) {
			if ('notEvaluated' in problem) notEvaluated.push({ rule: rule.name, reason: problem.notEvaluated });
			else found.push({ rule, setting, problem });
		}
	}
	return { found: besideBrokenParts(found, read.problems), notEvaluated };
}

interface SetRule {
	readonly rule: FileRule;
	readonly setting: RuleSetting;
}

const chosen = new WeakMap<FileSettings, Map<string, readonly SetRule[]>>();

/** The rules about files of a kind that are not turned off, with their settings: the same for many files, so kept. */
function rulesFor(rules: readonly Rule[], settings: FileSettings, kind: FileKind): readonly SetRule[] {
	const byKind = chosen.get(settings) ?? new Map<string, readonly SetRule[]>();
	chosen.set(settings, byKind);
	let found = byKind.get(kind);
	if (found === undefined) {
		found = rules.flatMap((rule) => {
			const setting = settings.get(rule.name);
			if (rule.scope !== 'file' || !rule.kinds.includes(kind)) return [];
			return setting === undefined || setting.severity === 'off' ? [] : [{ rule, setting }];
		});
		byKind.set(kind, found);
	}
	return found;
}
