import type { AuditInput } from '../audit-input.ts';
import { changeList } from '../changes/change-list.ts';
import { described } from '../changes/described.ts';
import { isOfPeriod } from '../changes/of-period.ts';
import { type CheckItem, checkOf } from '../check.ts';
import { isIn } from '../period.ts';
import { versionKey } from '../places.ts';
import type { Section } from '../section.ts';

/** P-03: what happened to documents in the period, why, and who approved it. */
export function changes(input: AuditInput): Section {
	const documents = input.documents.filter(({ isInScope }) => isInScope);
	const shown = documents.flatMap((document) =>
		document.versions
			.filter(({ version }) => isIn(input.period, version.known))
			.map((one) => ({ document, ...one })),
	);
	// A number is described once, by the text that bears it for good.
	const owners = shown.filter(({ version }) => version.owns === 'yes' || version.owns === 'open');
	return {
		id: 'P-03',
		name: 'changes',
		title: 'Change history',
		question: 'What was changed in the period, why, and with whose approval?',
		checks: [
			checkOf({
				name: 'changes/described',
				asks: 'Every version that came in the period has a change-log row that says what was changed',
				items: owners.map((one) => described(one, 'what')),
				cure: 'Fetch the texts that a partial clone left out, and make the packet again.',
			}),
			checkOf({
				name: 'changes/reasoned',
				asks: 'That row says why',
				items: owners.map((one) => described(one, 'why')),
				cure: 'Fetch the texts that a partial clone left out, and make the packet again.',
			}),
			checkOf({
				name: 'changes/number-used-once',
				asks: 'No number of a version was used again for another text',
				items: shown.map(({ document, version }) => ({
					key: versionKey(document, version),
					of: [document.id],
					result:
						version.owns === 'no'
							? 'does not hold'
							: version.owns === 'contested'
								? 'not evaluated'
								: 'holds',
					detail:
						version.owns === 'no'
							? 'the number was another text before'
							: version.owns === 'contested'
								? 'two texts under the number came by one commit'
								: '',
				})),
				cure: 'Give one of the texts a number of its own.',
			}),
			checkOf({
				name: 'changes/no-removal',
				asks: 'No document left the mainline in the period without a record that retires it',
				items: documents
					.filter(({ trail }) =>
						trail.entries.some((entry) => isOfPeriod(entry, input) && entry.after.length === 0),
					)
					.map(
						(one): CheckItem => ({
							key: one.id,
							of: [one.id],
							result: one.stateThen.status === 'missing' ? 'does not hold' : 'holds',
							detail: one.stateThen.status === 'missing' ? 'its file is gone, and no record retires it' : '',
						}),
					),
			}),
		],
		lists: [changeList(input, documents)],
		notes: [
			'A change is one commit of the mainline that touched the text or the place of one document. When it became known is the time of that commit on the mainline, not a date that somebody wrote.',
		],
	};
}
