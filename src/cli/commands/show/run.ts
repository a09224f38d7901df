import { signedBy } from '../../../control/approval/approval-words.ts';
import { contentKey } from '../../../control/approval/document-approvals.ts';
import { signatureAnswers, weakestWho } from '../../../control/approval/signature-answer.ts';
import { shortDigest } from '../../../control/short-digest.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { branchesWith } from '../../../git/branches-with.ts';
import { readTexts } from '../../../library/history/read-texts.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { type Classification, highestClass } from '../../../model/classification.ts';
import { positionAt } from '../../../model/history/mainline.ts';
import { inForceAt } from '../../../model/history/timeline.ts';
import { knownStart, normal, type Version } from '../../../model/history/version.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { dayAt, instantText, startOfDay } from '../../../model/zone.ts';
import { branchWords } from '../../../report/branch-words.ts';
import { inertText } from '../../../report/inert-text.ts';
import { jsonText } from '../../../report/json-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { withoutApprovals } from '../../history/approvals-words.ts';
import { documentStates, type KnownDocument } from '../../history/document-states.ts';
import { findTrail } from '../../history/find-trail.ts';
import { knownFeedback, openFeedback } from '../../history/known-feedback.ts';
import { coordinates, shortId } from '../../history/moment.ts';
import { type OpenRecord, openRecord } from '../../history/open-record.ts';
import { policyAt } from '../../history/policy-at.ts';
import { type Withholding, withheldWords, withholdingOf } from '../../withholding.ts';
import { sinceWhen } from '../list/register-entry.ts';
import { chooseVersion, forceOf } from './choose-version.ts';
import { contentText } from './content-text.ts';
import { derivation } from './derivation.ts';
import { parseReference } from './parse-reference.ts';
import { showWithheld } from './show-withheld.ts';
import { showWork } from './show-work.ts';

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
	const text = version === undefined ? undefined : await textOf(record, version);
	const beside = await classesBeside(record, found, withholding);
	const isHigher = withholding.withholds(highestClass([...beside.values()]));
	// A text that was only classified anew, under the same number, is as its file says now.
	const again = found.state.timeline.standing.filter(
		(one) => normal(one.version ?? '') === normal(version?.version ?? ' '),
	);
	const classification = highestClass([
		withholding.classOf(text?.read),
		...again.flatMap(({ blob }) => beside.get(blob) ?? []),
	]);
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
	const notes = [
		...(await onlyBeside(record, known)),
		...changedThatDay(record, known),
		...(await knownThen(context, record, known)),
	];
	const why = context.has('why') ? [derivation(known.state, record.policy)] : [];
	const isJson = context.text('format') === 'json';
	const feedback = openFeedback(await knownFeedback(record, known.id)).get(known.id) ?? 0;
	const suggested =
		feedback === 0 ? [] : [`${countOf(feedback, 'open suggestion')}: sop feedback ${known.id} lists them`];
	const answer = { ...answerOf(record, known, version), feedback, notes };
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

/** The text of a version; undefined where the repository does not have it. */
async function textOf(
	{ git, history }: OpenRecord,
	{ path, blob }: Version,
): Promise<{ readonly read: ReadDocument; readonly bytes: Uint8Array } | undefined> {
	const wanted = [{ file: path.slice(history.prefix.length), blob }];
	for await (const { read, bytes } of readTexts(git, wanted, history.state.filtered)) return { read, bytes };
	return undefined;
}

/** The classes of the texts that stand, or stood last, on the mainline or beside it, by their object ids. */
async function classesBeside(
	{ git, history }: OpenRecord,
	{ state, trail }: KnownDocument,
	withholding: Withholding,
): Promise<ReadonlyMap<string, Classification>> {
	const last = trail.entries.find(({ after }) => after.length > 0)?.after ?? [];
	const texts = [...state.timeline.standing, ...last].map(({ path, blob }) => ({
		blob,
		file: path.slice(history.prefix.length),
	}));
	const classes = new Map<string, Classification>(texts.map(({ blob }) => [blob, 'restricted']));
	for await (const { blob, read } of readTexts(git, texts, history.state.filtered))
		classes.set(blob, withholding.classOf(read));
	return classes;
}

/** Who signed the version shown: what an auditor asks next. */
function signatureLines({ state }: KnownDocument, version: Version, zone: string): readonly string[] {
	const completion = state.approvals?.completions.get(contentKey(version));
	return completion === undefined ? [] : signedBy(completion, { zone }).map(inertText);
}

async function stateOf(record: OpenRecord, id: string): Promise<KnownDocument> {
	const [known] = await documentStates(record, [id], undefined, true);
	if (known === undefined) throw new CommandError(`No commit holds a document ${JSON.stringify(id)}`);
	return known;
}

function noneLines({ id, state }: KnownDocument, at: string, without: string): readonly string[] {
	const why = state.why.filter((one) => one !== withoutApprovals);
	const stands = `It stands as ${state.standing?.version ?? 'nothing'}: ${state.status}: ${inertText(why.join('; '))}${without}`;
	return state.notEvaluated === null
		? [`No version of ${id} is in force ${at}`, stands]
		: [`Which version of ${id} is in force is not evaluated ${at}: ${state.notEvaluated}`, stands];
}

/** Where a document stands that the mainline never showed. */
async function onlyBeside({ git }: OpenRecord, { trail }: KnownDocument): Promise<readonly string[]> {
	const newest = trail.entries.find(({ after }) => after.length > 0);
	const path = newest?.after[0]?.path;
	if (newest === undefined || trail.entries.some(({ broughtBy }) => broughtBy !== null)) return [];
	const branches = branchWords(await branchesWith(git, newest.commit.id));
	return [
		`It stands only on ${branches}, never merged: commit ${shortId(newest.commit.id)}, ${inertText(path ?? '')}.`,
	];
}

/** Where another version was in force earlier on the day asked about. */
function changedThatDay({ moment, policy }: OpenRecord, { state }: KnownDocument): readonly string[] {
	const { inForce, timeline } = state;
	const morning = startOfDay(dayAt(moment.on, policy.zone), policy.zone);
	const start = inForce && knownStart(inForce);
	if (start === undefined || morning === undefined || start <= morning) return [];
	const before = inForceAt(timeline, morning);
	return [
		`On that day it came into force at ${instantText(start)}; before, ${before === undefined ? 'none' : before.version} was in force.`,
	];
}

/** Where what was known on the day asked about gives another answer than what is known now. */
async function knownThen(
	context: CommandContext,
	record: OpenRecord,
	{ id, state }: KnownDocument,
): Promise<readonly string[]> {
	const { moment, history } = record;
	if (moment.isNow || context.has('known') || context.has('asOf')) return [];
	const position = positionAt(history.mainline, moment.on);
	const commit = history.mainlineUpTo(position).at(position);
	if (commit === undefined || position === moment.position) return [];
	const then = await stateOf(
		{ ...record, moment: { ...moment, position, known: commit }, policy: await policyAt(record, position) },
		id,
	);
	const same =
		then.state.inForce?.digest === state.inForce?.digest &&
		then.state.inForce?.version === state.inForce?.version;
	if (same) return [];
	const answer = then.state.inForce === undefined ? 'none' : then.state.inForce.version;
	return [`As known on that day itself (${commit.id.slice(0, 7)}) the answer was another: ${answer}.`];
}

function answerOf(
	{ moment, history, policy }: OpenRecord,
	{ id, state }: KnownDocument,
	version: Version | undefined,
) {
	const instant = (seconds: number | undefined) => (seconds === undefined ? null : instantText(seconds));
	const signatures = version === undefined ? [] : signatureAnswers(state.approvals, version);
	const completion = version && state.approvals?.completions.get(contentKey(version));
	return {
		document: id,
		on: moment.onText,
		known: { commit: moment.known.id, at: instantText(moment.known.time), ref: history.ref?.ref ?? null },
		inForce: version !== undefined && state.inForce === version,
		notEvaluated: state.notEvaluated,
		version: version?.version ?? null,
		digest: version?.digest ?? null,
		...(version === undefined ? { from: null, fromAtLatest: null } : sinceWhen(version)),
		until: instant(version?.end),
		commit: version?.commit ?? null,
		file: version?.path ?? null,
		approvals: policy.approvals,
		signatures,
		authorsNotVisible: completion?.squashes ?? [],
		trust: { who: weakestWho(signatures), when: version?.knownLevel ?? null },
		standing: { version: state.standing?.version ?? null, status: state.status, why: state.why },
		partial: history.partial,
	};
}
