import type { Excerpt, Finding } from '../diagnostics/finding.ts';
import type { Range } from '../diagnostics/position.ts';

import { printClause } from '../model/clause-packs/print-clause.ts';
import type { ReadDocument } from '../model/read-document.ts';
import { sectionOfKey } from '../model/sections.ts';
import { LineIndex } from '../source/line-index.ts';
import { Locator } from '../source/locator.ts';
import { anchorOf } from './anchor.ts';
import { besidePlaceholders } from './beside-placeholders.ts';
import type { Rule } from './rule.ts';
import type { RuleProblem } from './rule-problem.ts';

/** Lines of source shown above a finding. */
const linesBefore = 2;

/** UTF-16 units of the longest line that is shown. */
const longestShown = 20_000;

/** Turns the problems of one file into findings: located, weighed, with their words and a few lines of source. */
export function locateFindings(
	read: ReadDocument,
	found: readonly RuleProblem[],
	frameworks: readonly string[],
): Finding[] {
	if (found.length === 0) return [];
	const lines = new LineIndex(read.text);
	const locator = new Locator(read.text);
	return besidePlaceholders(found, read.value).flatMap(({ rule, setting, problem }) => {
		const severity = setting.chosen ? setting.severity : (problem.severity ?? setting.severity);
		if (severity === 'off') return [];
		const range = lines.range(locator.rangeOf(problem.place));
		const path = 'path' in problem.place ? problem.place.path : [];
		return [
			{
				rule: rule.name,
				severity,
				file: read.file,
				document: documentIdOf(read),
				section: problem.section ?? sectionOfKey(path[0]) ?? null,
				range,
				message: problem.message,
				why: rule.why,
				help: problem.help ?? rule.remedy,
				clauses: clausesOf(rule, frameworks),
				fix: problem.fix?.safety ?? null,
				anchor: anchorOf(read.value, path),
				excerpt: excerptOf(lines, range),
			},
		];
	});
}

/** The clauses a rule answers, of the frameworks that the library named, as people cite them. */
export function clausesOf(rule: Rule, frameworks: readonly string[]): readonly string[] {
	if (frameworks.length === 0) return [];
	return rule.clauses
		.filter((clause) => frameworks.includes(clause.slice(0, clause.indexOf(' '))))
		.map(printClause);
}

/** The id a document gives itself, where it can be read. */
export function documentIdOf(read: ReadDocument): string | null {
	const id = textAt(read.value, 'id');
	return read.kind === 'sop' || read.kind === 'checklist' ? id : null;
}

/** A text at the top of a value, or null. */
export function textAt(value: unknown, key: string): string | null {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
	const found: unknown = Reflect.get(value, key);
	return typeof found === 'string' ? found : null;
}

function excerptOf(lines: LineIndex, range: Range): Excerpt {
	const firstLine = Math.max(1, range.start.line - linesBefore);
	const excerpt: string[] = [];
	// Of a file that could not be decoded there is nothing to show.
	if (lines.lineCount === 1 && lines.line(1) === '') return { firstLine, lines: excerpt };
	for (let line = firstLine; line <= range.start.line; line++) excerpt.push(lines.line(line));
	// Nobody reads such a line, and a copy of it for each of a thousand findings would fill the memory.
	return { firstLine, lines: excerpt.some((line) => line.length > longestShown) ? [] : excerpt };
}
