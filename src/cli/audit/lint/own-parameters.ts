import type { Finding } from '../../../diagnostics/finding.ts';
import { baselineKey } from '../../../lint/baseline.ts';
import { rules as everyRule } from '../../../lint/rules.generated.ts';
import type { FileSettings } from '../../../lint/settings.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import type { CommitTree } from './commit-tree.ts';
import { judgeTree } from './judge-tree.ts';

/**
 * Findings that a rule would not make with the parameters that the library has given it. Only rules whose parameters it
 * has changed run a second time.
 */
export async function heardOnlyByAudit(
	record: OpenRecord,
	tree: CommitTree,
	today: string,
	findings: readonly Finding[],
	own: (file: string) => FileSettings,
): Promise<readonly Finding[]> {
	const asked = ['', ...new Set(findings.map(({ file }) => file))].map(own);
	const changed = everyRule.filter(({ name, options = {} }) =>
		[...new Set(asked)].some((settings) =>
			Object.entries(options).some(
				([key, option]) =>
					JSON.stringify(settings.get(name)?.options[key]) !== JSON.stringify(option.default),
			),
		),
	);
	if (changed.length === 0) return [];
	const names = new Set<string>(changed.map(({ name }) => name));
	const { report, suppressed, covered } = await judgeTree(record, tree, today, changed, own);
	const left = new Map<string, number>();
	for (const finding of [...report.findings, ...[...suppressed, ...covered].map((one) => one.finding)])
		left.set(baselineKey(finding), (left.get(baselineKey(finding)) ?? 0) + 1);
	return findings.filter((finding) => {
		if (!names.has(finding.rule)) return false;
		const count = left.get(baselineKey(finding)) ?? 0;
		left.set(baselineKey(finding), count - 1);
		return count <= 0;
	});
}
