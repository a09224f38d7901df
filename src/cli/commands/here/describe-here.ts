import { countOf } from '../../../diagnostics/count-of.ts';
import type { LintReport } from '../../../diagnostics/lint-report.ts';
import type { UnsavedFile } from '../../../git/unsaved-files.ts';
import { shellWord } from '../../../model/shell-word.ts';
import { inertText } from '../../../report/inert-text.ts';
import { paint } from '../../../report/paint.ts';
import { summaryLine } from '../../../report/summary-line.ts';
import { wrapText } from '../../../report/wrap-text.ts';
import type { ControlHere } from './control-here.ts';
import type { Unsaved } from './look-for-unsaved.ts';
import { commandForFindings, commandForUnsaved, type Place, sopCommand } from './next-commands.ts';

/** All that bare `sop` knows of a library. */
export interface Here {
	readonly root: string;
	readonly isLibrary: boolean;
	readonly sops: number;
	readonly checklists: number;
	readonly report: LintReport;
	readonly unsaved: Unsaved;
	readonly control: ControlHere;
}

/** One thing about the library, and what to type about it. */
export interface HereRow {
	readonly about: 'library' | 'checks' | 'unsaved' | 'branch' | 'in force' | 'due' | 'approvals';
	readonly says: string;
	readonly next: string | null;
}

const labelWidth = 11;

/** The state of a library in rows, and as people read it. */
export function describeHere(
	here: Here,
	place: Place,
	width: number,
	color: boolean,
): { readonly rows: readonly HereRow[]; readonly text: string } {
	const rows: readonly HereRow[] = [
		{ about: 'library', says: libraryWords(here), next: sopCommand(isEmpty(here) ? 'new' : 'list', place) },
		{ about: 'checks', says: summaryLine(here.report), next: commandForFindings(here.report, place) ?? null },
		{
			about: 'unsaved',
			says: unsavedWords(here.unsaved),
			next: commandForUnsaved(here.unsaved, place) ?? null,
		},
		...(here.control.branch === null
			? []
			: [{ about: 'branch' as const, says: here.control.branch, next: sopCommand('list', place) }]),
		{ about: 'in force', says: here.control.inForce, next: sopCommand('list', place) },
		{ about: 'due', says: here.control.due, next: here.control.isDue ? sopCommand('due', place) : null },
		{
			about: 'approvals',
			says: here.control.approvals,
			next:
				here.control.toSign === null ? null : sopCommand(`approve ${shellWord(here.control.toSign)}`, place),
		},
	];
	const { strong, quiet } = paint(color);
	const lines = rows.flatMap(({ about, says, next }) => [
		...wrapText(inertText(says), Math.max(20, width - labelWidth)).map(
			(line, at) => `${strong((at === 0 ? about : '').padEnd(labelWidth))}${line}`,
		),
		...(next === null ? [] : [`${' '.repeat(labelWidth)}${quiet('next:')} ${inertText(next)}`]),
	]);
	return { rows, text: `${lines.map((line) => line.trimEnd()).join('\n')}\n` };
}

function isEmpty({ sops, checklists }: Here): boolean {
	return sops + checklists === 0;
}

function libraryWords(here: Here): string {
	if (isEmpty(here)) return `${here.root}: no document yet`;
	return `${here.root}: ${countOf(here.sops, 'SOP')}, ${countOf(here.checklists, 'checklist')}`;
}

function unsavedWords(unsaved: Unsaved): string {
	if ('notEvaluated' in unsaved) return `not evaluated: ${unsaved.notEvaluated}`;
	const { files, others } = unsaved;
	if (files.length > 0) return `${countOf(files.length, 'file')} not committed: ${someOf(files)}`;
	if (others.length === 0) return 'nothing: every file is committed';
	return `no document, register or config; ${countOf(others.length, 'other file')} here ${others.length === 1 ? 'is' : 'are'} not committed: ${someOf(others)}`;
}

function someOf(files: readonly UnsavedFile[]): string {
	const named = files.slice(0, 3).map(({ path, state }) => `${path} (${state})`);
	const more = files.length > named.length ? ` and ${files.length - named.length} more` : '';
	return `${named.join(', ')}${more}`;
}
