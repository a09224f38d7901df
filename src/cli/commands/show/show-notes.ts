import { countOf } from '../../../diagnostics/count-of.ts';
import { branchesWith } from '../../../git/branches-with.ts';
import { summariseDocument } from '../../../model/document-summary.ts';
import { positionAt } from '../../../model/history/mainline.ts';
import { inForceAt } from '../../../model/history/timeline.ts';
import { knownStart } from '../../../model/history/version.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { dayAt, instantText, startOfDay } from '../../../model/zone.ts';
import { branchWords } from '../../../report/branch-words.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import { shortId } from '../../history/moment.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { policyAt } from '../../history/policy-at.ts';
import { stateOf } from './known-state.ts';

/** What whoever is shown a version, or none, should know beside it, each as a sentence; `read` is its text. */
export async function showNotes(
	context: CommandContext,
	record: OpenRecord,
	known: KnownDocument,
	read: ReadDocument | undefined,
): Promise<readonly string[]> {
	return [
		...stillOpen(read),
		...(await onlyBeside(record, known)),
		...changedThatDay(record, known),
		...(await knownThen(context, record, known)),
	];
}

/** Where the text that is shown still waits for words. */
function stillOpen(read: ReadDocument | undefined): readonly string[] {
	const count = (read && summariseDocument(read)?.placeholders) ?? 0;
	return count === 0 ? [] : [`Its text still has ${countOf(count, 'placeholder')}: sop lint shows where.`];
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
