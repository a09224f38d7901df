import type { TrailEntry } from '../../model/history/trail.ts';
import type { Complete, Content, Predecessors, Withdrawal } from '../../model/history/version.ts';
import { normal } from '../../model/history/version.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import type { Signer } from '../../model/signature/signer.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuthorityAt } from './authority.ts';
import { authorityOver } from './authority.ts';
import { documentWithdrawals, type WithdrawalsInput } from './document-withdrawals.ts';
import { type Completion, type CompletionInput, judgeVersion } from './judge-version.ts';
import { judgeSignature, type WhoSignedRecord } from './judged-signature.ts';
import type { JudgedWithdrawal } from './judged-withdrawal.ts';
import { currentRole } from './signature-lines.ts';
import type { TextFacts } from './text-facts.ts';
import {
	commitsOfAuthorship,
	textsOfAuthorship,
	type VersionAuthors,
	versionAuthors,
} from './version-authors.ts';

/** What the approvals of one document are judged by. */
export interface ApprovalsInput {
	readonly entries: readonly TrailEntry[];
	/** The records that name the document, in the order in which the mainline showed them. */
	readonly approvals: readonly KnownRecord<'approvals'>[];
	readonly withdrawals: readonly KnownRecord<'withdrawals'>[];
	/** The records of trainings on it that withdrawals may be about. */
	readonly trainings?: WithdrawalsInput['trainings'];
	/** The reviews and exceptions of it that withdrawals name. */
	readonly named?: WithdrawalsInput['named'];
	/** Facts of a text: null where it cannot be read; undefined where nobody has looked yet. */
	readonly factsOf: (blob: string) => TextFacts | null | undefined;
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: WhoSignedRecord;
	/** By whom a commit is signed: null where nobody is; undefined where nobody has looked yet. Left out: nobody looks. */
	readonly signerOf?: ((commit: string) => Signer | null | undefined) | undefined;
	/** Whose section 15 says who may retire the document: see `documentWithdrawals`. */
	readonly governing?: WithdrawalsInput['governing'];
	/** Mainline time of a position, in seconds. */
	readonly timeAt: (position: number) => number;
	/**
	 * Why nobody can tell whether any record counts, as where history is cut off: who could sign, who wrote a text and what
	 * was withdrawn may be said by what is not here. Left out where all of it is.
	 */
	readonly unseen?: string | undefined;
}

/** The approvals of one document: what completes its versions, and what ends them. */
export interface DocumentApprovals {
	/** For `timelineOf`: since when a content is complete. */
	readonly completed: (content: Content, before: Predecessors) => Complete | undefined;
	readonly withdrawals: readonly Withdrawal[];
	/** Every withdrawal record of the document. */
	readonly judgedWithdrawals: readonly JudgedWithdrawal[];
	/** Files of records that somebody has taken back. */
	readonly takenBack: ReadonlySet<string>;
	/** How each content that needs signatures stands, by its key (`contentKey`); filled while a timeline is derived. */
	readonly completions: ReadonlyMap<string, Completion>;
	/** Texts that have to be read before the answer is final; filled while a timeline is derived. */
	readonly unread: ReadonlySet<string>;
	/** Commits whose signatures have to be looked at before the answer is final; filled likewise. */
	readonly unchecked: ReadonlySet<string>;
}

/** One content under one number. */
export function contentKey({ version, digest, blob }: Pick<Content, 'version' | 'digest' | 'blob'>): string {
	return `${normal(version)} ${digest ?? blob}`;
}

/** Judges the approvals and withdrawals of one document. */
export function documentApprovals(input: ApprovalsInput): DocumentApprovals {
	const { authorityAt, factsOf, whoSigned, timeAt, unseen } = input;
	const completions = new Map<string, Completion>();
	const unread = new Set<string>();
	const unchecked = new Set<string>();
	const factsWanted = (blob: string) => {
		const facts = factsOf(blob);
		if (facts === undefined) unread.add(blob);
		return facts ?? undefined;
	};
	const {
		judged: judgedWithdrawals,
		ends,
		withdrawnBy,
		takenBack,
	} = documentWithdrawals({ ...input, factsWanted });

	const completed = (content: Content, before: Predecessors): Complete | undefined => {
		const { inForce, previous } = before;
		const isNeeded = [content.position - 1, content.position].some(
			(position) => authorityAt(position).policy.approvals === 'needed',
		);
		// What came before anybody had to sign is complete as it is; who signed it all the same is told.
		const asItIs = isNeeded
			? undefined
			: { position: content.position, known: content.known, lost: undefined };
		const own = input.approvals.filter(
			({ value }) => normal(String(value.version)) === normal(content.version),
		);
		// Nobody has signed this number: its text need not be read to know that it is not complete.
		if (own.length === 0 && (!isNeeded || content.digest === undefined)) return asItIs;
		const facts = factsWanted(content.blob);
		if (facts === undefined) return asItIs;
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
			signerOf: (commit: string) => input.signerOf?.(commit) ?? undefined,
		};
		const signers = own.filter(({ value }) => value.digest === facts.digest);
		// Who wrote it matters only to whoever signs it.
		const isJudged = signers.length > 0 && unseen === undefined;
		const authors = isJudged ? versionAuthors(authorship) : nobody;
		if (isJudged)
			for (const commit of commitsOfAuthorship(authorship))
				if (input.signerOf?.(commit) === undefined) unchecked.add(commit);
		// Of names in the change log reading texts tells nothing.
		const named = authors.unknown.length > 0 ? versionAuthors({ ...authorship, entries: [] }) : nobody;
		const isDoubtful =
			authors.unknown.some((one) => !named.unknown.includes(one)) ||
			signers.some(({ value: { person = '' } }) =>
				[authors.people, authors.perhaps].some((found) => found.has(person)),
			);
		// Whether every change was one of content matters only where it decides whose text it is.
		if (isJudged && isDoubtful) for (const blob of textsOfAuthorship(authorship)) unread.add(blob);
		if (!isNeeded && signers.length === 0) return asItIs;
		const judged = judgeVersion({
			...rolesAt(input),
			own: facts.lines,
			from: content.position,
			before: [
				...(inForce === undefined ? [] : [{ since: content.position, content: inForce }]),
				...before.again.flatMap((one) =>
					one.inForce === undefined ? [] : [{ since: one.position, content: one.inForce }],
				),
			].map(({ since, content: { blob } }) => ({ since, lines: factsWanted(blob)?.lines ?? [] })),
			signatures: signers.map((record) =>
				judgeSignature(record, {
					contentPosition: content.position,
					authors,
					authorityAt,
					whoSigned,
					withdrawnBy,
					unseen,
				}),
			),
		});
		const completion = { ...judged, isNeeded, squashes: authors.squashes };
		completions.set(contentKey({ ...content, digest: facts.digest }), completion);
		if (asItIs !== undefined) return asItIs;
		return completion.position === undefined
			? undefined
			: {
					position: completion.position,
					// A content that counts from the day of adoption is known no earlier.
					known: Math.max(timeAt(completion.position), content.known),
					lost: completion.lost,
				};
	};
	return {
		completed,
		withdrawals: ends,
		judgedWithdrawals,
		takenBack,
		completions,
		unread,
		unchecked,
	};
}

const nobody: VersionAuthors = { people: new Set(), perhaps: new Map(), unknown: [], squashes: [] };

/** Roles by what the register says before a commit of the mainline, on its day. */
function rolesAt({ authorityAt, timeAt }: ApprovalsInput): Pick<CompletionInput, 'roleAt'> {
	return {
		roleAt(role, position) {
			const { authority } = authorityOver(authorityAt, position);
			return currentRole(role, authority.roles, dayAt(timeAt(position), authority.policy.zone));
		},
	};
}
