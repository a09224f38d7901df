import { contentKey } from '../../control/approval/document-approvals.ts';
import { signatureAnswers } from '../../control/approval/signature-answer.ts';
import type { TrailEntry } from '../../model/history/trail.ts';
import { normal } from '../../model/history/version.ts';
import { several } from '../../model/several.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuditedDocument, AuditedVersion, AuditInput } from '../audit-input.ts';
import { commitsOfPeriod } from '../command-words.ts';
import { listOf, type PacketList, type Row } from '../packet-list.ts';
import { isIn } from '../period.ts';
import { changePlace } from '../places.ts';
import { previousOf } from '../previous-version.ts';
import { isRetiredBy } from '../roll-forward.ts';

import { rowOf } from './change-log-row.ts';
import { isOfPeriod } from './of-period.ts';

/** What each commit of the period did to each document. */
export function changeList(input: AuditInput, documents: readonly AuditedDocument[]): PacketList {
	const commits = commitsOfPeriod(input);
	const rows = documents.flatMap((document) =>
		document.trail.entries
			.filter((entry) => isOfPeriod(entry, input))
			.map((entry) => changeRow(input, document, entry)),
	);
	return listOf({
		name: 'changes',
		title: 'Changes of documents',
		about: 'one commit of the mainline in the period that touched one document',
		key: ['document', 'position'],
		population: 'per event',
		source: commits === '' ? 'no commit: the mainline has none in the period' : `the commits ${commits}`,
		reperform: [
			{
				does: 'count the files of documents that the commits of the period touched, in the whole library; a moved file counts twice',
				command: `git log --first-parent --diff-merges=first-parent --no-renames --format= --name-only ${commits} -- '*.sop.yaml' '*.checklist.yaml' | grep -c .`,
				gives:
					'the sum of the column paths, where the packet is about the whole library and every file has an id',
			},
			{
				does: 'see what one change did',
				command: 'git show --first-parent --diff-merges=first-parent COMMIT -- FILE',
				gives: 'the lines that were added and removed',
			},
		],
		columns: [
			{ key: 'document', title: 'Id', about: 'the id', released: true },
			{
				key: 'position',
				title: 'Position',
				about: 'of the commit on the mainline, 000000 for the first',
				released: true,
				onlyInFiles: true,
			},
			{ key: 'known', title: 'Known', about: 'the day on which the mainline showed it', released: true },
			{
				key: 'what',
				title: 'What',
				about: 'added, changed, moved, removed or retired',
				released: true,
				total: 'values',
			},
			{ key: 'fromVersion', title: 'From', about: 'the version before', released: true },
			{ key: 'version', title: 'To', about: 'the version after', released: true },
			{
				key: 'difference',
				title: 'Compared',
				about: 'the page that says in words how the version after differs from the one before it',
			},
			{ key: 'description', title: 'Description', about: 'what the change log says was changed' },
			{ key: 'reason', title: 'Reason', about: 'why, as the change log says' },
			{ key: 'affects', title: 'Affects', about: 'documents that the change log says it affects' },
			{ key: 'author', title: 'Author', about: 'whom the change log names' },
			{
				key: 'approvers',
				title: 'Approved by',
				about: 'people whose signatures count for the version after',
			},
			{
				key: 'approved',
				title: 'Approved',
				about: 'the day on which the last signature it needed was known',
			},
			{
				key: 'effective',
				title: 'Effective',
				about: 'the first day in force that the text states',
				released: true,
			},
			{
				key: 'file',
				title: 'File',
				about: 'where it stood after, or before where it went',
				onlyInFiles: true,
			},
			{
				key: 'paths',
				title: 'Paths',
				about: 'how many paths the commit touched for this document',
				released: true,
				onlyInFiles: true,
				total: 'sum',
			},
			{ key: 'commit', title: 'Commit', about: 'of the mainline', released: true, onlyInFiles: true },
			{ key: 'fromBlob', title: 'Object before', about: 'object id', released: true, onlyInFiles: true },
			{ key: 'blob', title: 'Object after', about: 'object id', released: true, onlyInFiles: true },
		],
		rows,
	});
}

function changeRow(input: AuditInput, document: AuditedDocument, entry: TrailEntry): Row {
	const { period, mainline } = input;
	const commit = mainline.at(entry.mainline ?? -1);
	const [before, after] = [entry.before[0], entry.after[0]];
	const found = document.versions.find(
		({ version }) => version.blob === after?.blob && normal(version.version) === normal(after?.version ?? ''),
	);
	const row = found?.text === undefined ? undefined : rowOf(found.text.changeLog, found.version.version);
	const signatures = found === undefined ? [] : signatureAnswers(document.state.approvals, found.version);
	const completion =
		found === undefined ? undefined : document.state.approvals?.completions.get(contentKey(found.version));
	const approvedAt = completion?.position === undefined ? undefined : mainline.at(completion.position)?.time;
	const paths = new Set([...entry.before, ...entry.after].map(({ path }) => path));
	return {
		of: [document.id],
		cells: {
			document: document.id,
			position: String(entry.mainline ?? 0).padStart(6, '0'),
			known: commit === undefined ? null : dayAt(commit.time, period.zone),
			what: whatHappened(document, entry, commit?.time),
			fromVersion: before?.version ?? null,
			version: after?.version ?? null,
			difference: differenceOf(document, found, input),
			description: row?.what ?? null,
			reason: row?.why ?? null,
			affects: several(row?.affects),
			author: several(row?.author),
			approvers: [...new Set(signatures.filter(({ counts }) => counts).map(({ person }) => person))],
			approved: approvedAt === undefined ? null : dayAt(approvedAt, period.zone),
			effective: after?.effective ?? null,
			file: after?.path ?? before?.path ?? null,
			paths: paths.size,
			commit: entry.commit.id,
			fromBlob: before?.blob ?? null,
			blob: after?.blob ?? null,
		},
	};
}

/** Where the packet says how a version first shown in the period differs from the one before it. */
function differenceOf(
	document: AuditedDocument,
	found: AuditedVersion | undefined,
	{ period }: AuditInput,
): string | null {
	if (found?.text === undefined || !isIn(period, found.version.known)) return null;
	const before = previousOf(document.state.timeline.versions, found.version);
	return before === undefined ? null : `${changePlace(document, before, found.version)}.html`;
}

function whatHappened(
	document: AuditedDocument,
	{ before, after }: TrailEntry,
	time: number | undefined,
): string {
	if (after.length === 0) return 'removed';
	if (before.length === 0) return 'added';
	const isSameText = before[0]?.blob === after[0]?.blob;
	if (time !== undefined && isSameText && isRetiredBy(document, time + 1)) return 'retired';
	return isSameText ? 'moved' : 'changed';
}
