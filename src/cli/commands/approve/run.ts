import { lineWords } from '../../../control/approval/approval-words.ts';
import { openLines } from '../../../control/approval/fill-lines.ts';
import { linesOf, requiredLines, type SignatureLine } from '../../../control/approval/signature-lines.ts';
import { documentContext } from '../../../control/context/document-context.ts';
import { shortDigest } from '../../../control/short-digest.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { unsavedFiles } from '../../../git/unsaved-files.ts';
import { digestOfRead, readTexts } from '../../../library/history/read-texts.ts';
import { sha256InLibrary } from '../../../library/linked-files.ts';
import { summariseDocument } from '../../../model/document-summary.ts';
import type { ApprovalRecord } from '../../../model/documents.generated.ts';
import { normal } from '../../../model/history/version.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { documentStates, type KnownDocument } from '../../history/document-states.ts';
import { type CommittedDocument, findCommitted } from '../../history/find-committed.ts';
import { findTrail } from '../../history/find-trail.ts';
import { type Acting, openActing } from '../../records/open-acting.ts';
import { recordInWords } from '../../records/record-in-words.ts';
import { notCommitted } from '../../records/refuse-unfinished.ts';
import { signingKeyFor } from '../../records/signing-key.ts';
import { ifItCounts, writeRecord } from '../../records/write-record.ts';
import { authorsHere } from './authors-here.ts';
import { type ChosenLine, chooseLine } from './choose-line.ts';
import { paperOf } from './paper-of.ts';
import { refuseFindings } from './refuse-findings.ts';
import { refuseVersion } from './refuse-version.ts';
import { type SignedHere, signedHere } from './signed-here.ts';

/** `sop approve ID`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const acting = await openActing(context);
	const { library, record, person, envelope, today } = acting;
	const { committed, read } = await findCommitted(context, record, context.arguments[0] ?? '');
	const trail = findTrail(record.history, committed.id);
	const [known] = await documentStates(record, [trail.key], undefined, true);
	if (known === undefined) throw new Error('a document with a trail has a state');
	const digest = digestOfRead(read) ?? '';
	const paper = await paperOf(context, acting);
	refuseVersion(committed, digest, known.state, { policy: record.policy, today });
	if (paper === undefined) refuseDay(read, today, committed);
	const lines = await linesNeeded(acting, read, known);
	const subject = { document: committed.id, version: committed.version, digest };
	const here = signedHere(context.io.files, library.root.path, subject, committed.blob, known.state);
	await refuseUnsaved(context, acting, here);
	const signed = here.counting.map(({ value }) => value);
	const line = chooseLine(context, acting, lines, signed);
	await refuseOwnText(context, acting, known, read, committed, line);
	await refuseFindings(context, library, committed.file, today);
	const value: ApprovalRecord = {
		...envelope,
		...subject,
		person: person.id,
		role: line.role,
		// A line of section 15 passed the schema of signatures.
		meaning: line.meaning as NonNullable<ApprovalRecord['meaning']>,
		context: await contextHere(context, acting, read),
		...(paper === undefined ? {} : { paper }),
	};
	const key = await signingKeyFor(context, library, person);
	sayWhat(context, acting, committed, line, digest);
	// What was signed before and does not count stays as it is, and this one stands beside it.
	const written = await writeRecord(context, library, {
		kind: 'approvals',
		value,
		person,
		key,
		judgedBy: record,
		again: here.void.length > 0,
	});
	const open = openLines(
		lines,
		[...signed, value].map(({ person: by = '', role = '', meaning = '' }) => ({ person: by, role, meaning })),
	);
	context.say(ifItCounts(written, whatComesOfIt(acting, committed, known, digest, open)));
	return exitCode.clean;
}

/** What the signature does: it completes a version, or is one of several, or is for the record alone. */
function whatComesOfIt(
	{ mainline }: Acting,
	{ id, version }: CommittedDocument,
	{ state: { timeline } }: KnownDocument,
	digest: string,
	open: readonly SignatureLine[],
): string {
	const isComplete = timeline.versions.some(
		(one) => one.complete && one.digest === digest && normal(one.version) === normal(version),
	);
	const lacking = open.map((one) => inertText(lineWords(one))).join(', ');
	if (isComplete) {
		const signed = open.length === 0 ? 'Every line is signed' : `Not signed yet: ${lacking}`;
		return `${signed}. ${id} ${version} is complete without, as nobody had to approve it when it came: the signature is for the record.`;
	}
	return open.length === 0
		? `Every line is signed: ${id} ${version} is complete once ${mainline} shows all signatures.`
		: `It still needs ${lacking}.`;
}

/** Refuses somebody whose record of this text lies here, and in no commit: it is to be committed, not written again. */
async function refuseUnsaved(
	context: CommandContext,
	{ library, record: { git, history }, person }: Acting,
	{ counting }: SignedHere,
): Promise<void> {
	for (const own of counting.filter(({ value }) => value.person === person.id)) {
		const unsaved = await unsavedFiles(git, history.prefix + own.file);
		if (unsaved.length > 0)
			throw notCommitted(context, library.root.path, own, recordInWords('approvals', own.value));
	}
}

/** Lines of its own section 15, and of the version in force: no version weakens the rule it is judged by. */
async function linesNeeded(
	{ record, authority }: Acting,
	read: ReadDocument,
	{ state: { inForce } }: KnownDocument,
): Promise<readonly SignatureLine[]> {
	const before: SignatureLine[] = [];
	if (inForce !== undefined && inForce.digest !== digestOfRead(read)) {
		const file = inForce.path.slice(record.history.prefix.length);
		for await (const old of readTexts(
			record.git,
			[{ file, blob: inForce.blob }],
			record.history.state.filtered,
		))
			before.push(...linesOf(old.read.value));
	}
	return requiredLines(linesOf(read.value), before, authority.roles);
}

function refuseDay(read: ReadDocument, today: string, { file, version }: CommittedDocument): void {
	const value: unknown = read.value;
	const effective: unknown =
		typeof value === 'object' && value !== null ? Reflect.get(value, 'effective') : undefined;
	if (typeof effective !== 'string' || effective >= today) return;
	throw new CommandError(
		`${inertText(file)} says that ${version} is in force from ${effective}, which is past: nobody had approved it then`,
		{
			help: 'Take the line effective: out, or give it a day to come; commit that, and sign then.',
			exitCode: exitCode.findings,
		},
	);
}

async function refuseOwnText(
	context: CommandContext,
	acting: Acting,
	{ trail, state }: KnownDocument,
	read: ReadDocument,
	{ version, id }: CommittedDocument,
	{ meaning }: ChosenLine,
): Promise<void> {
	if (meaning !== 'approval' && meaning !== 'review') return;
	const person = acting.person.id;
	const authors = await authorsHere(acting.record, trail, state.timeline.versions, read, version);
	const perhaps = authors.perhaps.get(person);
	if (perhaps !== undefined && !authors.people.has(person)) {
		throw new CommandError(
			`Whether ${inertText(person)} wrote ${id} ${version} cannot be told: ${inertText(perhaps)}`,
			{
				help: 'Somebody else has to sign this line, or the people register has to say whose the address was.',
				exitCode: exitCode.findings,
			},
		);
	}
	for (const identity of authors.unknown)
		context.warn(`Whether ${inertText(person)} wrote the text cannot be told: ${inertText(identity)}`);
	for (const one of authors.squashes) context.say(inertText(`${id} ${version}: ${one}.`));
	if (authors.people.has(person)) {
		throw new CommandError(
			`${inertText(person)} wrote ${id} ${version}, and nobody approves or reviews their own text`,
			{
				help: 'By the change log, or by the commits since the version before. Somebody else has to sign this line.',
				exitCode: exitCode.findings,
			},
		);
	}
}

function sayWhat(
	context: CommandContext,
	{ person }: Acting,
	{ id, version, file }: CommittedDocument,
	{ role, meaning, acts }: ChosenLine,
	digest: string,
): void {
	const as =
		acts.acts === 'as delegate'
			? `for ${role} as ${acts.by}${acts.inAbsenceOf === null ? '' : `, in the absence of ${acts.inAbsenceOf}`}`
			: `as ${role}`;
	context.say(
		inertText(`${person.id} signs ${id}@${version}~${shortDigest(digest)} (${file}): ${meaning} ${as}`),
	);
}

/** The digest of what the text leans on, as it is now: what moves later is told by it. */
async function contextHere(
	{ io: { files } }: CommandContext,
	{ library, record }: Acting,
	read: ReadDocument,
): Promise<string> {
	const named = (summariseDocument(read)?.references ?? []).map(({ id }) => id);
	const states = await documentStates(record, [...new Set(named)], undefined, true);
	const inForce = new Map(states.map(({ id, state }) => [id, state.inForce?.digest]));
	return documentContext(read, {
		registers: library.registers,
		inForceDigestOf: (id) => inForce.get(id),
		sha256Of: (file) => sha256InLibrary(files, library.root.path, file),
	}).digest;
}
