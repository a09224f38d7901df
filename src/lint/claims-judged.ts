import type { DocumentSummary } from '../model/document-summary.ts';
import { isVersion } from '../model/version-number.ts';
import { dayAt } from '../model/zone.ts';
import type { HistorySubject, PastDocument } from './history-subject.ts';

/** A row of a change log that the history can speak to. */
export interface JudgedClaim {
	/** Place in the change log. */
	readonly index: number;
	readonly version: string;
	readonly date: string | undefined;
	readonly author: readonly string[];
}

/** The rows of one document that were written while the mainline held it. */
export interface JudgedClaims {
	readonly past: PastDocument;
	readonly here: DocumentSummary;
	readonly claims: readonly JudgedClaim[];
	/** Rows that are older than the history, in a library that was never said to be adopted. */
	readonly unseen: number;
}

/**
 * The rows that can be held against git: those dated since the document first stood on the mainline. Older ones speak
 * of a time that lived elsewhere: before `adopted` that is settled, else it is said that they were not evaluated.
 */
export function* claimsJudged({ history, isReported }: HistorySubject): Generator<JudgedClaims> {
	for (const past of history.documents) {
		const { here, timeline } = past;
		const first = timeline.versions[0];
		if (here === undefined || !isReported(here.file) || first === undefined) continue;
		const since = dayAt(first.known, history.zone);
		const adopted = history.adopted;
		const claims: JudgedClaim[] = [];
		let unseen = 0;
		for (const [index, { version, date, author }] of here.changeLog.entries()) {
			if (version === undefined || !isVersion(version)) continue;
			if (adopted !== undefined && date !== undefined && date < adopted) continue;
			if (date !== undefined && date < since) unseen++;
			else claims.push({ index, version, date, author });
		}
		yield { past, here, claims, unseen };
	}
}
