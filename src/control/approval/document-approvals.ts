import type { Complete, Content, Predecessors, Withdrawal } from '../../model/history/timeline.ts';
import { normal } from '../../model/history/timeline.ts';
import type { TrailEntry } from '../../model/history/trail.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import type { AuthorityAt } from './authority.ts';
import { authorityOver } from './authority.ts';
import { type Completion, judgeVersion } from './judge-version.ts';
import { type JudgedSignature, judgeSignature, type WhoSignedRecord } from './judged-signature.ts';
import { type JudgedWithdrawal, judgeWithdrawal } from './judged-withdrawal.ts';
import type { TextFacts } from './text-facts.ts';
import { textsOfAuthorship, versionAuthors } from './version-authors.ts';

/** What the approvals of one document are judged by. */
export interface ApprovalsInput {
	readonly entries: readonly TrailEntry[];
	/** The records that name the document, in the order in which the mainline showed them. */
	readonly approvals: readonly KnownRecord<'approvals'>[];
	readonly withdrawals: readonly KnownRecord<'withdrawals'>[];
	/** Facts of a text: null where it cannot be read; undefined where nobody has looked yet. */
	readonly factsOf: (blob: string) => TextFacts | null | undefined;
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: WhoSignedRecord;
	/** Mainline time of a position, in seconds. */
	readonly timeAt: (position: number) => number;
}

/** The approvals of one document: what completes its versions, and what ends them. */
export interface DocumentApprovals {
	/** For `timelineOf`: since when a content is complete. */
	readonly completed: (content: Content, before: Predecessors) => Complete | undefined;
	readonly withdrawals: readonly Withdrawal[];
	/** Every withdrawal record of the document. */
	readonly judgedWithdrawals: readonly JudgedWithdrawal[];
	/** How each content that needs signatures stands, by its key (`contentKey`); filled while a timeline is derived. */
	readonly completions: ReadonlyMap<string, Completion>;
	/** Texts that have to be read before the answer is final; filled while a timeline is derived. */
	readonly unread: ReadonlySet<string>;
}

/** One content under one number. */
export function contentKey({ version, digest, blob }: Pick<Content, 'version' | 'digest' | 'blob'>): string {
	return `${normal(version)} ${digest ?? blob}`;
}

/** Judges the approvals and withdrawals of one document. */
export function documentApprovals(input: ApprovalsInput): DocumentApprovals {
	const { authorityAt, factsOf, whoSigned, timeAt } = input;
	const completions = new Map<string, Completion>();
	const unread = new Set<string>();
	const factsWanted = (blob: string) => {
		const facts = factsOf(blob);
		if (facts === undefined) unread.add(blob);
		return facts ?? undefined;
	};
	const blobs = new Set(
		input.entries.flatMap(({ mainline, after }) => (mainline === null ? [] : after.map(({ blob }) => blob))),
	);
	const judgedWithdrawals = input.withdrawals.map((record) => {
		const digest = record.value.digest ?? '';
		return judgeWithdrawal(record, {
			linesOf: () => {
				for (const blob of blobs) {
					const facts = factsWanted(blob);
					if (facts?.digest === digest) return facts.lines;
				}
				return undefined;
			},
			authorityAt,
			whoSigned,
		});
	});
	const counting = judgedWithdrawals.filter(({ cause }) => cause === null);
	const withdrawnBy = (approval: KnownRecord<'approvals'>): JudgedSignature['withdrawn'] => {
		const by = counting.find(
			({ record: { value } }) => value.withdraws === 'record' && value.record === approval.file,
		);
		return by === undefined
			? null
			: { position: by.record.position, known: by.record.known, file: by.record.file };
	};

	const completed = (content: Content, { inForce, previous }: Predecessors): Complete | undefined => {
		const isNeeded = [content.position - 1, content.position].some(
			(position) => authorityAt(position).policy.approvals === 'needed',
		);
		if (!isNeeded) return { position: content.position, known: content.known, lostAt: undefined };
		const own = input.approvals.filter(
			({ value }) => normal(String(value.version)) === normal(content.version),
		);
		// Nobody has signed this number: its text need not be read to know that it is not complete.
		if (own.length === 0 && content.digest === undefined) return undefined;
		const facts = factsWanted(content.blob);
		if (facts === undefined) return undefined;
		const authorship = {
			entries: input.entries,
			after: previous?.position ?? -1,
			upTo: content.position,
			digestOf: (blob: string) => {
				const known = factsOf(blob);
				return known === null ? null : known?.digest;
			},
			named: facts.authors,
			authorityAt,
			timeAt,
		};
		const authors = versionAuthors(authorship);
		const signers = own.filter(({ value }) => value.digest === facts.digest);
		const isDoubtful =
			authors.unknown.length > 0 || signers.some(({ value }) => authors.people.has(value.person ?? ''));
		// Whether every change was one of content matters only where it decides whose text it is.
		if (signers.length > 0 && isDoubtful) for (const blob of textsOfAuthorship(authorship)) unread.add(blob);
		const completion = judgeVersion({
			own: facts.lines,
			before: inForce === undefined ? [] : (factsWanted(inForce.blob)?.lines ?? []),
			roles: authorityOver(authorityAt, content.position).authority.roles,
			signatures: signers.map((record) =>
				judgeSignature(record, {
					contentPosition: content.position,
					authors,
					authorityAt,
					whoSigned,
					withdrawnBy,
				}),
			),
		});
		completions.set(contentKey({ ...content, digest: facts.digest }), completion);
		return completion.position === undefined
			? undefined
			: {
					position: completion.position,
					// A content that counts from the day of adoption is known no earlier.
					known: Math.max(timeAt(completion.position), content.known),
					lostAt: completion.lost?.known,
				};
	};
	return {
		completed,
		withdrawals: counting.flatMap(({ record: { value }, at }) =>
			value.withdraws === 'record'
				? []
				: [
						{
							version: value.withdraws === 'document' ? undefined : String(value.version),
							digest: value.digest,
							at,
						},
					],
		),
		judgedWithdrawals,
		completions,
		unread,
	};
}
