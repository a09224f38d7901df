import { countOf } from '../../diagnostics/count-of.ts';
import { changeGroups } from '../../model/diff/change-groups.ts';
import { diffHead, diffSummary } from '../../model/diff/diff-summary.ts';
import { countDiffs, type DocumentDiff, type WithheldDiff } from '../../model/diff/document-diff.ts';
import { markdownText } from '../markdown-text.ts';

// GitHub takes comments of 65,536 characters.
const longest = 60_000;

/** Beyond so many signs, withheld documents are counted and not named. */
const mostIds = 4000;

/**
 * Diffs for a comment in a pull or merge request: the summary, then each document by section. Begins with a comment by
 * which a build can find and replace what it wrote before. Never longer than a comment may be.
 */
export function diffMarkdown(diffs: readonly DocumentDiff[], withheld: readonly WithheldDiff[] = []): string {
	const changed = diffs.filter((diff) => diff.changes.length > 0);
	const blocks = ['<!-- sop diff -->', `### ${diffSummary(diffs)}`];
	let length = blocks.join('\n\n').length;
	let told = 0;
	const add = (block: Block): boolean => {
		if (length + block.text.length + 2 > longest) return false;
		length += block.text.length + 2;
		told += block.changes;
		blocks.push(block.text);
		return true;
	};
	for (const block of changed.flatMap(blocksOf)) if (!add(block)) break;
	const left = countDiffs(diffs).changes - told;
	if (left > 0) blocks.push(`${countOf(left, 'more change')} left out here: run \`sop diff\` to see them.`);
	if (withheld.length > 0) {
		const ids = withheld.map(({ document }) => markdownText(document ?? 'no id')).join(', ');
		const told = `Withheld, by classification: ${countOf(withheld.length, 'document')}`;
		blocks.push(ids.length > mostIds ? `${told}.` : `${told}: ${ids}.`);
	}
	return `${blocks.join('\n\n')}\n`;
}

/** A piece of the page that is written whole or not at all. */
interface Block {
	readonly text: string;
	/** How many changes it tells. */
	readonly changes: number;
}

const most = 20;

function blocksOf(diff: DocumentDiff): readonly Block[] {
	const { from, to, counts } = diffHead(diff);
	const title = `#### Document ${markdownText(`${diff.document} ${diff.title}`)}`;
	const banner = diff.classification === undefined ? '' : `**Classification: ${diff.classification}**\n\n`;
	const head = `${banner}From ${markdownText(from)} to ${markdownText(to)}. ${counts}.`;
	const blocks: Block[] = [{ text: `${title}\n\n${head}`, changes: 0 }];
	for (const { name, changes } of changeGroups(diff.changes)) {
		// Long sections are cut between changes, not left out.
		for (let start = 0; start < changes.length; start += most) {
			const part = changes.slice(start, start + most);
			const lines = part.map(
				({ controlRelevant, words }) =>
					`- ${controlRelevant ? '**! control-relevant:** ' : ''}${markdownText(words)}`,
			);
			const heading = start === 0 ? `**${name}**` : `**${name}, continued**`;
			blocks.push({ text: `${heading}\n\n${lines.join('\n')}`, changes: part.length });
		}
	}
	return blocks;
}
