import { answeringRoles } from '../../../../control/answering-roles.ts';
import { CommandError } from '../../../../diagnostics/command-error.ts';
import type { FeedbackRecord } from '../../../../model/documents.generated.ts';
import { governingAt } from '../../../../model/history/timeline.ts';
import { inertText } from '../../../../report/inert-text.ts';
import type { CommandContext } from '../../../command-context.ts';
import { type ExitCode, exitCode } from '../../../exit-code.ts';
import { type KnownFeedback, knownFeedback } from '../../../history/known-feedback.ts';
import { chooseRole } from '../../../records/choose-role.ts';
import { libraryPath } from '../../../records/library-path.ts';
import { type Acting, openActing } from '../../../records/open-acting.ts';
import { isSameButWhen, refuseUnfinished } from '../../../records/refuse-unfinished.ts';
import { requiredText } from '../../../records/required-text.ts';
import { signingKeyFor } from '../../../records/signing-key.ts';
import { knownDocument, textOf, versionInForce } from '../../../records/subject-in-force.ts';
import { writeRecord } from '../../../records/write-record.ts';

/** `sop feedback answer RECORD`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const acting = await openActing(context);
	const { library, person, envelope } = acting;
	const suggestion = await suggestionAsked(context, acting);
	const { file, value: suggested } = suggestion.record;
	const known = await knownDocument(acting, suggestion.document);
	// Section 15 of what is in force says who may answer; where nothing is, that of the last that was complete.
	const version =
		governingAt(known.state.timeline, acting.record.moment.on) ?? versionInForce(known, 'answer by');
	const { read, digest } = await textOf(acting, known, version);
	const verdict = verdictOf(context);
	if (verdict === 'withdrawn' && suggested.person !== person.id)
		throw new CommandError(
			`The suggestion is ${inertText(suggested.person ?? '')}'s to withdraw, and not yours`,
			{
				help: 'Decline it, and say why: --verdict declined --reason "…"',
				exitCode: exitCode.findings,
			},
		);
	const role =
		verdict === 'withdrawn'
			? undefined
			: chooseRole(
					acting,
					answeringRoles(read.value),
					context.text('as'),
					`An answer to feedback on ${known.id}`,
				).role;
	const reason = await requiredText(context, 'reason', 'Why?');
	const key = await signingKeyFor(context, library, person);
	const value: FeedbackRecord = {
		...envelope,
		document: known.id,
		version: version.version,
		digest,
		person: person.id,
		...(role === undefined ? {} : { role }),
		meaning: 'answer',
		text: reason,
		answers: file,
		verdict,
	};
	await refuseUnfinished(context, acting, {
		kind: 'feedback',
		like: value,
		isSame: (one) => isSameButWhen(one, value),
	});
	await writeRecord(context, library, { kind: 'feedback', value, person, key, judgedBy: acting.record });
	if (verdict === 'accepted')
		context.say(
			`It stays open until a version has it: name ${inertText(file)} under answers in its row of section 14, and ${inertText(suggested.person ?? '')} among its contributors.`,
		);
	return exitCode.clean;
}

function verdictOf(context: CommandContext): NonNullable<FeedbackRecord['verdict']> {
	const asked = context.text('verdict');
	return asked === 'accepted' || asked === 'done' || asked === 'withdrawn' ? asked : 'declined';
}

/** The suggestion that is meant: by its path, or the only open one of a document. Refuses what is answered for good. */
async function suggestionAsked(context: CommandContext, acting: Acting): Promise<KnownFeedback> {
	const asked = context.arguments[0] ?? '';
	const file = libraryPath(context, acting.library, asked);
	const { feedback } = await knownFeedback(acting.record);
	const open = feedback.filter(
		({ document, standing }) => standing === 'open' && document.toLowerCase() === asked.toLowerCase(),
	);
	const [only, another] = open;
	if (another !== undefined)
		throw new CommandError(`${inertText(asked)} has ${open.length} open suggestions`, {
			help: `Say which:\n${open.map(({ record }) => `  ${inertText(record.file)}`).join('\n')}`,
		});
	const found = only ?? feedback.find(({ record }) => record.file === file);
	if (found === undefined)
		throw new CommandError(`${inertText(asked)} is no suggestion that ${acting.mainline} shows`, {
			help: 'Give its path in the library, or the id of a document with one open suggestion; sop feedback --format csv lists them.',
		});
	const { standing, why, version } = found;
	if (standing === 'open' || standing === 'declined' || (standing === 'answered' && version === undefined))
		return found;
	throw new CommandError(`Nothing is left to answer: the suggestion is ${standing}: ${inertText(why)}`, {
		exitCode: exitCode.findings,
	});
}
