import type { Silencing } from '../../../audit/audited-lint.ts';
import type { Finding } from '../../../diagnostics/finding.ts';
import { rules as everyRule } from '../../../lint/rules.generated.ts';
import { settingsReader } from '../../commands/lint/settings-for.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { type BroughtChange, changeAuthors } from '../policy/change-authors.ts';
import type { CommitTree } from './commit-tree.ts';
import type { FoundSilencing } from './found-silencing.ts';
import type { JudgedTree } from './judge-tree.ts';
import { heardOnlyByAudit } from './own-parameters.ts';
import { sinceInBaseline } from './since-in-baseline.ts';
import { sinceInConfig } from './since-in-config.ts';
import { sinceInText } from './since-in-text.ts';
import { isTurnedDown, lineOf, placeOfSetting } from './turned-down.ts';

/**
 * What would keep findings quiet in the library's own checks, as they stand at the commit that was judged: the config
 * first, since a rule that does not run needs no comment; then comments, then the baseline.
 */
export async function silencings(
	record: OpenRecord,
	tree: CommitTree,
	today: string,
	judged: JudgedTree,
	findings: readonly Finding[],
): Promise<ReadonlyMap<Finding, Silencing>> {
	const found = new Map<Finding, FoundSilencing>();
	const { library } = tree;
	const own = settingsReader(library, everyRule, undefined);
	const inConfig = sinceInConfig(record, tree);
	const byConfig = async (finding: Finding, about: 'severity' | 'parameters') => {
		const place = placeOfSetting(library, finding.file, finding.rule, about);
		const text = library.supporting.get(place?.file ?? '')?.text;
		if (place === undefined || text === undefined) return;
		const { by, file, path } = place;
		const since = await inConfig(place);
		found.set(finding, { by, file, line: lineOf(text, path), since, reason: null, until: null });
	};
	for (const finding of findings)
		if (isTurnedDown(own(finding.file).get(finding.rule), finding.severity))
			await byConfig(finding, 'severity');
	for (const finding of await heardOnlyByAudit(record, tree, today, findings, own))
		if (!found.has(finding)) await byConfig(finding, 'parameters');
	for (const [finding, silencing] of await sinceInText(record, tree, judged.suppressed))
		if (!found.has(finding)) found.set(finding, silencing);
	for (const [finding, silencing] of await sinceInBaseline(record, judged))
		if (!found.has(finding)) found.set(finding, silencing);
	const changes = [...new Map([...found.values()].flatMap(({ since }) => keyed(since))).entries()];
	const told = await changeAuthors(
		record,
		changes.map(([, change]) => change),
	);
	const authors = new Map(changes.map(([key], index) => [key, told[index]]));
	return new Map(
		[...found].map(([finding, one]) => {
			const [[key = ''] = []] = keyed(one.since);
			return [finding, { ...one, since: authors.get(key) ?? null }];
		}),
	);
}

/** Changes by the same commits are one. */
function keyed(change: BroughtChange | null): readonly (readonly [string, BroughtChange])[] {
	if (change === null) return [];
	return [[JSON.stringify([change.position, change.commits.map(({ id }) => id)]), change]];
}
