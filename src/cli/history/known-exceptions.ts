import { type JudgedException, judgeException } from '../../control/judged-exception.ts';
import { readTexts } from '../../library/history/read-texts.ts';
import { knownRecords } from '../../library/records/known-records.ts';
import type { Checklist, Sop } from '../../model/documents.generated.ts';
import { type ExceptionApprovers, exceptionApprovers } from '../../model/exception-approvers.ts';
import { inForceAt, type Timeline } from '../../model/history/timeline.ts';
import type { Version } from '../../model/history/version.ts';
import type { OpenRecord } from './open-record.ts';
import { signersOf } from './signers-of.ts';
import { whyUncertain } from './why-uncertain.ts';

/** A document as far as its exceptions are judged by it. */
interface ExceptedDocument {
	readonly id: string;
	readonly state: { readonly timeline: Timeline; readonly notEvaluated: string | null };
}

/** The exceptions that were known at the moment of a record, and records of them that cannot be read. */
export interface KnownExceptions {
	/** In the order in which the mainline showed them. */
	readonly exceptions: readonly JudgedException[];
	/** What cannot be read, each as a clause. */
	readonly unread: readonly string[];
}

/**
 * The exceptions that were known at the moment of a record, judged by the documents that are given. Texts are read only of the
 * versions that were in force when the mainline first showed one.
 */
export async function knownExceptions(
	record: OpenRecord,
	documents: readonly ExceptedDocument[],
): Promise<KnownExceptions> {
	const { git, history, moment } = record;
	if (!history.files.some((file) => file.startsWith('records/exceptions/')))
		return { exceptions: [], unread: [] };
	const mainline = history.mainlineUpTo(moment.position);
	const records = await knownRecords({
		git,
		history,
		mainline,
		upTo: moment.position,
		kinds: ['exceptions'],
	});
	const byId = new Map(documents.map((one) => [one.id, one]));
	const versions = records.exceptions.flatMap(({ value, known }) => {
		const document = byId.get(value.document ?? '');
		return (document && inForceAt(document.state.timeline, known)) ?? [];
	});
	const approvers = await approversByBlob(record, versions);
	const whoSigned = await signersOf(record, records.exceptions);
	const { authorityAt } = record;
	return {
		exceptions: records.exceptions.map((one): JudgedException => {
			const id = one.value.document ?? '';
			const document = byId.get(id);
			const judged = judgeException(one, {
				timeline: document?.state.timeline ?? { versions: [], standing: [], stood: false },
				approversOf: ({ blob }) => approvers.get(blob),
				authorityAt,
				whoSigned,
				unseen: whyUncertain(record),
			});
			if (document === undefined && history.trail(id) === undefined)
				return { ...judged, cause: 'no document of that id ever stood on the mainline', isGenuine: false };
			const unseen =
				document === undefined
					? 'its document is not looked at'
					: (history.partial ?? document.state.notEvaluated);
			// What is forged is void whatever else cannot be seen.
			return judged.cause === null || unseen === null || !judged.isGenuine
				? judged
				: { ...judged, cause: `not evaluated: ${unseen}` };
		}),
		unread: [
			...records.broken.map(({ file, problem }) => `${file}: ${problem}`),
			...records.missing.map((file) => `${file}: its text is not here`),
		],
	};
}

/** Who may allow which exception, by section 11 of texts. */
async function approversByBlob(
	{ git, history }: OpenRecord,
	versions: readonly Version[],
): Promise<ReadonlyMap<string, readonly ExceptionApprovers[]>> {
	const texts = new Map(
		versions.map(({ blob, path }) => [blob, { blob, file: path.slice(history.prefix.length) }]),
	);
	const found = new Map<string, readonly ExceptionApprovers[]>();
	for await (const { blob, read } of readTexts(git, [...texts.values()], history.state.filtered)) {
		// What `checked` holds passed the schema, any key of which may be absent. A copy, because pieces of a text keep it in memory.
		if (read.checked !== undefined)
			found.set(blob, structuredClone(exceptionApprovers(read.checked as Sop & Checklist)));
	}
	return found;
}
