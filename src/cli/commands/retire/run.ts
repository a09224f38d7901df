import { CommandError } from '../../../diagnostics/command-error.ts';
import { nearest } from '../../../model/nearest.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { findCommitted } from '../../history/find-committed.ts';
import { knownDocuments, type SummarisedDocument } from '../../history/known-documents.ts';
import { governing } from '../../records/governing-version.ts';
import { openActing } from '../../records/open-acting.ts';
import { refuseUnfinished } from '../../records/refuse-unfinished.ts';
import { knownDocument, textOf } from '../../records/subject-in-force.ts';
import { ifItCounts } from '../../records/write-record.ts';
import { writeWithdrawal } from '../../records/write-withdrawal.ts';

/** `sop retire ID`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const acting = await openActing(context);
	const { record, today } = acting;
	const known = await knownDocument(acting, context.arguments[0] ?? '');
	if (known.state.status === 'retired')
		throw new CommandError(`${known.id} is retired already: ${known.state.why.join('; ')}`, {
			help: 'sop show --why names the record.',
			exitCode: exitCode.findings,
		});
	const message = `Retire ${known.id}`;
	await refuseUnfinished(context, acting, {
		kind: 'withdrawals',
		like: { document: known.id },
		isSame: ({ withdraws }) => withdraws === 'document',
		move: moveOf(known.state.standing?.path.slice(record.history.prefix.length)),
		message,
	});
	// Of a file that vanished nothing is left to move.
	const { standing } = known.state;
	const committed =
		standing === undefined ? undefined : (await findCommitted(context, record, known.id)).committed;
	const all = await knownDocuments(record);
	refuseNeeded(known.id, all);
	const successor = successorOf(context, known.id, all);
	warnOfMentions(context, known.id, all);
	const { versions } = known.state.timeline;
	// Who may end it is said by what is in force, else by the last that was approved, and by no draft beside.
	const version = governing(known.state) ?? versions.at(-1);
	if (version === undefined)
		throw new CommandError(`${known.id} never had a version on the mainline`, {
			help: 'A draft that nobody needs is simply taken out of git.',
			exitCode: exitCode.findings,
		});
	const { read, digest } = await textOf(acting, known, version);
	const move = moveOf(committed?.file);
	const written = await writeWithdrawal(context, acting, {
		document: known.id,
		version,
		read,
		digest,
		ends: { withdraws: 'document', from: today, ...(successor === undefined ? {} : { successor }) },
		what: `A retirement of ${known.id}`,
		question: 'Why is it retired?',
		message,
		...(move === undefined ? {} : { move }),
	});
	context.say(
		`${ifItCounts(written, `Nothing of ${known.id} is in force once ${acting.mainline} shows it.`)} What was stays on record: sop show ${known.id}@${version.version}`,
	);
	return exitCode.clean;
}

/** Where the file of a document goes that is retired; undefined where it lies there, or nowhere. */
function moveOf(file: string | undefined): { readonly from: string; readonly to: string } | undefined {
	return file === undefined || file.startsWith('archive/')
		? undefined
		: { from: file, to: `archive/${file}` };
}

/** How one document can need another; what it merely affects, or lists as read, goes on without it. */
const needs = new Set(['follows', 'executes', 'hands over to', 'takes from']);

function refuseNeeded(id: string, all: readonly SummarisedDocument[]): void {
	const needing = all.filter(
		(one) =>
			one.id !== id &&
			one.state.inForce !== undefined &&
			one.summary?.references.some((reference) => reference.id === id && needs.has(reference.how)),
	);
	if (needing.length === 0) return;
	throw new CommandError(
		`${needing.map((one) => one.id).join(', ')} ${needing.length === 1 ? 'is' : 'are'} in force and needs ${id}`,
		{
			help: `Give ${needing.length === 1 ? 'it' : 'them'} a version that does without it first.`,
			exitCode: exitCode.findings,
		},
	);
}

/** Says before, as lint will afterwards, which documents still send their readers to this one. */
function warnOfMentions(context: CommandContext, id: string, all: readonly SummarisedDocument[]): void {
	const naming = all.filter(
		(one) =>
			one.id !== id &&
			one.state.status !== 'retired' &&
			// What a change affected then may be retired since.
			one.summary?.references.some((reference) => reference.id === id && reference.how !== 'affects'),
	);
	if (naming.length === 0) return;
	const [verb, them] = naming.length === 1 ? ['names', 'it'] : ['name', 'them'];
	context.warn(
		`${naming.map((one) => one.id).join(', ')} ${verb} ${id}: once it is retired, sop lint calls that an error. Give ${them} a version that names what takes its place, or nothing.`,
	);
}

function successorOf(
	context: CommandContext,
	id: string,
	all: readonly SummarisedDocument[],
): string | undefined {
	const asked = context.text('successor');
	if (asked === undefined) return undefined;
	const found = all.find((one) => one.id.toLowerCase() === asked.toLowerCase());
	if (found === undefined || found.id === id) {
		const near = nearest(
			asked,
			all.map((one) => one.id).filter((one) => one !== id),
		);
		throw new CommandError(
			found === undefined
				? `There is no document ${JSON.stringify(asked)} on the mainline`
				: `${id} cannot succeed itself`,
			{ help: near === undefined ? 'sop list shows all documents.' : `Did you mean ${near}?` },
		);
	}
	if (found.state.inForce === undefined)
		throw new CommandError(`${found.id}, which is to take the place of ${id}, is not in force`, {
			help: 'Have it approved first, so that no day is without a procedure.',
			exitCode: exitCode.findings,
		});
	return found.id;
}
