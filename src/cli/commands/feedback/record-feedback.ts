import { CommandError } from '../../../diagnostics/command-error.ts';
import type { Checklist, FeedbackRecord, Sop } from '../../../model/documents.generated.ts';
import { nearest } from '../../../model/nearest.ts';
import { nodeIds } from '../../../model/node-ids.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { openActing } from '../../records/open-acting.ts';
import { isSameButWhen, refuseUnfinished } from '../../records/refuse-unfinished.ts';
import { recordedText } from '../../records/required-text.ts';
import { signingKeyFor } from '../../records/signing-key.ts';
import { knownDocument, textOf, versionInForce } from '../../records/subject-in-force.ts';
import { writeRecord } from '../../records/write-record.ts';

/** Flags of the list, which say nothing of a record. */
const ofTheList = ['open', 'function', 'format', 'on', 'known', 'asOf', 'maxClassification'];

/** `sop feedback ID TEXT`: records a suggestion on the version in force. */
export async function recordFeedback(
	context: CommandContext,
	id: string,
	written: string,
): Promise<ExitCode> {
	const flag = ofTheList.find((one) => context.has(one));
	if (flag !== undefined)
		throw new CommandError(
			`--${flag.replace(/[A-Z]/g, '-$&').toLowerCase()} is for the list; a suggestion is recorded as of now`,
			{ help: `Leave it out, or the text: sop feedback ${inertText(id)}` },
		);
	const text = recordedText('text', written);
	if (text === '')
		throw new CommandError('The text is empty', { help: 'Write what could be better, in quotes.' });
	const acting = await openActing(context);
	const { library, person, envelope } = acting;
	const known = await knownDocument(acting, id);
	const version = versionInForce(known, 'give feedback on');
	const { read, digest } = await textOf(acting, known, version);
	const about = nodeAsked(context, known.id, read);
	const key = await signingKeyFor(context, library, person);
	const value: FeedbackRecord = {
		...envelope,
		document: known.id,
		version: version.version,
		digest,
		person: person.id,
		meaning: 'feedback',
		text,
		...(about === undefined ? {} : { about }),
	};
	await refuseUnfinished(context, acting, {
		kind: 'feedback',
		like: value,
		isSame: (one) => isSameButWhen(one, value),
	});
	await writeRecord(context, library, { kind: 'feedback', value, person, key, judgedBy: acting.record });
	return exitCode.clean;
}

/** `--step`, as the text in force calls it. */
function nodeAsked(context: CommandContext, id: string, { checked }: ReadDocument): string | undefined {
	const asked = context.text('step');
	if (asked === undefined) return undefined;
	// `checked` passed the schema of its kind, and any key of it may be absent.
	const known = nodeIds((checked ?? {}) as Sop & Checklist);
	const found =
		known.find((one) => one === asked) ?? known.find((one) => one.toLowerCase() === asked.toLowerCase());
	if (found !== undefined) return found;
	const near = nearest(asked, known);
	throw new CommandError(`The version of ${id} in force has no step ${JSON.stringify(inertText(asked))}`, {
		help:
			near === undefined
				? `It has: ${known.map(inertText).join(', ') || 'none'}. Leave --step out for the document as a whole.`
				: `Did you mean ${inertText(near)}?`,
	});
}
