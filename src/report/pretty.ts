import type { LintReport } from '../diagnostics/lint-report.ts';
import { countTables } from './count-tables.ts';
import { displayWidth } from './display-width.ts';
import { documentName, type FileFindings, findingsByFile } from './findings-by-file.ts';
import { inertText } from './inert-text.ts';
import { type Paint, paint } from './paint.ts';
import { prettyFindings } from './pretty-finding.ts';
import type { ReportOptions } from './reporter.ts';
import { sectionParts } from './section-line.ts';
import { summaryLine } from './summary-line.ts';
import { unevaluatedChecks } from './unevaluated-checks.ts';
import { wrapText } from './wrap-text.ts';

// Beyond this, lines are harder to read than a wide terminal is worth.
const widest = 100;
const narrowest = 40;
const manyFindings = 50;
const shortestReason = 28;

/** What people read in a terminal: each finding with its lines, why it matters and what to do; the summary last. */
export async function pretty(report: LintReport, options: ReportOptions): Promise<string> {
	const colors = paint(options.color);
	const width = Math.max(narrowest, Math.min(options.width, widest));
	const blocks: string[] = [];
	if (report.findings.length > manyFindings)
		blocks.push(await countTables(report, { width, color: options.color }));
	for (const file of findingsByFile(report)) {
		if (file.findings.length > 0 || options.verbose === true)
			blocks.push(fileBlock(file, width, options, colors));
	}
	if (report.notEvaluated.length > 0) blocks.push(notEvaluated(report, width, colors));
	blocks.push(summary(report, width, colors));
	return blocks.join('\n');
}

function fileBlock(
	{ file, linted, findings }: FileFindings,
	width: number,
	options: ReportOptions,
	colors: Paint,
): string {
	const lines = [
		...heading(documentName(linted), options.root.fromWorkingDirectory + file, width, colors),
		'',
	];
	for (const finding of prettyFindings(findings, width, colors)) lines.push(...finding, '');
	if (linted?.sections != null) lines.push(...sideBySide(sectionParts(linted.sections, colors), width), '');
	return lines.join('\n');
}

function heading(name: string, path: string, width: number, colors: Paint): readonly string[] {
	const title = inertText(name);
	const place = inertText(path);
	if (title === '') return hanging(place, width).map((text) => colors.strong(text));
	if (displayWidth(title) + 2 + displayWidth(place) <= width) {
		return [`${colors.strong(title)}  ${colors.quiet(place)}`];
	}
	const places = wrapText(place, width - 2).map((text) => `  ${text}`);
	return [
		...hanging(title, width).map((text) => colors.strong(text)),
		...places.map((text) => colors.quiet(text)),
	];
}

/** Wrapped, and indented from the second line on: only a heading and the summary begin at the edge. */
function hanging(text: string, width: number): readonly string[] {
	return wrapText(text, width - 2).map((line, at) => (at === 0 ? line : `  ${line}`));
}

function sideBySide(parts: readonly { text: string; painted: string }[], width: number): readonly string[] {
	const lines: { text: string; painted: string }[] = [];
	for (const part of parts) {
		const last = lines.at(-1);
		if (last !== undefined && displayWidth(last.text) + 3 + displayWidth(part.text) <= width) {
			last.text += `   ${part.text}`;
			last.painted += `   ${part.painted}`;
		} else {
			lines.push({ text: `  ${part.text}`, painted: `  ${part.painted}` });
		}
	}
	return lines.map((line) => line.painted);
}

function notEvaluated(report: LintReport, width: number, colors: Paint): string {
	const checks = unevaluatedChecks(report).map(({ rule, reason }) => ({
		rule: inertText(rule),
		reason: inertText(reason),
	}));
	const longest = Math.max(...checks.map(({ rule }) => rule.length));
	const indent = longest + 4 + shortestReason <= width ? longest + 4 : 4;
	const lines = checks.flatMap(({ rule, reason }) => {
		const texts = wrapText(reason, width - indent).map((text) => ' '.repeat(indent) + text);
		return indent === 4
			? [`  ${rule}`, ...texts]
			: [`  ${rule}${texts[0]?.slice(rule.length + 2)}`, ...texts.slice(1)];
	});
	return [colors.strong('Not evaluated'), ...lines, ''].join('\n');
}

function summary(report: LintReport, width: number, colors: Paint): string {
	const { errors, warnings } = report.summary;
	const color = (text: string): string => {
		if (errors > 0) return colors.severity('error', text);
		return warnings > 0 ? colors.severity('warning', text) : colors.good(text);
	};
	const line = inertText(summaryLine(report));
	const lines = displayWidth(line) <= width ? [line] : hanging(line, width);
	return lines.map((text) => `${color(text)}\n`).join('');
}
