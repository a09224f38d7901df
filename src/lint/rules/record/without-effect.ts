import { normal } from '../../../model/history/version.ts';
import type { KnownRecord } from '../../../model/record/known-record.ts';
import { atRecord } from '../../at-record.ts';
import { decidingSignatures } from '../../deciding-versions.ts';
import type { HistorySubject, PastDocument } from '../../history-subject.ts';
import type { HistoryProblem, HistoryRule } from '../../rule.ts';

/** What record/other-library says of the file itself. */
const ofAnotherLibrary = 'it is a record of another library';

export const withoutEffect: HistoryRule = {
	name: 'record/without-effect',
	severity: 'error',
	summary:
		'A record counts for nothing: its signature is bad, it is of no text or version that it could be of, or nobody of that right made it.',
	why: 'Whoever wrote it believes that something is approved, reviewed or withdrawn. Nobody who reads the library would say so.',
	remedy: 'Make the record again as it has to be, and take this one back with `sop withdraw`.',
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
			yield* withdrawals(past);
			yield* reviews(past);
		}
		yield* ofNothing(subject);
	},
};

/** Withdrawals that do not count, unless what they are about is withdrawn all the same. */
function* withdrawals({ id, state }: PastDocument): Generator<HistoryProblem> {
	if (state.status === 'retired' || state.status === 'withdrawn') return;
	for (const { record, cause } of state.approvals?.judgedWithdrawals ?? []) {
		if (cause === null || cause === ofAnotherLibrary || cause.startsWith('not evaluated: ')) continue;
		yield atRecord(record, keyOf(record), { message: `This withdrawal of ${id} does not count: ${cause}` });
	}
}

/** Reviews that do not count, but for those before one that does. */
function* reviews({ id, state }: PastDocument): Generator<HistoryProblem> {
	const last = state.reviews.findLastIndex(({ cause }) => cause === null);
	for (const { record, cause } of state.reviews.slice(last + 1)) {
		if (cause === null || cause === ofAnotherLibrary || cause.startsWith('not evaluated: ')) continue;
		yield atRecord(record, keyOf(record), { message: `This review of ${id} does not count: ${cause}` });
	}
}

/** Records that name a document or a text which never stood on the mainline, where nothing else of it counts. */
function* ofNothing({ history }: HistorySubject): Generator<HistoryProblem> {
	if (history.partial !== null) return;
	const documents = new Map(history.documents.map((past) => [past.id, past]));
	const reviewed = history.documents.flatMap(({ state }) => state.reviews.map(({ record }) => record));
	const withdrawn = new Set(
		history.signed.map(({ value }) => ('record' in value ? value.record : undefined)),
	);
	for (const record of [...history.signed, ...reviewed, ...history.exceptions, ...history.feedback]) {
		const past = documents.get(record.value.document ?? '');
		if (past === undefined && history.whole)
			yield atRecord(record, 'document', {
				severity: 'warning',
				message: `No document ${record.value.document} ever stood on ${history.mainline}`,
			});
		const isApproval = past !== undefined && record.kind === 'approvals' && !withdrawn.has(record.file);
		if (isApproval && !isOfAny(past, record))
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
