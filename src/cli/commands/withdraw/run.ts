import { endWords } from '../../../control/end-words.ts';
import { mayCount } from '../../../control/may-count.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import type { Version } from '../../../model/history/version.ts';
import { shellWord } from '../../../model/shell-word.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import { dayFrom } from '../../records/day-from.ts';
import { type Acting, openActing } from '../../records/open-acting.ts';
import { refuseUnfinished } from '../../records/refuse-unfinished.ts';
import { knownDocument, textOf, versionInForce } from '../../records/subject-in-force.ts';
import { ifItCounts } from '../../records/write-record.ts';
import { writeWithdrawal } from '../../records/write-withdrawal.ts';
import { chooseVersion } from '../show/choose-version.ts';
import { parseReference } from '../show/parse-reference.ts';
import { type RecordToWithdraw, recordToWithdraw } from './record-to-withdraw.ts';
import { versionOfRecord } from './version-of-record.ts';

/** `sop withdraw [ID[@VERSION]]`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const acting = await openActing(context);
	const { today } = acting;
	const [written] = context.arguments;
	if (written === undefined && context.text('record') === undefined) {
		throw new CommandError('What is to be withdrawn is missing', {
			help: 'Name the document, or a record with --record.',
		});
	}
	const asked = parseReference(written ?? '');
	const found = written === undefined ? undefined : await knownDocument(acting, asked.id);
	const ended = await recordToWithdraw(context, acting, found?.id);
	const known = found ?? (await knownDocument(acting, ended?.document ?? ''));
	const version =
		ended === undefined ? versionToEnd(acting, known, asked) : await versionOfRecord(ended, known, acting);
	const { read, digest } = await textOf(acting, known, version);
	await refuseUnfinished(context, acting, {
		kind: 'withdrawals',
		like: { document: known.id },
		isSame: (value) =>
			ended === undefined
				? value.withdraws === 'version' && value.digest === digest && value.version === version.version
				: value.withdraws === 'record' &&
					value.record === ended.named.record &&
					value.line_digest === ended.named.line_digest,
	});
	const from = dayFrom(context, today);
	const record = await writeWithdrawal(context, acting, {
		document: known.id,
		version,
		read,
		digest,
		ends: { withdraws: ended === undefined ? 'version' : 'record', from, ...ended?.named },
		what: `A withdrawal of ${known.id}`,
		question: 'Why is it withdrawn?',
	});
	context.say(
		ifItCounts(
			record,
			ended === undefined
				? whatFollows(known, version, from)
				: whatComesOf(ended, known, version, acting.mainline),
		),
	);
	return exitCode.clean;
}

/** What is to be done where a record counts no more, or never did. */
function whatComesOf(
	{ record }: RecordToWithdraw,
	{ id, state }: KnownDocument,
	version: Version,
	mainline: string,
): string {
	if (record.kind === 'training') {
		const who = inertText(record.value.person ?? '');
		return `The record stays, and stops counting once ${mainline} shows this. Where nothing else shows it, ${who} is not trained from then on: sop train --person ${shellWord(who)}.`;
	}
	const counts = [...(state.approvals?.completions.values() ?? [])]
		.flatMap(({ signatures }) => signatures)
		.some((one) => one.record.file === record.file && mayCount(one));
	if (!counts)
		return `The record stays, and never counted: nothing else changes, and sop lint asks about it no more once ${mainline} shows this.`;
	const after = version.complete
		? `Where ${id}@${version.version} is complete by it alone it ends then, and never comes back: sop revise ${id} opens the next version.`
		: `Its line is to be signed again: sop approve ${id}.`;
	return `The record stays, and stops counting once ${mainline} shows this. ${after}`;
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
