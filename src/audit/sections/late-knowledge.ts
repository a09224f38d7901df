import type { AuditInput } from '../audit-input.ts';
import { type Check, type CheckItem, checkOf } from '../check.ts';
import { asKnownThenList, isAnsweredAnew } from '../late/as-known-then-list.ts';
import { type Claim, claimKey, claimsOf } from '../late/claims.ts';
import { lateKnowledgeList } from '../late/late-knowledge-list.ts';
import type { Section } from '../section.ts';

/** A fact may be known so many days after the day that it claims: as for approval/late-record. */
const mostDays = 7;

/** Clocks may differ by so many seconds. */
const clockSlack = 3600;

/** what became known after the moment that it claims, and which answers that changed. */
export function lateKnowledge(input: AuditInput): Section {
	const claims = claimsOf(input);
	const documents = input.documents.filter(({ isInScope }) => isInScope);
	return {
		id: 'A-3',
		name: 'late-knowledge',
		title: 'Late knowledge',
		question: 'What became known only after the day it claims, and which answers did that change?',
		checks: [
			notLate(claims),
			notEarly(claims),
			checkOf({
				name: 'late-knowledge/answer-unchanged',
				asks: 'What was in force at the end of the period, and how the text stood, is the same by what was known then and by all that is known',
				items: documents.map((document) => ({
					key: document.id,
					of: [document.id],
					...(isAnsweredAnew(document)
						? { result: 'does not hold', detail: 'the answer was another by what was known then' }
						: { result: 'holds', detail: '' }),
				})),
			}),
		],
		lists: [lateKnowledgeList(claims), asKnownThenList(documents)],
		notes: [
			'A record counts from the moment the mainline shows it, never from the moment it claims: nothing here is in force, approved or excused earlier than its known day.',
			'Facts are listed that claim a day of the period, or became known in it.',
			'Signatures on paper from before the library was adopted are listed, and no check is held against their days: the paper is older than the record by its nature.',
		],
	};
}

function notLate(claims: readonly Claim[]): Check {
	return checkOf({
		name: 'late-knowledge/none-beyond-seven-days',
		asks: `Nothing became known more than ${mostDays} days after the day it claims`,
		items: claims
			.filter(({ claim }) => claim !== 'on paper')
			.map((one): CheckItem => {
				const shared = { key: claimKey(one), of: [one.document] };
				if (one.days === null)
					return { ...shared, result: 'not evaluated', detail: `no calendar or clock shows ${one.unread}` };
				if (one.days <= mostDays) return { ...shared, result: 'holds', detail: '' };
				if (one.knownLevel === 'no later than')
					return {
						...shared,
						result: 'not evaluated',
						detail: 'history is cut off: it may have been known before the first commit that is here',
					};
				return {
					...shared,
					result: 'does not hold',
					detail: `it claims ${one.claimed} and was known on ${one.known}, ${one.days} days later`,
				};
			}),
		cure: 'Run the audit in a clone with the whole history; a record whose time does not exist has to be made anew.',
	});
}

function notEarly(claims: readonly Claim[]): Check {
	return checkOf({
		name: 'late-knowledge/none-from-the-future',
		asks: 'No record claims to have been signed more than an hour after the mainline showed it',
		items: claims.flatMap((one): readonly CheckItem[] => {
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
	});
}
