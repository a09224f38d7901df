import { createHash } from 'node:crypto';
import type { AuditedText } from '../../src/audit/audited-text.ts';
import { type TextFacts, textFactsOf } from '../../src/control/approval/text-facts.ts';
import { readDocument } from '../../src/library/read-document.ts';
import { type Classification, classIn } from '../../src/model/classification.ts';
import { digestOf } from '../../src/model/digest.ts';
import { summariseDocument } from '../../src/model/document-summary.ts';
import type { Checklist, Sop } from '../../src/model/documents.generated.ts';
import { exceptionApprovers } from '../../src/model/exception-approvers.ts';
import { blobId } from '../../src/model/history/blob-id.ts';
import type { PathState, TrailEntry } from '../../src/model/history/trail.ts';
import { obligationsOf } from '../../src/model/obligations.ts';
import type { ReadDocument } from '../../src/model/read-document.ts';
import { rows } from '../../src/model/several.ts';
import { type AuditDays, commitName } from './audit-days.ts';
import { someId, type WrittenDocument, type WrittenVersion } from './audit-library.ts';
import { smallSop } from './temporary-library.ts';

/** A text, read as those of a repository are. */
export interface WrittenText {
	readonly path: string;
	readonly blob: string;
	readonly read: ReadDocument;
	readonly value: Sop & Checklist;
	readonly digest: string;
	readonly facts: TextFacts;
}

/** A document with its texts and what its commits did, newest first. */
export interface WrittenTrail {
	readonly key: string;
	readonly document: WrittenDocument;
	readonly texts: readonly WrittenText[];
	readonly entries: readonly TrailEntry[];
}

const base = readDocument('sop', 'small.sop.yaml', Buffer.from(smallSop)).value as Sop;

/** The small SOP with this id and version, and what else the version says. */
export function writtenText(
	{ id = someId, kind = 'sop' }: WrittenDocument,
	{ version, says }: WrittenVersion,
): WrittenText {
	const value = { ...base, id, version, ...says };
	const bytes = Buffer.from(JSON.stringify(value));
	const path = `${kind}s/${id}.${kind}.yaml`;
	const read = readDocument(kind, path, bytes);
	const digest = digestOf(read.value);
	return { path, blob: blobId(bytes, 40), read, value, digest, facts: textFactsOf(read.value, digest) };
}

/** What the commits of a mainline did to a document. */
export function writtenTrail(document: WrittenDocument, days: AuditDays): WrittenTrail {
	const { id = someId, versions, goneOn } = document;
	const texts = versions.map((version) => writtenText(document, version));
	const changes = [
		...versions.map(({ version, on, by }, index) => {
			const { path = '', blob = '', value } = texts[index] ?? {};
			const effective = value?.effective === undefined ? {} : { effective: value.effective };
			return { on, by, after: [{ path, blob, version, ...effective }] };
		}),
		...(goneOn === undefined ? [] : [{ on: goneOn, by: undefined, after: [] }]),
	];
	const entries = changes.map(({ on, by = 'writer@acme.example', after }, index): TrailEntry => {
		const position = days.positionOf(on);
		const identity = { name: by, email: by, at: days.instantOf(on), offset: 0 };
		const before: readonly PathState[] = changes[index - 1]?.after ?? [];
		return {
			commit: {
				id: commitName(position),
				author: identity,
				committer: identity,
				subject: 'Change',
				parents: position === 0 ? 0 : 1,
			},
			mainline: position,
			broughtBy: position,
			changedInMerge: false,
			before,
			after,
			replacedBy: null,
		};
	});
	return { key: id, document, texts, entries: entries.reverse() };
}

/** What a packet needs of a text. */
export function auditedText(
	{ blob, digest, read, value }: WrittenText,
	otherwise: Classification,
): AuditedText {
	const summary = summariseDocument(read);
	if (summary === undefined) throw new Error(`The text of ${value.id} is no document`);
	return {
		blob,
		digest,
		sourceSha256: createHash('sha256').update(read.text).digest('hex'),
		summary,
		changeLog: rows(value.change_log),
		satisfies: [],
		signatureLines: rows(value.approval?.signatures),
		exceptions: exceptionApprovers(value),
		retention: value.retention,
		classification: classIn(value, otherwise),
		obligations: obligationsOf(read),
	};
}
