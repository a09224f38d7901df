import { join } from 'node:path';
import { linesOf } from '../../../control/approval/signature-lines.ts';
import { endWords } from '../../../control/end-words.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import type { Version } from '../../../model/history/timeline.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import { chooseRole } from '../../records/choose-role.ts';
import { dayFrom } from '../../records/day-from.ts';
import { type Acting, openActing } from '../../records/open-acting.ts';
import { requiredText } from '../../records/required-text.ts';
import { signingKeyFor } from '../../records/signing-key.ts';
import { knownDocument, textOf, versionInForce } from '../../records/subject-in-force.ts';
import { writeRecord } from '../../records/write-record.ts';
import { chooseVersion } from '../show/choose-version.ts';
import { parseReference } from '../show/parse-reference.ts';

/** `sop withdraw ID[@VERSION]`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const acting = await openActing(context);
	const { library, person, envelope, today } = acting;
	const asked = parseReference(context.arguments[0] ?? '');
	const known = await knownDocument(acting, asked.id);
	const path = context.text('record');
	const version = versionToEnd(acting, known, asked, path);
	const { read, digest } = await textOf(acting, known, version);
	const from = dayFrom(context, today);
	const reason = await requiredText(context, 'reason', 'Why is it withdrawn?');
	const roles = linesOf(read.value).map(({ role }) => role);
	const { role } = chooseRole(acting, roles, context.text('as'), `A withdrawal of ${known.id}`);
	const key = await signingKeyFor(context, library, person);
	if (path !== undefined) refuseNoRecord(context, acting, path);
	await writeRecord(context, library, {
		kind: 'withdrawals',
		value: {
			...envelope,
			document: known.id,
			version: version.version,
			digest,
			person: person.id,
			role,
			meaning: 'withdrawal',
			withdraws: path === undefined ? 'version' : 'record',
			from,
			reason,
			...(path === undefined ? {} : { record: path }),
		},
		person,
		key,
	});
	if (path === undefined) context.say(whatFollows(known, version, from));
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
	path: string | undefined,
): Version {
	const version =
		asked.version === undefined
			? versionInForce(known, 'withdraw')
			: chooseVersion(known.id, asked, known.state);
	if (path !== undefined) return version;
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

function refuseNoRecord(context: CommandContext, { library, record }: Acting, path: string): void {
	const known = record.history.files.includes(path);
	if (known && path.startsWith('records/')) return;
	const exists = context.io.files.facts(join(library.root.path, path)) !== null;
	throw new CommandError(`${inertText(path)} is no record that the mainline shows`, {
		help: exists
			? 'What nobody else has seen needs no withdrawal: take it out of git.'
			: 'Give its path in the library, such as records/approvals/…; sop show --why names them.',
	});
}
