import type { Finding } from '../../../diagnostics/finding.ts';
import type { BaselineEntry } from '../../../lint/baseline.ts';
import { parseBaseline } from '../../commands/lint/read-baseline.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import type { FoundSilencing } from './found-silencing.ts';
import type { JudgedTree } from './judge-tree.ts';
import { factsOfTexts, shownTexts, sinceWhen } from './shown-texts.ts';
import { lineOf } from './turned-down.ts';

/** The entries of the baseline that cover findings, each with the first baseline that covered as many without a break. */
export async function sinceInBaseline(
	record: OpenRecord,
	{ covered, baseline }: JudgedTree,
): Promise<ReadonlyMap<Finding, FoundSilencing>> {
	const found = new Map<Finding, FoundSilencing>();
	if (baseline === undefined || covered.length === 0) return found;
	const { file, text } = baseline;
	const shown = await shownTexts(record, file, null);
	const counts = await factsOfTexts(record, file, shown, (_, bytes) => countsIn(bytes));
	for (const { finding, entry, index, nth } of covered) {
		found.set(finding, {
			by: 'baseline',
			file,
			line: lineOf(text, ['entries', index]),
			since: sinceWhen(shown, (blob) => {
				const known = counts.get(blob);
				return known === undefined ? undefined : (known.get(keyOf(entry)) ?? 0) >= nth;
			}),
			reason: null,
			until: null,
		});
	}
	return found;
}

/** How many findings a baseline covers, by rule, document and place. */
function countsIn(bytes: Uint8Array): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const entry of parseBaseline(new TextDecoder().decode(bytes))?.entries ?? [])
		counts.set(keyOf(entry), (counts.get(keyOf(entry)) ?? 0) + entry.count);
	return counts;
}

function keyOf({ rule, document, place }: BaselineEntry): string {
	return JSON.stringify([rule, document, place]);
}
