import { contentKey } from '../../control/approval/document-approvals.ts';
import type { Completion } from '../../control/approval/judge-version.ts';
import type { JudgedSignature } from '../../control/approval/judged-signature.ts';
import { signatureAnswers } from '../../control/approval/signature-answer.ts';
import { adoptedAt } from '../../control/policy.ts';
import { knownStart, normal } from '../../model/history/version.ts';
import { dayAt, instantText, startOfDay } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import { type CheckItem, checkOf } from '../check.ts';
import { type InForce, inForceInPeriod } from '../in-force-in-period.ts';
import { listOf, type PacketList, type Row } from '../packet-list.ts';
import { versionKey } from '../places.ts';
import type { Section } from '../section.ts';

/** Why nothing can be said of approvals where nobody had to give any. */
const withoutApprovals = 'library without approvals: nobody had to sign this version';
/** Of a record that cannot be read nobody knows which document it speaks of: it may be one that is withheld. */
const unknownDocument = 'unknown';
const signAll = 'Have versions approved with sop approve --sign, by keys of the people register.';

/** P-04: who approved what was in force, whether they might, and that nobody approved their own work. */
export function approvals(input: AuditInput): Section {
	const versions = inForceInPeriod(input);
	const known = input.records.approvals.filter(({ value }) => isOfScope(input, value.document));
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

function isOfScope({ documents }: AuditInput, id: string | undefined): boolean {
	return documents.some((one) => one.id === id && one.isInScope);
}

function completionOf({ document, version }: InForce): Completion | undefined {
	return document.state.approvals?.completions.get(contentKey(version));
}

/** The signatures that fill the lines of a version, where it had to have any. */
function countingOf(one: InForce): readonly JudgedSignature[] {
	return (completionOf(one)?.signatures ?? []).filter(({ cause }) => cause === null);
}

function completeItem(one: InForce): CheckItem {
	const completion = completionOf(one);
	const item = { key: versionKey(one.document, one.version), of: [one.document.id] };
	if (one.document.state.notEvaluated !== null)
		return { ...item, result: 'not evaluated', detail: one.document.state.notEvaluated };
	if (completion === undefined) return { ...item, result: 'not evaluated', detail: withoutApprovals };
	if (!completion.isNeeded && completion.position === undefined)
		return { ...item, result: 'not evaluated', detail: 'it came before anybody had to approve' };
	if (completion.lost !== null && completion.lost !== undefined)
		return { ...item, result: 'does not hold', detail: 'a signature that it leaned on was withdrawn' };
	return completion.position === undefined
		? {
				...item,
				result: 'does not hold',
				detail: `open: ${completion.open.map(({ role, meaning }) => `${meaning} by ${role}`).join(', ')}`,
			}
		: { ...item, result: 'holds', detail: '' };
}

function identityItems(one: InForce): readonly CheckItem[] {
	const item = { key: versionKey(one.document, one.version), of: [one.document.id] };
	const counting = countingOf(one);
	if (counting.length === 0)
		return [{ ...item, result: 'not evaluated', detail: 'no signature counts for it' }];
	return counting.map(({ record, who }): CheckItem => {
		const { paper } = record.value;
		const key = `${item.key} ${record.file}`;
		if (paper !== undefined)
			return {
				key,
				of: item.of,
				result: 'not evaluated',
				detail: `signed on paper, recorded by ${paper.recorded_by}`,
			};
		return who.level === 'record-signed' || who.level === 'commit-signed'
			? { key, of: item.of, result: 'holds', detail: '' }
			: {
					key,
					of: item.of,
					result: 'not evaluated',
					detail: `identity rests on push access: ${who.cause ?? 'no signature'}`,
				};
	});
}

function segregationItems(one: InForce): readonly CheckItem[] {
	const signatures = (completionOf(one)?.signatures ?? []).filter(
		({ meaning }) => meaning === 'approval' || meaning === 'review',
	);
	return signatures.map(({ record, cause, why, notEvaluated }) => {
		const isOwn = why === 'author';
		const isUnknown = notEvaluated.length > 0 || why === 'not evaluated';
		return {
			key: `${versionKey(one.document, one.version)} ${record.file}`,
			of: [one.document.id],
			result: isOwn ? 'does not hold' : isUnknown ? 'not evaluated' : 'holds',
			detail: isOwn ? `${cause}; it does not count` : isUnknown ? (notEvaluated[0] ?? cause ?? '') : '',
		};
	});
}

/** A version that was adopted with the library held before anybody could know of it here. */
function beforeUseItem({ policy, period }: AuditInput, { document, version }: InForce): readonly CheckItem[] {
	const start = knownStart(version);
	const says = version.effective === undefined ? undefined : startOfDay(version.effective, period.zone);
	if (says === undefined) return [];
	const adopted = adoptedAt(policy);
	const key = versionKey(document, version);
	if (adopted !== undefined && says < adopted)
		return [
			{
				key,
				of: [document.id],
				result: 'not evaluated',
				detail: 'it says that it held before this library was adopted',
			},
		];
	if (start === undefined)
		return [
			{
				key,
				of: [document.id],
				result: 'not evaluated',
				detail: 'it may have begun before the commits that are here',
			},
		];
	const days = [version.effective ?? '', dayAt(start, period.zone)];
	return [
		{
			key,
			of: [document.id],
			result: start > says && days[0] !== days[1] ? 'does not hold' : 'holds',
			detail:
				start > says && days[0] !== days[1]
					? `it says from ${days[0]}, and was known and approved only on ${days[1]}`
					: '',
		},
	];
}

function lineList({ period, mainline }: AuditInput, versions: readonly InForce[]): PacketList {
	return listOf({
		name: 'approval-lines',
		title: 'Signature lines',
		about: 'one line that a version in force in the period had to have filled',
		key: ['document', 'version', 'line'],
		source: 'section 15 of each version and of the one in force before it, and the approval records',
		reperform: [
			{
				does: 'see the records that fill the lines of a version',
				command: 'git ls-tree -r --name-only HEAD -- records/approvals/DOCUMENT/VERSION',
				gives: 'one file for each signature, in the folder of the first 12 digits of the digest signed',
			},
		],
		columns: [
			{ key: 'document', title: 'Id', about: 'the id', released: true },
			{ key: 'version', title: 'Version', about: 'the number', released: true },
			{ key: 'line', title: 'Line', about: 'counted from 1', released: true },
			{ key: 'role', title: 'Role', about: 'who has to sign' },
			{
				key: 'meaning',
				title: 'Meaning',
				about: 'approval, review, authorship or responsibility',
				released: true,
				total: 'values',
			},
			{ key: 'state', title: 'State', about: 'filled, open, or not needed', released: true, total: 'values' },
			{
				key: 'complete',
				title: 'Complete',
				about: 'the day from which on the version had all of its signatures',
				released: true,
			},
		],
		rows: versions.flatMap((one): readonly Row[] => {
			const completion = completionOf(one);
			if (completion === undefined) return [];
			const open = [...completion.open];
			const time = completion.position === undefined ? undefined : mainline.at(completion.position)?.time;
			return completion.lines.map(({ role, meaning }, at) => {
				const gap = open.findIndex((line) => line.role === role && line.meaning === meaning);
				if (gap >= 0) open.splice(gap, 1);
				return {
					of: [one.document.id],
					cells: {
						document: one.document.id,
						version: one.version.version,
						line: at + 1,
						role,
						meaning,
						state: gap < 0 ? 'filled' : completion.isNeeded ? 'open' : 'not needed',
						complete: time === undefined ? null : dayAt(time, period.zone),
					},
				};
			});
		}),
	});
}

function signatureList(input: AuditInput): PacketList {
	const scope = input.documents.filter(({ isInScope }) => isInScope);
	const rows = scope.flatMap((document): readonly Row[] => {
		const numbers = new Set(document.versions.map(({ version }) => normal(version.version)));
		const answers = document.versions.flatMap(({ version }) =>
			signatureAnswers(document.state.approvals, version).map((answer): [string, typeof answer] => [
				answer.file,
				answer,
			]),
		);
		const judged = new Map(answers);
		return input.records.approvals
			.filter(({ value }) => value.document === document.id && numbers.has(normal(String(value.version))))
			.map((record) => {
				const answer = judged.get(record.file);
				const who = input.whoSigned(record);
				return {
					of: [document.id],
					cells: {
						document: document.id,
						version: String(record.value.version),
						digest: record.value.digest ?? null,
						person: record.value.person ?? null,
						role: record.value.role ?? null,
						meaning: record.value.meaning ?? null,
						at: record.value.at ?? null,
						known: instantText(record.known),
						when: record.knownLevel,
						who: answer?.who ?? who.level,
						key: who.fingerprint,
						counts: answer?.counts ?? false,
						why:
							answer === undefined
								? ['no text with this digest ever stood on the mainline under this number']
								: answer.why,
						file: record.file,
						commit: record.commit,
					},
				};
			});
	});
	return listOf({
		name: 'approvals',
		title: 'Approval records',
		about: 'one signature under a version that the period touches, whether it counts or not',
		key: ['document', 'version', 'file'],
		population: 'per event',
		source: 'the files under records/approvals that the mainline ever showed',
		reperform: [
			{
				does: 'check the signature of a record that is record-signed',
				command: 'sop show DOCUMENT@VERSION --why --format json',
				gives:
					'the same levels; the signature is over the canonical form of the record without its key signature, in the namespace sop-approval',
			},
			{
				does: 'see when the mainline first showed a record',
				command: 'git log --first-parent --diff-merges=first-parent --diff-filter=A --format=%H -- FILE',
				gives: 'the cell commit of its row, as the last line',
			},
		],
		columns: [
			{ key: 'document', title: 'Id', about: 'the id', released: true },
			{ key: 'version', title: 'Version', about: 'the number signed', released: true },
			{ key: 'digest', title: 'Digest', about: 'of the text signed', released: true, onlyInFiles: true },
			{ key: 'person', title: 'Person', about: 'who signed, by the record' },
			{ key: 'role', title: 'Role', about: 'in which role' },
			{
				key: 'meaning',
				title: 'Meaning',
				about: 'approval, review, authorship or responsibility',
				released: true,
				total: 'values',
			},
			{ key: 'at', title: 'Signed', about: 'when, as the record says: a claim', onlyInFiles: true },
			{ key: 'known', title: 'Known', about: 'when the mainline first showed it', released: true },
			{
				key: 'when',
				title: 'Known by',
				about: 'how far that time can be trusted',
				released: true,
				onlyInFiles: true,
				total: 'values',
			},
			{ key: 'who', title: 'Who', about: 'how well it is known who signed', total: 'values' },
			{ key: 'key', title: 'Key', about: 'fingerprint of the key that signed', onlyInFiles: true },
			{ key: 'counts', title: 'Counts', about: 'whether it fills a line', released: true, total: 'values' },
			{ key: 'why', title: 'Why', about: 'why it does not, or what of it could not be seen' },
			{ key: 'file', title: 'Record', about: 'its path in the library', onlyInFiles: true },
			{
				key: 'commit',
				title: 'Commit',
				about: 'the mainline commit that first showed it',
				released: true,
				onlyInFiles: true,
			},
		],
		rows,
	});
}
