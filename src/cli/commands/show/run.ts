import { signedBy } from '../../../control/approval/approval-words.ts';
import { contentKey } from '../../../control/approval/document-approvals.ts';
import { shortDigest } from '../../../control/short-digest.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { openLibrary } from '../../../library/open-library.ts';
import type { Version } from '../../../model/history/version.ts';
import { dayAt } from '../../../model/zone.ts';
import { inertText } from '../../../report/inert-text.ts';
import { jsonText } from '../../../report/json-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { withoutApprovals } from '../../history/approvals-words.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import { findTrail } from '../../history/find-trail.ts';
import { knownFeedback, openFeedback } from '../../history/known-feedback.ts';
import { coordinates } from '../../history/moment.ts';
import { openRecord } from '../../history/open-record.ts';
import { withheldWords, withholdingOf } from '../../withholding.ts';
import { chooseVersion, forceOf } from './choose-version.ts';
import { contentText } from './content-text.ts';
import { derivation } from './derivation.ts';
import { stateOf } from './known-state.ts';
import { parseReference } from './parse-reference.ts';
import { showAnswer } from './show-answer.ts';
import { showNotes } from './show-notes.ts';
import { showWithheld } from './show-withheld.ts';
import { showWork } from './show-work.ts';
import { shownText } from './shown-text.ts';

/** `sop show ID[@VERSION[~DIGEST]]`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const asked = parseReference(context.arguments[0] ?? '');
	if (asked.version === 'work') return showWork(context, asked.id);
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const { record, cause } = await openRecord(context, library);
	if (record === undefined) {
		if (asked.version === undefined) return showWork(context, asked.id, cause);
		throw new CommandError(
			`Version ${JSON.stringify(asked.version)} of ${asked.id} cannot be shown: ${cause}`,
			{
				help: `sop show ${asked.id}@work shows the file as it stands.`,
				exitCode: exitCode.unfinished,
			},
		);
	}
	const isHere = record.history.ids.some((id) => id.toLowerCase() === asked.id.toLowerCase());
	// A document that nobody has committed yet.
	if (!isHere && asked.version === undefined && record.moment.isNow && !record.moment.isPast)
		return showWork(context, asked.id, 'it is not on the mainline yet');
	const found = await stateOf(record, findTrail(record.history, asked.id).key);
	const { zone } = record.policy;
	const version =
		asked.version === undefined ? found.state.inForce : chooseVersion(found.id, asked, found.state);
	const withholding = withholdingOf(context, record.policy.classification);
	const { text, classification, beside } = await shownText(record, found, version, withholding);
	const isHigher = withholding.withholds(beside);
	if (version === undefined ? isHigher : withholding.withholds(classification))
		return showWithheld(context, found.id, version?.digest);
	// What stands beside is told by its status alone.
	const known = isHigher ? { ...found, state: { ...found.state, why: [withheldWords] } } : found;
	const at = coordinates(record.moment, zone);
	// --why explains it.
	const without = record.policy.approvals === 'none' && !context.has('why') ? `; ${withoutApprovals}` : '';
	const lines =
		version === undefined
			? noneLines(known, at, without)
			: [
					`${known.id}@${version.version}~${shortDigest(version.digest)}, ${forceOf(version, known.state, record.moment.on, zone)}`,
					`${at}; the text was first shown by the mainline ${dayAt(version.known, zone)} (${version.knownLevel}), ${inertText(version.path)}${without}`,
					...signatureLines(known, version, zone),
				];
	const notes = await showNotes(context, record, known, text?.read);
	const why = context.has('why') ? [derivation(known.state, record.policy)] : [];
	const isJson = context.text('format') === 'json';
	const feedback = openFeedback(await knownFeedback(record, known.id)).get(known.id) ?? 0;
	const suggested =
		feedback === 0 ? [] : [`${countOf(feedback, 'open suggestion')}: sop feedback ${known.id} lists them`];
	const answer = { ...showAnswer(record, known, version), feedback, notes };
	for (const line of [...lines, ...notes, ...suggested, ...(isJson ? [] : why)]) context.say(line);
	if (version === undefined) {
		if (isJson) context.print(jsonText({ format: 1, ...answer }));
		return exitCode.findings;
	}
	if (text !== undefined) {
		context.print(contentText(context, text.read, text.bytes, answer, classification));
		// What was asked for by its number is shown; in force is a matter of the words above.
		return asked.version === undefined || known.state.inForce === version
			? exitCode.clean
			: exitCode.findings;
	}
	throw new CommandError(`The text of ${known.id}@${version.version} is not in this repository`, {
		help: `It was left out when the repository was cloned (${record.history.partial ?? 'damaged'}).`,
		exitCode: exitCode.unfinished,
	});
}

/** Who signed the version shown: what an auditor asks next. */
function signatureLines({ state }: KnownDocument, version: Version, zone: string): readonly string[] {
	const completion = state.approvals?.completions.get(contentKey(version));
	return completion === undefined ? [] : signedBy(completion, { zone }).map(inertText);
}

function noneLines({ id, state }: KnownDocument, at: string, without: string): readonly string[] {
	const why = state.why.filter((one) => one !== withoutApprovals);
	const stood = `It stands as ${state.standing?.version ?? 'nothing'}: ${state.status}`;
	const isSaid = why.every((one) => one === state.notEvaluated);
	const stands = `${stood}${isSaid ? '' : `: ${inertText(why.join('; '))}`}${without}`;
	return state.notEvaluated === null
		? [`No version of ${id} is in force ${at}`, stands]
		: [`Which version of ${id} is in force is not evaluated ${at}: ${state.notEvaluated}`, stands];
}
