import type { HistoryChange } from '../control/history-changes.ts';
import { countOf } from '../diagnostics/count-of.ts';
import { sections } from '../model/sections.ts';
import { dayAt } from '../model/zone.ts';
import { branchWords } from './branch-words.ts';
import { inertText } from './inert-text.ts';
import { paint } from './paint.ts';
import { wrapText } from './wrap-text.ts';

/** All that is told of a change whose texts are classified higher than they may be told. */
export interface WithheldChange {
	readonly commit: string;
	readonly digest: string | null;
	readonly withheld: 'classification';
}

/** What the past of a document is printed from. */
export interface HistoryPage {
	readonly id: string;
	readonly title: string | undefined;
	/** The mainline as people know it: `main`, `origin/main`. */
	readonly mainline: string;
	readonly zone: string;
	/** Why some of the past cannot be seen; null where all of it can. */
	readonly partial: string | null;
	readonly adopted: string | undefined;
	/** Whether a version needs signatures to count. */
	readonly approvals: 'needed' | 'none';
	readonly changes: readonly (HistoryChange | WithheldChange)[];
}

/** Control-relevant changes that are told of one commit; `sop diff` tells all. */
const mostTold = 8;

/** The past of a document for people who have never seen git: newest first, a paragraph for each commit. */
export function historyText(
	page: HistoryPage,
	options: { readonly width: number; readonly color: boolean },
): string {
	const { strong, quiet } = paint(options.color);
	const lines: string[] = [];
	const add = (text: string, indent: number, style = (line: string) => line) => {
		if (text === '') return;
		for (const line of wrapText(inertText(text), options.width - indent))
			lines.push(`${' '.repeat(indent)}${style(line)}`);
	};
	add(page.title === undefined ? page.id : `${page.id} ${page.title}`, 0, strong);
	add(
		`${countOf(page.changes.length, 'change')}, newest first; what counts is the branch ${page.mainline}`,
		0,
	);
	if (page.approvals === 'none') add('Library without approvals: nobody had to approve what counts.', 0);
	if (page.partial !== null)
		add(`Not all of the past is here (${page.partial}): what is older or missing is not evaluated.`, 0);
	if (page.adopted !== undefined)
		add(`Before ${page.adopted}, when the library was adopted, the record lies elsewhere.`, 0);
	for (const change of page.changes) {
		if ('withheld' in change) {
			lines.push('');
			add(`Withheld: ${change.withheld}`, 0, strong);
			add(`Commit ${change.commit.slice(0, 12)}, ${change.digest ?? 'no text'}`, 5, quiet);
			continue;
		}
		const indent = change.mainline ? 5 : 9;
		lines.push('');
		add(`${dayOf(change, page.zone)}  ${headline(change)}`, indent - 5, change.mainline ? strong : undefined);
		add(sectionWords(change), indent);
		for (const words of change.controlRelevant.slice(0, mostTold)) add(`! ${words}`, indent);
		const more = change.controlRelevant.length - mostTold;
		if (more > 0) add(`! and ${countOf(more, 'more control-relevant change')}: sop diff tells them`, indent);
		if (change.what !== 'removed' && change.what !== 'moved' && change.what !== 'layout')
			add(claimWords(change), indent);
		add(`${change.author.name} <${change.author.email}>: ${change.subject}`, indent);
		add(trustWords(change, page.zone), indent, quiet);
	}
	return `${lines.join('\n')}\n`;
}

function dayOf({ knownAt, committedAt }: HistoryChange, zone: string): string {
	return dayAt(Date.parse(knownAt ?? committedAt) / 1000, zone);
}

function headline({
	what,
	version,
	file,
	renamedFrom,
	replacedBy,
	merge,
	changedInMerge,
	mainline,
	branches,
	knownAt,
}: HistoryChange): string {
	const called = version === null ? 'without a version' : `version ${version}`;
	const place = renamedFrom === null ? '' : ` from ${renamedFrom} to ${file}`;
	const words = {
		added: `Added, ${called}`,
		'added or changed': `Added or changed, ${called}: what stood before is not in this copy`,
		returned: `Came back, ${called}`,
		changed: `Changed, ${called}`,
		moved: `Moved${place}, nothing changed, ${called}`,
		'moved and changed': `Moved${place} and changed, ${called}`,
		layout: `Comments or layout only, ${called}`,
		removed:
			replacedBy === null
				? 'Removed'
				: replacedBy === 'other text'
					? 'Removed: its file holds another text'
					: replacedBy === 'text not here'
						? 'Its file holds a text that is not here'
						: `Removed: a ${replacedBy} stands in its place`,
	}[what];
	const how = changedInMerge
		? ' (changed inside a merge: on no branch before)'
		: merge && mainline
			? ' (brought by a merge)'
			: !mainline
				? knownAt === null
					? ` (${branches === null ? 'on a branch that was' : `on ${branchWords(branches)},`} never merged)`
					: ' (on a branch, before it was merged)'
				: '';
	return `${words}${how}`;
}

function sectionWords({ sections: numbers, what }: HistoryChange): string {
	if (what === 'added' || what === 'added or changed' || numbers.length === 0) return '';
	const names = numbers.map((number) => {
		const section = sections.find((one) => one.number === number);
		return section === undefined ? 'header' : `${section.number} ${section.short}`;
	});
	return `In: ${names.join(', ')}`;
}

function claimWords({ changeLogRow, version }: HistoryChange): string {
	if (version === null) return '';
	if (changeLogRow === null) return `Its change log has no row for ${version}`;
	const { date, author, what } = changeLogRow;
	return `Its change log says: ${[date, author].filter((word) => word !== null).join(', ')}${what === null ? '' : `: ${what}`}`;
}

function trustWords(
	{ commit, knownAt, knownLevel, committedAt, authoredAt, signature }: HistoryChange,
	zone: string,
): string {
	const day = (instant: string) => dayAt(Date.parse(instant) / 1000, zone);
	const known =
		knownAt === null
			? 'never shown by the mainline'
			: `shown by the mainline ${knownLevel === 'no later than' ? 'no later than ' : ''}${day(knownAt)} (${knownLevel})`;
	const dates = [committedAt, authoredAt].map(day).filter((one) => knownAt === null || one !== day(knownAt));
	const claimed =
		dates.length === 0 ? '' : `; the commit says ${[...new Set(dates)].join(', written ')} (claimed)`;
	const signed = signature.status === 'none' ? 'not signed' : 'signed, by whom is not evaluated';
	return `Commit ${commit.slice(0, 12)}, ${known}${claimed}; ${signed}`;
}
