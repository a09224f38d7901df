import { mayCount } from '../../../control/may-count.ts';
import { allowedExceptions } from '../../../control/standing-exceptions.ts';
import { normal } from '../../../model/history/version.ts';
import type { KnownRecord } from '../../../model/record/known-record.ts';
import { atRecord } from '../../at-record.ts';
import { decidingSignatures } from '../../deciding-versions.ts';
import type { HistoryFacts, HistorySubject, PastDocument } from '../../history-subject.ts';
import type { HistoryProblem, HistoryRule } from '../../rule.ts';

/** What record/other-library says of the file itself. */
const ofAnotherLibrary = 'it is a record of another library';

export const withoutEffect: HistoryRule = {
	name: 'record/without-effect',
	severity: 'error',
	summary:
		'A record counts for nothing: its signature is bad, it is of no text or version that it could be of, or nobody of that right made it.',
	why: 'Whoever wrote it believes that something is approved, reviewed, allowed or withdrawn. Nobody who reads the library would say so.',
	remedy: 'Make the record again as it has to be, and take this one back with `sop withdraw --record`.',
	points: 'At the record.',
	clauses: ['cfr-11 11.70', 'iso-9001 7.5.3.2'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller, signature: Signed by Ann Smith}
`,
		good: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller}
`,
	},
	*check(subject) {
		const { history } = subject;
		const unseen = history.unseenRecords ?? history.cutOff;
		if (unseen !== null) yield { notEvaluated: unseen };
		for (const { past, version, signature } of decidingSignatures(history.documents, history.on)) {
			if (signature.why !== 'other') continue;
			yield atRecord(signature.record, keyOf(signature.record), {
				message: `This ${signature.meaning} of version ${version.version} of ${past.id} does not count: ${signature.cause}`,
			});
		}
		for (const past of history.documents) {
			yield* withdrawals(past, history);
			yield* reviews(past);
		}
		yield* exceptions(history);
		yield* ofNothing(subject);
	},
};

/** Withdrawals that do not count, unless what they are about is withdrawn all the same. */
function* withdrawals({ id, state }: PastDocument, { exceptions }: HistoryFacts): Generator<HistoryProblem> {
	const { judgedWithdrawals = [], takenBack } = state.approvals ?? {};
	const isEnded = state.status === 'retired' || state.status === 'withdrawn';
	const counting = new Set(
		[...state.reviews, ...exceptions].flatMap(({ record, cause }) => (cause === null ? [record.file] : [])),
	);
	for (const { record, cause } of judgedWithdrawals) {
		if (takenBack?.has(record.file)) continue;
		const { withdraws, record: file = '' } = record.value;
		const isInVain = cause === null && withdraws === 'record' && counting.has(file);
		const why = isInVain ? `it names a record that counts, and that only another can follow: ${file}` : cause;
		if (isSaid(why) && (isInVain || !isEnded))
			yield atRecord(record, keyOf(record), { message: `This withdrawal of ${id} does not count: ${why}` });
	}
}

/** Reviews that do not count, but for those before one that does. */
function* reviews({ id, state }: PastDocument): Generator<HistoryProblem> {
	const last = state.reviews.findLastIndex(({ cause }) => cause === null);
	for (const { record, cause } of state.reviews.slice(last + 1)) {
		if (isSaid(cause) && !state.approvals?.takenBack.has(record.file))
			yield atRecord(record, keyOf(record), { message: `This review of ${id} does not count: ${cause}` });
	}
}

/** Exceptions that nobody allowed who may, but for those that another has taken the place of. */
function* exceptions({ exceptions: judged, documents }: HistoryFacts): Generator<HistoryProblem> {
	const replaced = new Set(allowedExceptions(judged).map(({ value }) => value.replaces));
	const known = new Map(documents.map(({ id, state }) => [id, state]));
	for (const { record, cause } of judged) {
		const { document = '', exception } = record.value;
		const state = known.get(document);
		// Of a document that never stood it is said below.
		if (state === undefined || replaced.has(record.file) || !isSaid(cause)) continue;
		if (!state.approvals?.takenBack.has(record.file))
			yield atRecord(record, keyOf(record), {
				message: `This exception ${exception} of ${document} does not count: ${cause}`,
			});
	}
}

/** Whether a cause is one that is to be told here: another rule tells of records of another library. */
function isSaid(cause: string | null): cause is string {
	return cause !== ofAnotherLibrary && !mayCount({ cause });
}

/** Records that name a document or a text which never stood on the mainline, where nothing else of it counts. */
function* ofNothing({ history }: HistorySubject): Generator<HistoryProblem> {
	if (history.partial !== null) return;
	const documents = new Map(history.documents.map((past) => [past.id, past]));
	const reviewed = history.documents.flatMap(({ state }) => state.reviews.map(({ record }) => record));
	const excepted = history.exceptions.map(({ record }) => record);
	for (const record of [...history.signed, ...reviewed, ...excepted, ...history.feedback]) {
		const past = documents.get(record.value.document ?? '');
		if (past === undefined && history.whole)
			yield atRecord(record, 'document', {
				severity: 'warning',
				message: `No document ${record.value.document} ever stood on ${history.mainline}`,
			});
		const isApproval = past !== undefined && record.kind === 'approvals';
		if (isApproval && !past.state.approvals?.takenBack.has(record.file) && !isOfAny(past, record))
			yield atRecord(record, 'digest', {
				severity: 'warning',
				message: `This record of ${past.id} ${record.value.version} is of a text that never stood on ${history.mainline}, so that it counts for none`,
				help: 'The text was changed after it was signed, or its commit was never merged. Have the text that stands signed.',
			});
	}
}

/** Whether a record is of a text that stood on the mainline, or of a number that others have completed meanwhile. */
function isOfAny({ timeline }: PastDocument, { value }: KnownRecord): boolean {
	const number = normal(String(value.version ?? ''));
	const same = timeline.versions.filter(({ version }) => normal(version) === number);
	return same.some(({ digest, owns }) => owns === 'yes' || digest === undefined || digest === value.digest);
}

function keyOf({ value }: KnownRecord): string | undefined {
	return 'signature' in value && value.signature !== undefined ? 'signature' : 'person';
}
