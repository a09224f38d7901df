import type { Finding } from '../diagnostics/finding.ts';
import { codeFrame } from './code-frame.ts';
import { displayWidth } from './display-width.ts';
import { whatToDo, whyItMatters } from './finding-sentences.ts';
import { inertText } from './inert-text.ts';
import type { Paint } from './paint.ts';
import { wrapText } from './wrap-text.ts';

/** How many warnings of one rule a file shows with their source; what comes after is told in a line each. */
const framedWarnings = 3;

/**
 * The findings of one file as blocks of lines. A rule says only once in a file why it matters, and does not repeat what
 * to do; of many warnings of one rule (a fresh scaffold has dozens) only the first few show their source.
 */
export function prettyFindings(
	findings: readonly Finding[],
	width: number,
	colors: Paint,
): readonly (readonly string[])[] {
	const seen = new Map<string, number>();
	const told = new Set<string>();
	const placeWidth = Math.max(...findings.map((finding) => placeOf(finding).length));
	const severityWidth = Math.max(...findings.map((finding) => finding.severity.length));
	const blocks: string[][] = [];
	let briefBefore = false;
	for (const finding of findings) {
		const count = (seen.get(finding.rule) ?? 0) + 1;
		seen.set(finding.rule, count);
		const toDo = `${finding.rule} ${whatToDo(finding)}`;
		const brief = finding.severity === 'warning' && count > framedWarnings;
		const lines = [...head(finding, { placeWidth, severityWidth, width }, colors)];
		if (!brief) {
			const mark = (text: string) => colors.severity(finding.severity, text);
			lines.push(...codeFrame(finding.excerpt, finding.range, width, { quiet: colors.quiet, mark }));
		}
		if (count === 1) lines.push(...labelled('why', whyItMatters(finding), width, colors));
		if (!told.has(toDo)) lines.push(...labelled('do', whatToDo(finding), width, colors));
		told.add(toDo);
		if (brief && briefBefore) blocks.at(-1)?.push(...lines);
		else blocks.push(lines);
		briefBefore = brief;
	}
	return blocks;
}

function placeOf({ range: { start } }: Finding): string {
	return `${start.line}:${start.column}`;
}

interface HeadWidths {
	readonly placeWidth: number;
	readonly severityWidth: number;
	readonly width: number;
}

/** Place, severity and message, the rule's name at the right edge of the last line. */
function head(finding: Finding, widths: HeadWidths, colors: Paint): readonly string[] {
	const place = placeOf(finding).padEnd(widths.placeWidth);
	const severity = finding.severity.padEnd(widths.severityWidth);
	const indent = ' '.repeat(place.length + severity.length + 6);
	const room = widths.width - indent.length;
	const lead = `  ${place}  ${colors.severity(finding.severity, severity)}  `;
	const texts = wrapText(inertText(finding.message), room);
	const lines = texts.map((text, at) => (at === 0 ? lead : indent) + colors.strong(text));
	const rule = inertText(finding.rule);
	const gap = room - displayWidth(texts.at(-1) ?? '') - rule.length;
	if (gap < 2) return [...lines, ' '.repeat(Math.max(2, widths.width - rule.length)) + colors.quiet(rule)];
	return [...lines.slice(0, -1), `${lines.at(-1)}${' '.repeat(gap)}${colors.quiet(rule)}`];
}

function labelled(label: 'why' | 'do', sentence: string, width: number, colors: Paint): readonly string[] {
	if (sentence === '') return [];
	const lines = wrapText(inertText(sentence), width - 10);
	return lines.map((text, at) =>
		at === 0 ? `     ${colors.quiet(label.padEnd(5))}${text}` : `          ${text}`,
	);
}
