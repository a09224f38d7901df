import type { Finding } from '../diagnostics/finding.ts';
import { codeFrame } from './code-frame.ts';
import { whatToDo, whyItMatters } from './finding-sentences.ts';
import { countSeverities, documentName, type FileFindings } from './findings-by-file.ts';
import { markdownText } from './markdown-text.ts';
import type { ReportOptions } from './reporter.ts';
import { findingCounts } from './summary-line.ts';

const frameWidth = 100;
const unpainted = { quiet: (text: string) => text, mark: (text: string) => text };

/** The findings of one file, to unfold: the place, the message, the lines, why it matters and what to do. */
export function markdownDetails({ file, linted, findings }: FileFindings, options: ReportOptions): string {
	const { errors, warnings } = countSeverities(findings);
	const name = documentName(linted) || options.root.fromRepository + file;
	return [
		`<details>\n<summary>${markdownText(name)}: ${findingCounts(errors, warnings)}</summary>`,
		...findings.map(findingText),
		'</details>',
	].join('\n\n');
}

function findingText(finding: Finding): string {
	const { line, column } = finding.range.start;
	const head = `**${line}:${column} ${finding.severity}** ${markdownText(finding.message)} (<code>${markdownText(finding.rule)}</code>)`;
	const sentences = [
		...(finding.why === '' ? [] : [`- Why: ${markdownText(whyItMatters(finding))}`]),
		...(finding.help === '' ? [] : [`- Do: ${markdownText(whatToDo(finding))}`]),
	];
	return [head, ...frame(finding), ...(sentences.length === 0 ? [] : [sentences.join('\n')])].join('\n\n');
}

function frame(finding: Finding): readonly string[] {
	const lines = codeFrame(finding.excerpt, finding.range, frameWidth, unpainted);
	if (lines.length === 0) return [];
	const text = lines.join('\n');
	const longestRun = Math.max(2, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
	const fence = '`'.repeat(longestRun + 1);
	return [`${fence}text\n${text}\n${fence}`];
}
