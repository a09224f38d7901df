import { join, resolve } from 'node:path';
import { endWords } from '../../../control/end-words.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { isInside, toLibraryPath } from '../../../library/find-files.ts';
import { knownRecords } from '../../../library/records/known-records.ts';
import { normal, type Version } from '../../../model/history/version.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import { dayFrom } from '../../records/day-from.ts';
import { type Acting, openActing } from '../../records/open-acting.ts';
import { refuseUnfinished } from '../../records/refuse-unfinished.ts';
import { knownDocument, textOf, versionInForce } from '../../records/subject-in-force.ts';
import { writeWithdrawal } from '../../records/write-withdrawal.ts';
import { chooseVersion } from '../show/choose-version.ts';
import { parseReference } from '../show/parse-reference.ts';

/** `sop withdraw ID[@VERSION]`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const acting = await openActing(context);
	const { today } = acting;
	const asked = parseReference(context.arguments[0] ?? '');
	const known = await knownDocument(acting, asked.id);
	const path = recordPathOf(context, acting);
	const version =
		path === undefined
			? versionToEnd(acting, known, asked)
			: await versionOfRecord(context, acting, known, path);
	const { read, digest } = await textOf(acting, known, version);
	await refuseUnfinished(context, acting, {
		kind: 'withdrawals',
		like: { document: known.id },
		isSame: (value) =>
			path === undefined
				? value.withdraws === 'version' && value.digest === digest && value.version === version.version
				: value.withdraws === 'record' && value.record === path,
	});
	const from = dayFrom(context, today);
	await writeWithdrawal(context, acting, {
		document: known.id,
		version,
		read,
		digest,
		ends: {
			withdraws: path === undefined ? 'version' : 'record',
			from,
			...(path === undefined ? {} : { record: path }),
		},
		what: `A withdrawal of ${known.id}`,
		question: 'Why is it withdrawn?',
	});
	context.say(
		path === undefined
			? whatFollows(known, version, from)
			: `The record stays, and stops counting once ${acting.mainline} shows this. ${
					version.complete
						? `Where ${known.id}@${version.version} is complete by it alone it ends then, and never comes back: sop revise ${known.id} opens the next version.`
						: `Its line is to be signed again: sop approve ${known.id}.`
				}`,
	);
	return exitCode.clean;
}

/** What the withdrawal does once the mainline shows it. */
function whatFollows({ id, state: { inForce } }: KnownDocument, version: Version, from: string): string {
	const next = `sop revise ${id} opens the next version.`;
	if (inForce === version)
		return `From ${from} on no version of ${id} is in force: no lower one comes back. ${next}`;
	const stays = inForce === undefined ? '' : ` ${inForce.version} stays in force.`;
	return `${id}@${version.version} will not come into force.${stays} ${next}`;
}

function versionToEnd(
	{ record }: Acting,
	known: KnownDocument,
	asked: ReturnType<typeof parseReference>,
): Version {
	const version =
		asked.version === undefined
			? versionInForce(known, 'withdraw')
			: chooseVersion(known.id, asked, known.state);
	const end = endWords(version, record.policy.zone);
	if (!version.complete)
		throw new CommandError(
			`${known.id}@${version.version} lacks signatures: it is a draft, and nothing is to be withdrawn`,
			{
				help: 'Take the change back in git, or go on with it.',
				exitCode: exitCode.findings,
			},
		);
	if (end !== undefined && (version.end ?? 0) <= record.moment.on)
		throw new CommandError(`${known.id}@${version.version} has ended already: ${end}`, {
			help: 'Nothing is left to withdraw.',
			exitCode: exitCode.findings,
		});
	return version;
}

/** The path of `--record` in the library, whether it was written from there or from the folder here. */
function recordPathOf(context: CommandContext, { library: { root } }: Acting): string | undefined {
	const written = context.text('record');
	if (written === undefined || written.startsWith('records/')) return written;
	const path = resolve(context.folder, written);
	return isInside(root.path, path) ? toLibraryPath(root.path, path) : written;
}

/** The version that an approval on the mainline is of. Refuses what is no such record, or does not count anyhow. */
async function versionOfRecord(
	context: CommandContext,
	{ library, record: { git, history, moment } }: Acting,
	{ id, state }: KnownDocument,
	path: string,
): Promise<Version> {
	const { approvals } = await knownRecords({
		git,
		history,
		mainline: history.mainlineUpTo(moment.position),
		upTo: moment.position,
		kinds: ['approvals'],
		documents: [id],
	});
	const found = approvals.find((one) => one.file === path && one.value.document === id);
	if (found === undefined) {
		const exists =
			path.startsWith('records/') && context.io.files.facts(join(library.root.path, path)) !== null;
		throw new CommandError(`${inertText(path)} is no approval of ${id} that the mainline shows`, {
			help: exists
				? 'Only what the mainline shows can be withdrawn, and only an approval. What nobody else has seen is simply taken out of git.'
				: `Give its path in the library, such as records/approvals/${id}/…; sop show ${id} --why names them.`,
		});
	}
	const { version, digest } = found.value;
	const subject = state.timeline.versions.find(
		(one) => one.digest === digest && normal(one.version) === normal(String(version)),
	);
	const judged = [...(state.approvals?.completions.values() ?? [])]
		.flatMap(({ signatures }) => signatures)
		.find(({ record }) => record.file === path);
	if (subject !== undefined && judged?.cause === null && judged.withdrawn === null) return subject;
	const why =
		judged !== undefined && judged.withdrawn !== null
			? `was withdrawn by ${judged.withdrawn.file}`
			: `does not count: ${judged?.cause ?? 'no version that was signed has its digest'}`;
	throw new CommandError(`${inertText(path)} ${inertText(why)}`, {
		help: 'Nothing is left to withdraw.',
		exitCode: exitCode.findings,
	});
}
