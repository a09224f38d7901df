import { type HistoryChange, historyChanges, type OldText } from '../../../control/history-changes.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { branchesWith } from '../../../git/branches-with.ts';
import { isSigned } from '../../../git/history/is-signed.ts';
import { localObjects, readObjects } from '../../../git/history/read-objects.ts';
import { digestOfRead } from '../../../library/history/read-texts.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { readDocument } from '../../../library/read-document.ts';
import { fileKindOf } from '../../../model/file-kind.ts';
import type { Trail } from '../../../model/history/trail.ts';
import { historyText } from '../../../report/history-text.ts';
import { shortRef } from '../../../report/short-ref.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { findTrail } from '../../history/find-trail.ts';
import { type OpenHistory, openHistory } from '../../history/open-history.ts';
import { policyAt } from '../../history/policy-at.ts';
import { printTable } from '../../print-table.ts';
import { sayWithheld, withheldColumns, withholdingOf } from '../../withholding.ts';
import { unseenBefore } from './unseen-before.ts';
import { classOfOld, withholdChanges } from './withhold-changes.ts';

/** `sop history ID`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const open = await openHistory(context, library);
	const { history } = open;
	if (history.ids.length === 0) {
		throw new CommandError('No commit holds a document yet', {
			help: 'git add and git commit make the first.',
		});
	}
	const trail = findTrail(history, context.arguments[0] ?? '');
	const [{ texts, signed }, unseen, branchesOf, policy] = await Promise.all([
		objectsOf(open, trail),
		unseenBefore(context, open, trail),
		branchesBeside(open, trail),
		policyAt(open, history.mainline.length - 1),
	]);
	const withholding = withholdingOf(context, policy.classification);
	const classOf = (blob: string) => classOfOld(texts.get(blob), policy.classification);
	const all = historyChanges({
		trail,
		textOf: (blob) => texts.get(blob),
		mainline: history.mainline,
		unseenBefore: unseen,
		cutOff: history.state.shallow,
		branchesOf,
		isSigned: (id) => signed.has(id),
	});
	const changes = await withholdChanges(open, trail, all, classOf, withholding);
	const told = (blob: string) => (withholding.withholds(classOf(blob)) ? undefined : texts.get(blob));
	const { partial } = history;
	const format = context.text('format') ?? 'pretty';
	if (format === 'pretty') {
		const mainline = history.ref === undefined ? 'main, which there is none of' : shortRef(history.ref.ref);
		const page = { id: trail.key, title: titleOf(trail, told), mainline, partial, changes, ...policy };
		context.print(historyText(page, { width: context.width, color: context.colorLevel > 0 }));
	} else {
		await printTable(context, {
			name: 'changes',
			head: {
				document: trail.key,
				partial,
				mainline: history.ref ?? null,
				adopted: policy.adopted ?? null,
				approvals: policy.approvals,
			},
			columns: [...columns, ...withheldColumns(withholding).map(({ key }) => key)].map((key) => ({
				key,
				title: key,
			})),
			rows: changes.map((change) =>
				format === 'csv' && !('withheld' in change) ? flat(change) : { ...change },
			),
		});
	}
	sayWithheld(context, changes.filter((change) => 'withheld' in change).length, 'change');
	return exitCode.clean;
}

/** For more commits than these nobody reads which branches have them. */
const mostBeside = 50;

/** The branches of the newest commits that the mainline never showed. */
async function branchesBeside(
	{ git }: OpenHistory,
	{ entries }: Trail,
): Promise<ReadonlyMap<string, readonly string[]>> {
	const beside = entries.filter(({ broughtBy }) => broughtBy === null).slice(0, mostBeside);
	const branches = new Map<string, readonly string[]>();
	for (const { commit } of beside) branches.set(commit.id, await branchesWith(git, commit.id));
	return branches;
}

/** The texts of a trail, and which of its commits are signed: read together, by one process. */
async function objectsOf(
	{ git, history }: OpenHistory,
	{ entries }: Trail,
): Promise<{ readonly texts: ReadonlyMap<string, OldText>; readonly signed: ReadonlySet<string> }> {
	const files = new Map(
		entries.flatMap(({ before, after }) =>
			[...before, ...after].map(({ path, blob }): [string, string] => [
				blob,
				path.slice(history.prefix.length),
			]),
		),
	);
	// What a partial clone has left out is never asked for, as git would fetch it.
	const local = history.state.filtered ? await localObjects(git) : undefined;
	const ids = new Set([...files.keys(), ...entries.map(({ commit }) => commit.id)]);
	const texts = new Map<string, OldText>();
	const signed = new Set<string>();
	for await (const { id, bytes } of readObjects(
		git,
		[...ids].filter((one) => local?.has(one) ?? true),
	)) {
		if (bytes === null) continue;
		const file = files.get(id);
		if (file === undefined) {
			if (isSigned(bytes)) signed.add(id);
			continue;
		}
		const read = readDocument(fileKindOf(file) ?? 'sop', file, bytes);
		texts.set(id, { digest: digestOfRead(read), value: read.value });
	}
	return { texts, signed };
}

/** The newest title that it bore. */
function titleOf(trail: Trail, told: (blob: string) => OldText | undefined): string | undefined {
	for (const { after, before } of trail.entries) {
		const value = told((after[0] ?? before[0])?.blob ?? '')?.value;
		const title: unknown =
			typeof value === 'object' && value !== null ? Reflect.get(value, 'title') : undefined;
		if (typeof title === 'string') return title;
	}
	return undefined;
}

const columns = [
	...[
		'commit',
		'what',
		'version',
		'digest',
		'knownAt',
		'knownLevel',
		'committedAt',
		'authoredAt',
		'author',
		'email',
	],
	...[
		'file',
		'renamedFrom',
		'mainline',
		'branches',
		'merge',
		'changedInMerge',
		'signature',
		'sections',
		'changeLogRow',
		'subject',
	],
];

function flat({
	author,
	signature,
	changeLogRow,
	...change
}: HistoryChange): Readonly<Record<string, unknown>> {
	const row =
		changeLogRow === null ? null : [changeLogRow.date, changeLogRow.author, changeLogRow.what].join(' ');
	return {
		...change,
		author: author.name,
		email: author.email,
		signature: signature.status,
		changeLogRow: row,
	};
}
