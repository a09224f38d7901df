import { digestOf } from '../../model/digest.ts';
import type { TrailEntry } from '../../model/history/trail.ts';
import type { Content, Withdrawal } from '../../model/history/version.ts';
import { normal } from '../../model/history/version.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import type { AuthorityAt } from './authority.ts';
import type { JudgedSignature, WhoSignedRecord } from './judged-signature.ts';
import { type JudgedWithdrawal, judgeWithdrawal } from './judged-withdrawal.ts';
import type { SignatureLine } from './signature-lines.ts';
import type { TextFacts } from './text-facts.ts';

/** What the withdrawals of one document are judged by. */
export interface WithdrawalsInput {
	readonly entries: readonly TrailEntry[];
	readonly approvals: readonly KnownRecord<'approvals'>[];
	readonly withdrawals: readonly KnownRecord<'withdrawals'>[];
	/** Records of trainings that may be withdrawn. */
	readonly trainings?: readonly KnownRecord<'training'>[] | undefined;
	/** Reviews and exceptions that withdrawals name. */
	readonly named?: readonly KnownRecord<'reviews' | 'exceptions'>[] | undefined;
	/** Facts of a text, asked for where nobody has read it yet. */
	readonly factsWanted: (blob: string) => TextFacts | undefined;
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: WhoSignedRecord;
	/**
	 * The content whose section 15 says who may retire the document at an instant: what is in force then. Undefined where
	 * nothing ever was complete; left out, the content that the record names says it.
	 */
	readonly governing?: ((instant: number) => Content | undefined) | undefined;
	readonly unseen?: string | undefined;
}

/** The withdrawals of one document, and what they end. */
export interface DocumentWithdrawals {
	readonly judged: readonly JudgedWithdrawal[];
	readonly ends: readonly Withdrawal[];
	/** What ended an approval; null where nothing did. */
	readonly withdrawnBy: (approval: KnownRecord<'approvals'>) => JudgedSignature['withdrawn'];
	/** Files of records that somebody has taken back: they count no more, where they ever did. */
	readonly takenBack: ReadonlySet<string>;
}

/**
 * Judges the withdrawals of one document. One that ends something is never undone; what has no effect, or ends nothing but
 * what has none, can be taken back.
 */
export function documentWithdrawals(input: WithdrawalsInput): DocumentWithdrawals {
	const { approvals, authorityAt, whoSigned, unseen } = input;
	const known = new Map<KnownRecord<'withdrawals'>, JudgedWithdrawal>();
	const pending = new Set<KnownRecord<'withdrawals'>>();
	const judge = (record: KnownRecord<'withdrawals'>): JudgedWithdrawal => {
		const before = known.get(record);
		if (before !== undefined) return before;
		pending.add(record);
		const one = judgeWithdrawal(record, {
			linesOf: (asked) => linesOf(asked, input, isFinal),
			authorityAt,
			whoSigned,
			unseen,
		});
		pending.delete(record);
		known.set(record, one);
		return one;
	};
	const isFinal = (record: KnownRecord<'withdrawals'>) =>
		pending.has(record) || (judge(record).cause === null && endsSomething(record, input));
	const judged = input.withdrawals.map(judge);
	const counting = judged.filter(({ cause }) => cause === null);
	return {
		judged,
		ends: counting.flatMap(({ record: { value, position }, at }) =>
			value.withdraws === 'record'
				? []
				: [
						{
							version: value.withdraws === 'document' ? undefined : String(value.version),
							digest: value.digest,
							at,
							position,
						},
					],
		),
		withdrawnBy(approval) {
			const by = counting.find(({ record }) => {
				const target = approvalNamed(record, approvals);
				return target !== undefined && isSameAct(target, approval);
			})?.record;
			return by === undefined ? null : { position: by.position, known: by.known, file: by.file };
		},
		takenBack: takenBackBy(counting),
	};
}

/** The records that withdrawals name, unless somebody has taken the withdrawal itself back. */
function takenBackBy(counting: readonly JudgedWithdrawal[]): ReadonlySet<string> {
	const taken = new Set<string>();
	for (const { record } of counting.toReversed()) {
		const { withdraws, record: file } = record.value;
		if (withdraws === 'record' && file !== undefined && !taken.has(record.file)) taken.add(file);
	}
	return taken;
}

/** Whether a withdrawal that counts ends what did: a version, a document, a signature or a training. */
function endsSomething(record: KnownRecord<'withdrawals'>, { approvals }: WithdrawalsInput): boolean {
	const { withdraws, record: file = '' } = record.value;
	return withdraws !== 'record' || file.endsWith('.jsonl') || approvalNamed(record, approvals) !== undefined;
}

/** The roles that may end what a record is about: those of the text itself, never those of a draft beside it. */
function linesOf(
	record: KnownRecord<'withdrawals'>,
	{ entries, approvals, withdrawals, trainings, named: others, factsWanted, governing }: WithdrawalsInput,
	/** Whether a withdrawal is never undone. */
	isFinal: (record: KnownRecord<'withdrawals'>) => boolean,
): readonly SignatureLine[] | string {
	const { withdraws, digest, version } = record.value;
	const factsOf = (wanted: string | undefined) => {
		const shown = entries.filter(({ mainline }) => mainline !== null && mainline <= record.position);
		for (const blob of new Set(shown.flatMap(({ after }) => after.map((one) => one.blob)))) {
			const facts = factsWanted(blob);
			if (facts?.digest === wanted) return facts;
		}
		return undefined;
	};
	const governingLines = () => {
		const governs = governing?.(record.known);
		return (governs === undefined ? named : factsWanted(governs.blob))?.lines ?? [];
	};
	const named = factsOf(digest);
	if (named === undefined) return 'its digest is of no text that stood on the mainline';
	if (withdraws === 'record') {
		const { record: path = '', line_digest: line } = record.value;
		const isLine = path.endsWith('.jsonl');
		if (isLine && line === undefined) return `it does not say which line of ${path} it is about`;
		if (isLine) {
			const training = trainingNamed(record, trainings ?? []);
			if (training === undefined) return `it names no training that was known then: ${path}`;
			return factsOf(training.value.digest)?.lines ?? 'what that training is of never stood on the mainline';
		}
		const before = ({ file, position }: KnownRecord) => file === path && position <= record.position;
		const withdrawal = withdrawals.find(before);
		if (withdrawal !== undefined && isFinal(withdrawal))
			return `it names a withdrawal that counts, which nothing undoes: ${path}`;
		const target = withdrawal ?? approvals.find(before) ?? others?.find(before);
		if (target === undefined) return `it names no record that was known then: ${path}`;
		// Of a text that never stood nobody knows who had to sign it; nor did the record ever count.
		return factsOf(target.value.digest)?.lines ?? governingLines();
	}
	if (withdraws === 'document') return governingLines();
	return normal(named.version) === normal(String(version))
		? named.lines
		: `its digest is of version ${named.version}, not of ${version}`;
}

function approvalNamed(
	{ value, position }: KnownRecord<'withdrawals'>,
	approvals: readonly KnownRecord<'approvals'>[],
): KnownRecord<'approvals'> | undefined {
	return value.withdraws === 'record'
		? approvals.find((one) => one.file === value.record && one.position <= position)
		: undefined;
}

function trainingNamed(
	{ value, position }: KnownRecord<'withdrawals'>,
	trainings: readonly KnownRecord<'training'>[],
): KnownRecord<'training'> | undefined {
	return trainings.find(
		(one) =>
			one.file === value.record && one.position <= position && digestOf(one.value) === value.line_digest,
	);
}

/** Whether two records tell of one signature: a copy elsewhere is no other. */
function isSameAct(one: KnownRecord<'approvals'>, other: KnownRecord<'approvals'>): boolean {
	const keys = ['digest', 'person', 'role', 'meaning', 'at'] as const;
	return one.file === other.file || keys.every((key) => one.value[key] === other.value[key]);
}
