import { learntOfKey } from '../../control/approval/approval-words.ts';
import { signatureAnswers } from '../../control/approval/signature-answer.ts';
import { groupBy } from '../../diagnostics/group-by.ts';
import { normal } from '../../model/history/version.ts';
import { instantText } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import { countOfShown } from '../count-records.ts';
import { listOf, type PacketList, type Row } from '../packet-list.ts';

/** Every signature under a version that the period touches. */
export function signatureList(input: AuditInput): PacketList {
	const scope = input.documents.filter(({ isInScope }) => isInScope);
	const recordsOf = groupBy(input.records.approvals, ({ value }) => value.document);
	const rows = scope.flatMap((document): readonly Row[] => {
		const numbers = new Set(document.versions.map(({ version }) => normal(version.version)));
		const answers = document.versions.flatMap(({ version }) =>
			signatureAnswers(document.state.approvals, version).map((answer): [string, typeof answer] => [
				answer.file,
				answer,
			]),
		);
		const judged = new Map(answers);
		return (recordsOf.get(document.id) ?? [])
			.filter(({ value }) => numbers.has(normal(String(value.version))))
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
						learnt: learntOfKey(who, input.period) ?? null,
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
		source:
			'the files under records/approvals that the mainline showed up to what is known, of versions that the period touches',
		reperform: [
			...countOfShown(input, 'approvals', 'up to what is known').map((one) => ({
				...one,
				gives: `${one.gives}, of which ${rows.length} are rows here: the others are of documents out of scope, or of versions that the period does not touch`,
			})),
			{
				does: 'check the signature of a record that is record-signed',
				command: 'sop show DOCUMENT@VERSION --why --format json',
				gives:
					'the same levels; the signature is over the canonical form of the record without its key signature, in the namespace sop-approval',
			},
			{
				does: 'check one that is signed by hand, with the key of its person as the people register had it before the record came',
				where: 'in the folder of the packet',
				command:
					"sed '1,/^signature:/d; s/^  //' FILE > sig; ssh-keygen -Y verify -f SIGNERS -I PERSON -n sop-approval -s sig < FILE_WITHOUT_ITS_ENDING.signed.json",
				gives: 'Good "sop-approval" signature',
			},
			{
				does: 'see when the mainline first showed a record',
				command:
					'git log --first-parent --diff-merges=first-parent --no-patch --diff-filter=A --format=%H -- FILE',
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
			{
				key: 'learnt',
				title: 'Learnt later',
				about: 'what the register has said since of that key; who signed stays as it was known',
			},
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
