import type { AuditInput } from '../audit-input.ts';
import { type Check, type CheckItem, checkOf } from '../check.ts';
import { scopeOf } from '../scope.ts';
import type { Section } from '../section.ts';
import { feedbackList } from './feedback-list.ts';
import { identityCure, identityResult } from './identity-result.ts';
import { drawnFrom } from './record-cells.ts';
import { type ReviewedDocument, reviewedDocuments, reviewsDueList } from './reviews-due-list.ts';
import { reviewsList, type ShownReview, shownReviews } from './reviews-list.ts';

/** P-06: what was reviewed, by whom, and what was not reviewed in time. */
export function periodicReview(input: AuditInput): Section {
	const reviewed = reviewedDocuments(input, scopeOf(input).documents);
	const shown = shownReviews(input);
	return {
		id: 'P-06',
		name: 'periodic-review',
		title: 'Periodic review',
		question: 'Was every document in force reviewed in time, by somebody who did not write it?',
		checks: [onTime(reviewed, shown), notByAuthor(shown), identity(shown)],
		lists: [reviewsList(input, shown), reviewsDueList(input, reviewed), feedbackList(input)],
		notes: [
			'A review is a record of its own. The day of an edit, or of a new version, is none.',
			'A review counts from the day on which the mainline showed it, for the version that was in force then, and not by an author of that version.',
			'A suggestion is open until a later version that names it under answers has come into force, or somebody has answered it in words.',
			'What was overdue is judged by what was known at the end of the period; what was learnt later stands in columns of its own.',
		],
	};
}

function onTime(reviewed: readonly ReviewedDocument[], shown: readonly ShownReview[]): Check {
	const items = [
		...reviewed.map(({ document: { id }, last, next, daysLate }): CheckItem => {
			const one = { key: last === undefined ? id : `${id}@${last.version.version}`, of: [id] };
			if (typeof next === 'string') return { ...one, result: 'not evaluated', detail: next };
			return daysLate === 0
				? { ...one, result: 'holds', detail: '' }
				: {
						...one,
						result: 'does not hold',
						detail: `its review was due on ${next.day}, ${daysText(daysLate)} before: ${next.why}`,
					};
		}),
		...shown.flatMap(({ record, due, daysLate }): readonly CheckItem[] => {
			if (due === undefined) return [];
			const one = { key: record.file, of: drawnFrom(record) };
			return daysLate === 0
				? [{ ...one, result: 'holds', detail: '' }]
				: [
						{
							...one,
							result: 'does not hold',
							detail: `it was due on ${due} and came ${daysText(daysLate)} late`,
						},
					];
		}),
	];
	return checkOf({
		name: 'review/on-time',
		asks: 'Every document in force was reviewed by the day on which that was due, and every review of the period came by its day',
		items,
		cure: 'Say in section 15 or in the config how often a document is reviewed, and fetch the whole history.',
	});
}

function daysText(days: number | undefined): string {
	return days === 1 ? '1 day' : `${days ?? 'some'} days`;
}

function notByAuthor(shown: readonly ShownReview[]): Check {
	const items = shown.flatMap(({ record, judged }): readonly CheckItem[] => {
		const one = { key: record.file, of: drawnFrom(record) };
		const { person = '' } = record.value;
		switch (judged?.isGenuine === true ? judged.byAuthor : undefined) {
			case 'yes':
				return [{ ...one, result: 'does not hold', detail: `${person} wrote the text that was in force` }];
			case 'no':
				return [{ ...one, result: 'holds', detail: '' }];
			case 'not evaluated': {
				const [seen] = judged?.notEvaluated ?? [];
				const detail = seen ?? judged?.cause?.replace(/^not evaluated: /, '') ?? 'its authors cannot be told';
				return [{ ...one, result: 'not evaluated', detail }];
			}
			default:
				return [];
		}
	});
	return checkOf({
		name: 'review/not-by-author',
		asks: 'No review of the period was made by an author of the version that it is of',
		items,
		cure: 'Enter the addresses and names under which people commit into the people register, each with its time.',
	});
}

function identity(shown: readonly ShownReview[]): Check {
	return checkOf({
		name: 'review/identity',
		asks: 'The records of reviews were made by the people they name',
		items: shown.flatMap(({ record, judged }): readonly CheckItem[] =>
			judged === undefined
				? []
				: [{ key: record.file, of: drawnFrom(record), ...identityResult(judged.who) }],
		),
		cure: identityCure,
	});
}
