import { shortDigest } from '../../control/short-digest.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuditedDocument, AuditInput } from '../audit-input.ts';
import { type Check, type CheckItem, checkOf } from '../check.ts';
import { answersAtEnd, isAnsweredAnew, type TwoAnswers } from './answer-at-end.ts';
import { type Claim, claimKey } from './claims.ts';

/** A fact may be known so many days after the day that it claims: as for approval/late-record. */
const mostDays = 7;

/** Clocks may differ by so many seconds. */
const clockSlack = 3600;

/** What is asked of the claims of records and versions, and of the answers that they changed. */
export function lateChecks(
	input: AuditInput,
	claims: readonly Claim[],
	documents: readonly AuditedDocument[],
): readonly Check[] {
	return [notLate(input, claims), notEarly(input, claims), answersUnchanged(input, documents)];
}

function notLate(input: AuditInput, claims: readonly Claim[]): Check {
	const begin = recordBegins(input);
	return checkOf({
		name: 'late-knowledge/none-beyond-seven-days',
		asks: `Nothing became known more than ${mostDays} days after the day it claims`,
		items: [
			...unseenItems(input),
			...claims
				// The paper is older than the record by its nature.
				.filter(({ claim }) => claim !== 'on paper')
				.map((one) => ({ key: claimKey(one), of: [one.document], ...judgedDelay(one, begin) })),
		],
		cure: 'Run the audit in a clone with the whole history; a record whose time does not exist, or that cannot be read, has to be made anew.',
	});
}

function judgedDelay(
	{ days, unread, claimed, known, knownLevel }: Claim,
	begin: string | null,
): Pick<CheckItem, 'result' | 'detail'> {
	if (days === null) return { result: 'not evaluated', detail: `no calendar or clock shows ${unread}` };
	if (days <= mostDays) return { result: 'holds', detail: '' };
	if (knownLevel === 'no later than')
		return {
			result: 'not evaluated',
			detail: 'history is cut off: it may have been known before the first commit that is here',
		};
	if (begin !== null && claimed !== null && claimed < begin)
		return {
			result: 'not evaluated',
			detail: `it claims ${claimed}, which is before the record begins on ${begin}`,
		};
	return {
		result: 'does not hold',
		detail: `it claims ${claimed} and was known on ${known}, ${days} days later`,
	};
}

/** The day on which the repository begins to be the record: what is older was kept elsewhere. */
function recordBegins({ documents, policy, period }: AuditInput): string | null {
	const first = documents.reduce(
		(earliest, { state }) =>
			state.timeline.versions.reduce((least, { known }) => Math.min(least, known), earliest),
		Number.POSITIVE_INFINITY,
	);
	return policy.adopted ?? (Number.isFinite(first) ? dayAt(first, period.zone) : null);
}

function notEarly(input: AuditInput, claims: readonly Claim[]): Check {
	return checkOf({
		name: 'late-knowledge/none-from-the-future',
		asks: 'No record claims to have been signed more than an hour after the mainline showed it',
		items: [
			...unseenItems(input),
			...claims.flatMap((one): readonly CheckItem[] => {
				if (one.claimedAt === null) return [];
				const shared = { key: claimKey(one), of: [one.document] };
				return one.claimedAt > one.knownAt + clockSlack
					? [
							{
								...shared,
								result: 'does not hold',
								detail: `it claims ${one.claimed}, and the mainline showed it before, on ${one.known}`,
							},
						]
					: [{ ...shared, result: 'holds', detail: '' }];
			}),
		],
		cure: 'Run the audit in a clone with the whole history; a record that cannot be read has to be made anew.',
	});
}

/** Records that are not seen could claim anything. */
function unseenItems({ records: { missing, broken } }: AuditInput): readonly CheckItem[] {
	const item = (key: string, number: number, what: string): readonly CheckItem[] =>
		number === 0 ? [] : [{ key, of: [], result: 'not evaluated', detail: `${number} ${what}` }];
	return [
		...item('records not here', missing.length, 'files of records are not in this repository'),
		...item('records not read', broken.length, 'records cannot be read'),
	];
}

function answersUnchanged(input: AuditInput, documents: readonly AuditedDocument[]): Check {
	return checkOf({
		name: 'late-knowledge/answer-unchanged',
		asks: 'What was in force at the end of the period, since when, and whether a record had ended the text that stood, is the same by what was known then and by all that is known',
		items: documents.map((document): CheckItem => {
			const shared = { key: document.id, of: [document.id] };
			const { state, stateThen } = document;
			const unseen = state.notEvaluated ?? stateThen.notEvaluated;
			if (unseen !== null) return { ...shared, result: 'not evaluated', detail: unseen };
			const answers = answersAtEnd(document, input);
			return isAnsweredAnew(answers)
				? { ...shared, result: 'does not hold', detail: anewWords(answers) }
				: { ...shared, result: 'holds', detail: '' };
		}),
		cure: 'Run the audit in a clone with the whole history.',
	});
}

/** Both answers, in numbers, days and statuses alone. */
function anewWords({ now, then }: TwoAnswers): string {
	const words = ({ version, since, digest, status }: TwoAnswers['now']) =>
		[
			version === null
				? 'none in force'
				: `${version}${now.version === then.version && now.digest !== then.digest ? ` (${shortDigest(digest ?? undefined)})` : ''} in force${since === null ? '' : ` since ${since}`}`,
			...(now.status === then.status ? [] : [`the text ${status}`]),
		].join(', ');
	return `${words(now)}; by what was known then ${words(then)}`;
}
