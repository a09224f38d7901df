import { posix } from 'node:path';
import type { AuditedFinding, AuditedLint, UnevaluatedRule } from '../../../audit/audited-lint.ts';
import type { Finding } from '../../../diagnostics/finding.ts';
import { groupBy } from '../../../diagnostics/group-by.ts';
import { byPlace } from '../../../lint/lint-library.ts';
import { rules as everyRule } from '../../../lint/rules.generated.ts';
import { settingsFrom } from '../../../lint/settings.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { recordAt } from '../../history/record-at.ts';
import { commitTree } from './commit-tree.ts';
import { documentsNamed } from './documents-named.ts';
import { judgeTree } from './judge-tree.ts';
import { ruleSet } from './rule-set.ts';
import { silencings } from './silencings.ts';

/** Which commit of the mainline is judged, and when. */
export interface LintedAt {
	readonly position: number;
	/** The day to judge on (YYYY-MM-DD), and its last instant (seconds). */
	readonly today: string;
	readonly on: number;
}

/**
 * Runs the rules of an audit over the texts that a commit of the mainline holds: every rule at its own severity with its
 * own parameters, knowing of the past what the mainline had shown by then. Nothing that the library says keeps a finding
 * quiet; what would, stands beside it, with who wrote it and since when. Neither the checkout nor a cache is looked at.
 * Throws a `CommandError` where a text of the commit is not in the repository, or its config cannot be put together.
 */
export async function lintCommit(record: OpenRecord, at: LintedAt): Promise<AuditedLint> {
	const then = await recordAt(record, at.position, at.on);
	const tree = await commitTree(then);
	const settings = settingsFrom(everyRule, [{ from: 'audit', preset: 'audit' }]);
	const judged = await judgeTree(then, tree, at.today, everyRule, () => settings);
	const { report, suppressed, covered, unevaluated, results } = judged;
	const found = [
		...report.findings,
		...suppressed.map(({ finding }) => finding),
		...covered.map(({ finding }) => finding),
	].sort(byPlace);
	const silenced = await silencings(then, tree, at.today, judged, found);
	const root = tree.library.root.path;
	const documents = documentsNamed(then);
	const idIn = new Map(results.map(({ file, document }) => [file, document ?? documents.idOf(file) ?? null]));
	const told = (finding: Finding): AuditedFinding => {
		const by = silenced.get(finding) ?? null;
		return {
			...finding,
			document: finding.document ?? idIn.get(finding.file) ?? null,
			file: inLibrary(root, finding.file),
			// What a text says around it is not needed, and would have to be withheld.
			excerpt: { firstLine: finding.excerpt.firstLine, lines: [] },
			silenced: by === null ? null : { ...by, file: inLibrary(root, by.file) },
			of: documents.namedIn(
				finding.file,
				`${finding.message} ${finding.help} ${finding.anchor}`,
				finding.document,
			),
		};
	};
	return {
		commit: then.moment.known.id,
		asOf: at.today,
		rules: ruleSet(),
		files: report.files.map((one) => ({
			...one,
			document: idIn.get(one.file) ?? null,
			file: inLibrary(root, one.file),
		})),
		findings: found.map(told),
		notEvaluated: [...groupBy(unevaluated, ({ rule, reason, file }) => JSON.stringify([rule, file, reason]))]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.flatMap(([, [first, ...more]]): UnevaluatedRule[] => {
				if (first === undefined) return [];
				const { rule, reason, file } = first;
				const document = idIn.get(file ?? '') ?? null;
				return [
					{
						rule,
						reason,
						file: file === undefined ? null : inLibrary(root, file),
						document,
						times: 1 + more.length,
						of: documents.namedIn(file, reason, document),
					},
				];
			}),
	};
}

/** A config that lies beside the library is named from there. */
function inLibrary(root: string, file: string): string {
	const plain = file.replaceAll('\\', '/');
	return /^(?:\/|[a-z]:)/i.test(plain) ? posix.relative(root.replaceAll('\\', '/'), plain) : file;
}
