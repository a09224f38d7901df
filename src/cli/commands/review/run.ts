import { answeringRoles } from '../../../control/answering-roles.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import type { Approval, ReviewRecord } from '../../../model/documents.generated.ts';
import type { Version } from '../../../model/history/version.ts';
import { nearest } from '../../../model/nearest.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { rows } from '../../../model/several.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import { chooseRole } from '../../records/choose-role.ts';
import { type Acting, openActing } from '../../records/open-acting.ts';
import { isSameButWhen, refuseUnfinished } from '../../records/refuse-unfinished.ts';
import { givenText, requiredText } from '../../records/required-text.ts';
import { signingKeyFor } from '../../records/signing-key.ts';
import { knownDocument, textOf, versionInForce } from '../../records/subject-in-force.ts';
import { writeRecord } from '../../records/write-record.ts';
import { authorsHere } from '../approve/authors-here.ts';

/** `sop review ID`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	if (context.has('agenda')) return agenda(context);
	const flag = ['format', 'function', 'maxClassification'].find((one) => context.has(one));
	if (flag !== undefined)
		throw new CommandError(
			`--${flag.replace(/[A-Z]/g, '-$&').toLowerCase()} is for --agenda; a review is recorded`,
			{ help: 'Leave it out, or put --agenda beside it.' },
		);
	const id = idOf(context, context.arguments[0]);
	const verdict = verdictOf(context);
	const acting = await openActing(context);
	const { library, person, envelope } = acting;
	const known = await knownDocument(acting, id);
	const version = versionInForce(known, 'review');
	const { read, digest } = await textOf(acting, known, version);
	const event = eventOf(context, known.id, read);
	const { role } = chooseRole(
		acting,
		answeringRoles(read.value),
		context.text('as'),
		`A review of ${known.id}`,
	);
	await refuseOwnText(context, acting, known, read, version);
	const reason = await requiredText(context, 'reason', 'Why did the review come to that?');
	const key = await signingKeyFor(context, library, person);
	const value: ReviewRecord = {
		...envelope,
		document: known.id,
		version: version.version,
		digest,
		person: person.id,
		role,
		meaning: 'review',
		verdict,
		reason,
		...(event === undefined ? {} : { event }),
	};
	await refuseUnfinished(context, acting, {
		kind: 'reviews',
		like: value,
		isSame: (one) => isSameButWhen(one, value),
	});
	await writeRecord(context, library, { kind: 'reviews', value, person, key, judgedBy: acting.record });
	if (verdict !== 'keep') context.say(`Next: sop ${verdict} ${known.id}`);
	return exitCode.clean;
}

/** `--agenda` of one document, and the weekly and the quarterly one of many. */
async function agenda(context: CommandContext): Promise<ExitCode> {
	const written = context.text('agenda');
	const [id] = context.arguments;
	if (written === 'weekly' || written === 'quarterly') {
		const { printLibraryAgenda } = await import('./library-agenda.ts');
		return printLibraryAgenda(context, written, id);
	}
	if (written !== undefined && id !== undefined) throw noAgenda(written);
	const flag = ['format', 'function', 'maxClassification'].find((one) => context.has(one));
	if (flag !== undefined)
		throw new CommandError('The agenda of one document is a text, and withholds nothing', {
			help: `Try --agenda quarterly, which takes --${flag.replace(/[A-Z]/g, '-$&').toLowerCase()}.`,
		});
	const { printAgenda } = await import('./print-agenda.ts');
	// What stands behind --agenda may be the document. A word in small letters alone never is: no id has that form.
	if (id === undefined && written !== undefined && /^[a-z]+$/.test(written)) throw noAgenda(written);
	return printAgenda(context, idOf(context, id ?? written));
}

function noAgenda(written: string): CommandError {
	return new CommandError(`There is no agenda ${JSON.stringify(inertText(written))}`, {
		help: '--agenda alone is that of the document; there are --agenda weekly and --agenda quarterly.',
	});
}

function idOf(context: CommandContext, id: string | undefined): string {
	if (id !== undefined) return id;
	throw new CommandError('sop review needs the id of a document', {
		help: context.has('agenda')
			? 'Name it, or say which agenda of all documents: --agenda weekly or --agenda quarterly.'
			: 'Try sop review ID --agenda to see what to look at.',
	});
}

function verdictOf(context: CommandContext): NonNullable<ReviewRecord['verdict']> {
	const verdict = context.text('verdict');
	if (verdict === 'keep' || verdict === 'revise' || verdict === 'retire') return verdict;
	throw new CommandError('--verdict is missing: what did the review come to?', {
		help: '--verdict keep, revise or retire. sop review ID --agenda shows what to look at.',
	});
}

/** An event that section 15 names, in its own words. */
function eventOf(context: CommandContext, id: string, read: ReadDocument): string | undefined {
	const asked = givenText(context, 'event');
	if (asked === undefined) return undefined;
	// What `checked` holds passed the schema, any key of which may be absent.
	const { approval } = (read.checked ?? {}) as { readonly approval?: Approval | null };
	const events = rows(approval?.review?.events);
	const found = events.find((one) => one.toLowerCase() === asked.toLowerCase());
	if (found !== undefined) return found;
	const near = nearest(asked, events);
	throw new CommandError(`Section 15 of ${id} names no event ${JSON.stringify(asked)}`, {
		help:
			near !== undefined
				? `Did you mean ${JSON.stringify(inertText(near))}?`
				: `It names: ${events.map(inertText).join(', ') || 'none'}. Leave --event out for a review of its own time.`,
	});
}

async function refuseOwnText(
	context: CommandContext,
	{ record, person }: Acting,
	{ id, trail, state }: KnownDocument,
	read: ReadDocument,
	version: Version,
): Promise<void> {
	const authors = await authorsHere(
		record,
		trail,
		state.timeline.versions,
		read,
		version.version,
		version.position,
	);
	for (const identity of authors.unknown)
		context.warn(`Whether ${inertText(person.id)} wrote the text cannot be told: ${inertText(identity)}`);
	if (!authors.people.has(person.id)) return;
	throw new CommandError(
		`${inertText(person.id)} wrote ${id} ${version.version}, and nobody reviews their own text`,
		{
			help: 'Somebody else has to look at it.',
			exitCode: exitCode.findings,
		},
	);
}
