import { shellWord } from '../../model/shell-word.ts';
import { instantText } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import { authorNames, trustOf } from '../audited-change.ts';
import type { AuditedFinding, AuditedLint } from '../audited-lint.ts';
import { type Column, listOf, type PacketList, type Row } from '../packet-list.ts';
import { madeAnew } from '../reperformance.ts';
import type { Result } from '../result.ts';
import { openIn, toldIn } from './findings-in-scope.ts';

/** The lists of the annex: all findings, those that are silenced, and rules that could not be evaluated. */
export function findingLists(input: AuditInput, lint: AuditedLint): readonly PacketList[] {
	const told = toldIn(input, lint);
	const source = `the texts at commit ${lint.commit}, judged on ${lint.asOf}`;
	const reperform = [
		{
			does: 'check out the texts that were judged, and let the tool judge them with nothing turned down by a preset',
			command: `git worktree add ../audited ${lint.commit} && sop lint --cwd ../audited${input.prefix === '' ? '' : `/${shellWord(input.prefix)}`} --preset audit --no-history`,
			gives:
				'the findings that need no history, less those that a rule of the config, a comment or the baseline keeps quiet',
		},
	];
	return [
		listOf({
			name: 'findings',
			title: 'Findings',
			about: 'one finding of a rule at one place',
			key: ['file', 'line', 'column', 'rule', 'nth'],
			source,
			reperform: [...reperform, ...madeAnew('findings')],
			columns: [...findingColumns, ...silencedColumns],
			rows: findingRows(told, (finding) => ({ ...findingCells(finding), ...silencedCells(finding) })),
		}),
		listOf({
			name: 'silenced',
			title: 'Silenced findings',
			about: 'one finding that the library keeps quiet',
			key: ['file', 'line', 'column', 'rule', 'nth'],
			source,
			reperform: [],
			columns: [...findingColumns, ...silencedColumns, ...silencingColumns],
			rows: findingRows(
				told.filter(({ silenced }) => silenced !== null),
				(finding) => ({
					...findingCells(finding),
					...silencedCells(finding),
					...silencingCells(finding),
				}),
			),
		}),
		listOf({
			name: 'not-evaluated-rules',
			title: 'Rules that could not be evaluated',
			about: 'one rule, on one file or in the library as a whole',
			key: ['rule', 'file', 'reason'],
			source,
			reperform: [],
			columns: [
				{ key: 'rule', title: 'Rule', about: 'its name', released: true, total: 'values' },
				{
					key: 'document',
					title: 'Document',
					about: 'the id; empty where the library is meant',
					released: true,
				},
				{ key: 'file', title: 'File', about: 'relative to the library', onlyInFiles: true },
				{ key: 'reason', title: 'Why', about: 'what it lacks' },
				{ key: 'times', title: 'Times', about: 'how often', released: true, total: 'sum' },
			],
			rows: openIn(input, lint).map(({ of, rule, document, file, reason, times }) => ({
				of,
				cells: { rule, document, file, reason, times },
			})),
		}),
	];
}

const findingColumns: readonly Column[] = [
	{ key: 'document', title: 'Document', about: 'the id; empty outside of documents', released: true },
	{ key: 'file', title: 'File', about: 'relative to the library' },
	{ key: 'line', title: 'Line', about: 'from 1' },
	{ key: 'column', title: 'Column', about: 'from 1', onlyInFiles: true },
	{ key: 'section', title: 'Section', about: 'of the document, 1 to 15', released: true, total: 'values' },
	{ key: 'rule', title: 'Rule', about: 'its name', released: true, total: 'values' },
	{ key: 'nth', title: 'Nth', about: 'which of those with one rule at one place, from 1', onlyInFiles: true },
	{ key: 'severity', title: 'Severity', about: 'error or warning', released: true, total: 'values' },
	{ key: 'message', title: 'Finding', about: 'what is wrong' },
	{ key: 'help', title: 'What to do', about: 'what would mend it', onlyInFiles: true },
	{
		key: 'clauses',
		title: 'Clauses',
		about: 'of the frameworks of the library, that the rule answers',
		released: true,
	},
	{
		key: 'result',
		title: 'Result',
		about: 'does not hold, whether somebody accepted it or not',
		released: true,
		total: 'values',
	},
];

const silencedColumns: readonly Column[] = [
	{
		key: 'silencedBy',
		title: 'Silenced by',
		about: 'config, preset, suppression or baseline; empty where nothing does',
		released: true,
		total: 'values',
	},
	{
		key: 'acceptedBy',
		title: 'Accepted by',
		about: 'the authors of the commits that wrote that: ids of people, else what the commit claims',
	},
];

const silencingColumns: readonly Column[] = [
	{ key: 'where', title: 'Where', about: 'file and line of what silences it' },
	{
		key: 'commit',
		title: 'Commit',
		about: 'the mainline commit from which on it stood without a break',
		released: true,
		onlyInFiles: true,
	},
	{ key: 'known', title: 'Since', about: 'when the mainline showed that commit', released: true },
	{
		key: 'trust',
		title: 'Trust',
		about: 'commit-signed where each of those commits is signed by a key of its author, else claimed',
		released: true,
		total: 'values',
	},
	{ key: 'cause', title: 'Why no more', about: 'why it is no more than a claim', onlyInFiles: true },
	{ key: 'reason', title: 'Reason', about: 'as written' },
	{ key: 'until', title: 'Until', about: 'the last day it holds; empty where it has none', released: true },
];

/** Several findings of one rule may stand at one place. */
function findingRows(
	told: readonly AuditedFinding[],
	cellsOf: (finding: AuditedFinding) => Row['cells'],
): readonly Row[] {
	const seen = new Map<string, number>();
	return told.map((finding) => {
		const { file, range, rule, of } = finding;
		const place = JSON.stringify([file, range.start, rule]);
		const nth = (seen.get(place) ?? 0) + 1;
		seen.set(place, nth);
		return { of, cells: { ...cellsOf(finding), nth } };
	});
}

function findingCells({
	document,
	file,
	range,
	section,
	rule,
	severity,
	...finding
}: AuditedFinding): Row['cells'] {
	const result: Result = 'does not hold';
	return {
		document,
		file,
		line: range.start.line,
		column: range.start.column,
		section,
		rule,
		severity,
		message: finding.message,
		help: finding.help,
		clauses: finding.clauses,
		result,
	};
}

function silencedCells({ silenced }: AuditedFinding): Row['cells'] {
	const since = silenced?.since ?? null;
	return {
		silencedBy: silenced?.by ?? null,
		acceptedBy: since === null ? null : authorNames(since),
	};
}

function silencingCells({ silenced }: AuditedFinding): Row['cells'] {
	if (silenced === null) return {};
	const { file, line, since, reason, until } = silenced;
	const causes = (since?.who ?? []).flatMap(({ cause }) => cause ?? []);
	return {
		where: `${file}:${line}`,
		commit: since?.commit ?? null,
		known: since === null ? null : instantText(since.known),
		trust: since === null ? null : trustOf(since),
		cause: [...new Set(causes)].join('; ') || null,
		reason,
		until,
	};
}
