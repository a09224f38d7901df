import { groupBy } from '../../diagnostics/group-by.ts';
import type { AuditInput } from '../audit-input.ts';
import type { AuditedFinding, AuditedLint } from '../audited-lint.ts';
import { type Check, type CheckItem, checkOf, notEvaluated } from '../check.ts';
import { documentsOfPeriod } from '../first-shown.ts';
import type { Section } from '../section.ts';
import { findingLists } from './finding-lists.ts';
import { openIn, toldIn } from './findings-in-scope.ts';

const asks = {
	'findings/no-error':
		'No text that stands at the end of the period breaks a rule of the audit that weighs as an error',
	'findings/none-silenced': 'Nothing in the library keeps a finding of the audit quiet',
	'findings/rules-evaluated': 'Every rule of the audit could be evaluated on everything it is about',
} as const;

/** Where a finding lies that is in no document: the config, the registers and the records. */
const besideDocuments = 'config, registers and records';

/** what the rules of the audit find, whatever the library says of them, and what it keeps quiet. */
export function findings(input: AuditInput): Section {
	const { lint } = input;
	return {
		id: 'A-1',
		name: 'findings',
		title: 'Findings',
		question:
			'What do the documents, registers and records break, and what has the library told its own checks not to say?',
		checks: lint === undefined ? unseen(input) : checksOf(input, lint),
		lists: lint === undefined ? [] : findingLists(input, lint),
		notes: [
			'All rules ran at their own severity with their own parameters over the texts that stood at the end of the period: no config, preset, comment or baseline of the library turns one down.',
			'A finding that the library keeps quiet does not hold either: it is listed with who accepted it, where, and since when. Who is whom the commit names as its author: a claim, unless the commit is signed by a key of that person.',
			'Of a document whose standing text is not the version in force, the standing text was looked at.',
		],
	};
}

function unseen({ positions, partial }: AuditInput): readonly Check[] {
	return Object.entries(asks).map(([name, statement]) =>
		positions.closing < 0 && partial === null
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
		...documentsOfPeriod(input)
			.filter(({ state }) => (state.standing ?? state.inForce) !== undefined)
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
		return {
			key: name,
			of: whole?.of ?? [],
			result: missing.length === 0 ? 'holds' : 'not evaluated',
			detail,
		};
	});
}
