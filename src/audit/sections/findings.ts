import { groupBy } from '../../diagnostics/group-by.ts';
import { instantText } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import { authorNames, trustOf } from '../audited-change.ts';
import type { AuditedFinding, AuditedLint } from '../audited-lint.ts';
import { type Check, type CheckItem, checkOf, notEvaluated } from '../check.ts';
import { type Column, listOf, type PacketList, type Row } from '../packet-list.ts';
import { shellWord } from '../reperform.ts';
import type { Result } from '../result.ts';
import type { Section } from '../section.ts';

const asks = {
	'findings/no-error':
		'No text that stands at the end of the period breaks a rule of the audit that weighs as an error',
	'findings/none-silenced': 'Nothing in the library keeps a finding of the audit quiet',
	'findings/rules-evaluated': 'Every rule of the audit could be evaluated on everything it is about',
} as const;

/** Where a finding lies that is in no document: the config, the registers and the records. */
const besideDocuments = 'config, registers and records';

/** A-1: what the rules of the audit find, whatever the library says of them, and what it keeps quiet. */
export function findings(input: AuditInput): Section {
	const { lint } = input;
	return {
		id: 'A-1',
		name: 'findings',
		title: 'Findings',
		question:
			'What do the documents, registers and records break, and what has the library told its own checks not to say?',
		checks: lint === undefined ? unseen(input) : checksOf(input, lint),
		lists: lint === undefined ? [] : listsOf(input, lint),
		notes: [
			'All rules ran at their own severity with their own parameters over the texts that stood at the end of the period: no config, preset, comment or baseline of the library turns one down.',
			'A finding that the library keeps quiet does not hold either: it is listed with who accepted it, where, and since when. Who is whom the commit names as its author: a claim, unless the commit is signed by a key of that person.',
			'Of a document whose standing text is not the version in force, the standing text was looked at.',
		],
	};
}

function unseen({ positions }: AuditInput): readonly Check[] {
	return Object.entries(asks).map(([name, statement]) =>
		positions.closing < 0
			? notEvaluated(name, statement, 'the mainline begins after the period', 'Ask for a later period.')
			: notEvaluated(
					name,
					statement,
					'the texts that stood at the end of the period are not all in this repository, or its config cannot be read',
					'Fetch the whole history with all texts, mend the config, and make the packet again.',
				),
	);
}

function checksOf(input: AuditInput, lint: AuditedLint): readonly Check[] {
	const told = toldIn(input, lint);
	const looked = new Set(lint.files.flatMap(({ document }) => document ?? []));
	const byDocument = groupBy(told, ({ document }) => document);
	const itemsOf = (what: (found: readonly AuditedFinding[]) => string): readonly CheckItem[] => [
		...input.documents
			.filter(({ isInScope, state }) => isInScope && (state.standing ?? state.inForce) !== undefined)
			.map(({ id }): CheckItem => {
				const detail = what(byDocument.get(id) ?? []);
				const isSeen = looked.has(id) || detail !== '';
				return {
					key: id,
					of: [id],
					result: detail !== '' ? 'does not hold' : isSeen ? 'holds' : 'not evaluated',
					detail: isSeen ? detail : 'no file bears its id at the end of the period',
				};
			}),
		...besideItem(what(byDocument.get(null) ?? [])),
	];
	const silencedOnly = (found: readonly AuditedFinding[]) =>
		found.filter(({ silenced }) => silenced !== null);
	return [
		checkOf({
			name: 'findings/no-error',
			asks: asks['findings/no-error'],
			items: itemsOf((found) =>
				wordsOf(
					found.filter(({ severity }) => severity === 'error'),
					'error',
				),
			),
			cure: 'Bring the documents back to where they stood, or retire them.',
		}),
		checkOf({
			name: 'findings/none-silenced',
			asks: asks['findings/none-silenced'],
			items: itemsOf((found) => wordsOf(silencedOnly(found), 'silenced finding')),
			cure: 'Bring the documents back to where they stood, or retire them.',
		}),
		checkOf({
			name: 'findings/rules-evaluated',
			asks: asks['findings/rules-evaluated'],
			items: ruleItems(input, lint),
			cure: 'Each rule says what it lacks: a register, the whole history, word lists of a language.',
		}),
	];
}

/** What is in no document is one item; it is no failure of a document, and yet of the library. */
function besideItem(detail: string): readonly CheckItem[] {
	return [{ key: besideDocuments, of: [], result: detail === '' ? 'holds' : 'does not hold', detail }];
}

/** How many there are, by rule: names of rules are no words of a document. */
function wordsOf(found: readonly AuditedFinding[], noun: string): string {
	if (found.length === 0) return '';
	const rules = [...new Set(found.map(({ rule }) => rule))].sort();
	const accepted = found.filter(({ silenced }) => silenced !== null).length;
	const count = `${found.length} ${noun}${found.length === 1 ? '' : 's'}`;
	const told = noun === 'error' && accepted > 0 ? `, ${accepted} of them accepted` : '';
	return `${count}${told}: ${rules.join(', ')}`;
}

function ruleItems(input: AuditInput, lint: AuditedLint): readonly CheckItem[] {
	const open = groupBy(openIn(input, lint), ({ rule }) => rule);
	return lint.rules.map(({ name }): CheckItem => {
		const missing = open.get(name) ?? [];
		const whole = missing.find(({ file }) => file === null);
		// Reasons about one file may quote it.
		const detail = whole?.reason ?? (missing.length === 0 ? '' : `not on ${missing.length} of the files`);
		return { key: name, of: [], result: missing.length === 0 ? 'holds' : 'not evaluated', detail };
	});
}

/** The findings that a packet of this scope tells. */
function toldIn({ documents }: AuditInput, lint: AuditedLint): readonly AuditedFinding[] {
	const left = new Set(documents.flatMap(({ id, isInScope }) => (isInScope ? [] : [id])));
	return lint.findings.filter(({ document, of }) =>
		document === null ? of.length === 0 || of.some((id) => !left.has(id)) : !left.has(document),
	);
}

function openIn({ documents }: AuditInput, lint: AuditedLint): AuditedLint['notEvaluated'] {
	const left = new Set(documents.flatMap(({ id, isInScope }) => (isInScope ? [] : [id])));
	return lint.notEvaluated.filter(({ document }) => document === null || !left.has(document));
}

function listsOf(input: AuditInput, lint: AuditedLint): readonly PacketList[] {
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
			reperform,
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
			],
			rows: openIn(input, lint).map(({ rule, document, file, reason }) => ({
				of: document === null ? [] : [document],
				cells: { rule, document, file, reason },
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
