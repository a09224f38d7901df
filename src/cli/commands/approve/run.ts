import { lineWords } from '../../../control/approval/approval-words.ts';
import { openLines } from '../../../control/approval/fill-lines.ts';
import { linesOf, requiredLines, type SignatureLine } from '../../../control/approval/signature-lines.ts';
import { shortDigest } from '../../../control/document-state.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { digestOfRead, readTexts } from '../../../library/history/read-texts.ts';
import type { ApprovalRecord } from '../../../model/documents.generated.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { documentStates, type KnownDocument } from '../../history/document-states.ts';
import { type CommittedDocument, findCommitted } from '../../history/find-committed.ts';
import { findTrail } from '../../history/find-trail.ts';
import { type Acting, openActing } from '../../records/open-acting.ts';
import { signingKeyFor } from '../../records/signing-key.ts';
import { writeRecord } from '../../records/write-record.ts';
import { authorsHere } from './authors-here.ts';
import { type ChosenLine, chooseLine } from './choose-line.ts';
import { paperOf } from './paper-of.ts';
import { refuseFindings } from './refuse-findings.ts';
import { refuseVersion } from './refuse-version.ts';
import { signedHere } from './signed-here.ts';

/** `sop approve ID`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const acting = await openActing(context);
	const { library, record, person, envelope, today } = acting;
	const { committed, read } = await findCommitted(context, record, context.arguments[0] ?? '');
	const trail = findTrail(record.history, committed.id);
	const [known] = await documentStates(record, [trail.key], undefined, true);
	if (known === undefined) throw new Error('a document with a trail has a state');
	const digest = digestOfRead(read) ?? '';
	const paper = paperOf(context, acting);
	refuseVersion(committed, digest, known.state);
	if (paper === undefined) refuseDay(read, today, committed);
	const lines = await linesNeeded(acting, read, known);
	const subject = { document: committed.id, version: committed.version, digest };
	const signed = signedHere(context.io.files, library.root.path, subject).filter(
		(one) => one.digest === digest,
	);
	const line = chooseLine(context, acting, lines, signed);
	await refuseOwnText(acting, known, read, committed, line);
	await refuseFindings(context, library, committed.file, today);
	const value: ApprovalRecord = {
		...envelope,
		...subject,
		person: person.id,
		role: line.role,
		// A line of section 15 passed the schema of signatures.
		meaning: line.meaning as NonNullable<ApprovalRecord['meaning']>,
		...(paper === undefined ? {} : { paper: await paper }),
	};
	sayWhat(context, acting, committed, line, digest);
	const key = await signingKeyFor(context, library, person);
	await writeRecord(context, library, { kind: 'approvals', value, person, key });
	const open = openLines(
		lines,
		[...signed, value].map(({ person: by = '', role = '', meaning = '' }) => ({ person: by, role, meaning })),
	);
	context.say(
		open.length === 0
			? `Every line is signed: ${committed.id} ${committed.version} is complete once ${acting.mainline} shows all signatures.`
			: `It still needs ${open.map((one) => inertText(lineWords(one))).join(', ')}.`,
	);
	return exitCode.clean;
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
	acting: Acting,
	{ trail, state }: KnownDocument,
	read: ReadDocument,
	{ version, id }: CommittedDocument,
	{ meaning }: ChosenLine,
): Promise<void> {
	if (meaning !== 'approval' && meaning !== 'review') return;
	const person = acting.person.id;
	const authors = await authorsHere(acting.record, trail, state.timeline.versions, read, version);
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
