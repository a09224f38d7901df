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
	/** Facts of a text, asked for where nobody has read it yet. */
	readonly factsWanted: (blob: string) => TextFacts | undefined;
	readonly authorityAt: AuthorityAt;
	readonly whoSigned: WhoSignedRecord;
	/**
	 * The content whose section 15 says who may retire the document at an instant: what is in force then. Undefined where
	 * nothing ever was complete; left out, the content that the record names says it.
	 */
	readonly governing?: ((instant: number) => Content | undefined) | undefined;
}

/** The withdrawals of one document, and what they end. */
export interface DocumentWithdrawals {
	readonly judged: readonly JudgedWithdrawal[];
	readonly ends: readonly Withdrawal[];
	/** What ended an approval; null where nothing did. */
	readonly withdrawnBy: (approval: KnownRecord<'approvals'>) => JudgedSignature['withdrawn'];
}

/** Judges the withdrawals of one document. */
export function documentWithdrawals(input: WithdrawalsInput): DocumentWithdrawals {
	const { approvals, authorityAt, whoSigned } = input;
	const judged = input.withdrawals.map((record) =>
		judgeWithdrawal(record, { linesOf: (one) => linesOf(one, input), authorityAt, whoSigned }),
	);
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
	};
}

/** The roles that may end what a record is about: those of the text itself, never those of a draft beside it. */
function linesOf(
	record: KnownRecord<'withdrawals'>,
	{ entries, approvals, trainings, factsWanted, governing }: WithdrawalsInput,
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
	const named = factsOf(digest);
	if (named === undefined) return 'its digest is of no text that stood on the mainline';
	if (withdraws === 'record') {
		const { record: path = '', line_digest: line } = record.value;
		const isLine = path.endsWith('.jsonl');
		if (isLine && line === undefined) return `it does not say which line of ${path} it is about`;
		const target = isLine ? trainingNamed(record, trainings ?? []) : approvalNamed(record, approvals);
		if (target === undefined)
			return `it names no ${isLine ? 'training' : 'approval'} that was known then: ${path}`;
		return (
			factsOf(target.value.digest)?.lines ??
			`what that ${target.kind === 'training' ? 'training' : 'approval'} is of never stood on the mainline`
		);
	}
	if (withdraws === 'document') {
		const governs = governing?.(record.known);
		return (governs === undefined ? named : factsWanted(governs.blob))?.lines ?? [];
	}
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
