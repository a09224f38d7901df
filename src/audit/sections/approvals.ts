import { beforeUseItem } from '../approvals/before-use-item.ts';
import { completeItem } from '../approvals/complete-item.ts';
import { identityItems } from '../approvals/identity-items.ts';
import { lineList } from '../approvals/line-list.ts';
import { segregationItems } from '../approvals/segregation-items.ts';
import { signatureList } from '../approvals/signature-list.ts';
import type { AuditInput } from '../audit-input.ts';
import { type CheckItem, checkOf } from '../check.ts';
import { inForceInPeriod } from '../in-force-in-period.ts';
import type { Section } from '../section.ts';

/** Of a record that cannot be read nobody knows which document it speaks of: it may be one that is withheld. */
const unknownDocument = 'unknown';
const signAll = 'Have versions approved with sop approve --sign, by keys of the people register.';

/** P-04: who approved what was in force, whether they might, and that nobody approved their own work. */
export function approvals(input: AuditInput): Section {
	const versions = inForceInPeriod(input);
	const scope = new Set<string | undefined>(
		input.documents.flatMap(({ id, isInScope }) => (isInScope ? [id] : [])),
	);
	const known = input.records.approvals.filter(({ value }) => scope.has(value.document));
	return {
		id: 'P-04',
		name: 'approvals',
		title: 'Approvals and segregation of duties',
		question: 'Who approved each version in force, by what right, and was it somebody other than its author?',
		checks: [
			checkOf({
				name: 'approvals/complete',
				asks: 'Every version in force in the period has the signatures that section 15 asks for',
				items: versions.map(completeItem),
				cure: signAll,
			}),
			checkOf({
				name: 'approvals/identity',
				asks: 'Every signature that they lean on is proven by a key of the people register',
				items: versions.flatMap((one) => identityItems(one)),
				cure: signAll,
			}),
			checkOf({
				name: 'approvals/segregation',
				asks: 'Nobody approved or reviewed what they wrote',
				items: versions.flatMap(segregationItems),
				cure: 'Enter the addresses of all authors in the people register.',
			}),
			checkOf({
				name: 'approvals/before-use',
				asks: 'Every version was approved by the day from which it says that it holds',
				items: versions.flatMap((one) => beforeUseItem(input, one)),
			}),
			checkOf({
				name: 'approvals/not-contradicted',
				asks: 'No signature in an approval record is bad, or by another key than it says',
				items: known.map((record) => {
					const { level, cause } = input.whoSigned(record);
					return {
						key: record.file,
						of: [record.value.document ?? ''],
						result: level === 'contradicted' ? 'does not hold' : 'holds',
						detail: level === 'contradicted' ? (cause ?? 'its signature is bad') : '',
					};
				}),
			}),
			checkOf({
				name: 'approvals/records-readable',
				asks: 'Every approval record can be read, and still stands as it was first shown',
				items: [
					...known.map(
						(record): CheckItem => ({
							key: record.file,
							of: [record.value.document ?? ''],
							result: record.stands ? 'holds' : 'does not hold',
							detail: record.stands ? '' : 'it was removed or changed later; it counts as it was first shown',
						}),
					),
					...input.records.broken
						.filter(({ kind }) => kind === 'approvals')
						.map(
							({ file, problem }): CheckItem => ({
								key: file,
								of: [unknownDocument],
								result: 'does not hold',
								detail: problem,
							}),
						),
					...input.records.missing.map(
						(file): CheckItem => ({
							key: file,
							of: [unknownDocument],
							result: 'not evaluated',
							detail: 'its text is not in this repository',
						}),
					),
				],
				cure: 'Fetch the whole history with all texts, and make the packet again.',
			}),
		],
		lists: [lineList(input, versions), signatureList(input)],
		notes: [
			'Required is what section 15 of the version asks for, together with what that of the version in force before it asked; each line is filled by another person.',
			'Who signed is record-signed (a signature in the record, by a key of the people register), commit-signed, claimed (whoever could push wrote it) or contradicted. Only the first two hold here.',
		],
	};
}
