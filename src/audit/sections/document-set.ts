import { knownStart } from '../../model/history/version.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import { checkOf } from '../check.ts';
import { documentsOfPeriod } from '../first-shown.ts';
import { inForceInPeriod } from '../in-force-in-period.ts';
import { listOf, type PacketList } from '../packet-list.ts';
import { versionKey, versionPlace } from '../places.ts';
import type { Section } from '../section.ts';

/** P-02: the text of every version that was in force at any time of the period. */
export function documentSet(input: AuditInput): Section {
	const documents = documentsOfPeriod(input);
	return {
		id: 'P-02',
		name: 'document-set',
		title: 'Documents as in force',
		question: 'What exactly did the procedures say while they were in force?',
		checks: [
			checkOf({
				name: 'document-set/in-force-known',
				asks: 'What was in force of each document can be told',
				items: documents.map(({ id, state: { notEvaluated } }) => ({
					key: id,
					of: [id],
					result: notEvaluated === null ? 'holds' : 'not evaluated',
					detail: notEvaluated ?? '',
				})),
				cure: 'Fetch the whole history with all texts, and make the packet again.',
			}),
			checkOf({
				name: 'document-set/complete',
				asks: 'The text of every version in force in the period is here, and can be read in one way',
				items: inForceInPeriod(input).map(({ document, version, text }) => ({
					key: versionKey(document, version),
					of: [document.id],
					result: text?.digest === undefined || text.digest === null ? 'not evaluated' : 'holds',
					detail:
						text === undefined
							? 'its text is not in this repository'
							: text.digest === null
								? 'its text has no single reading'
								: '',
				})),
				cure: 'Fetch the texts that a partial clone left out, and make the packet again.',
			}),
		],
		lists: [documentSetList(input)],
		notes: [
			'Each version is here as its source, byte for byte as git has it; as its canonical form (RFC 8785), whose SHA-256 is the digest that approvals name; and as a page to read.',
		],
	};
}

function documentSetList(input: AuditInput): PacketList {
	const { period } = input;
	return listOf({
		name: 'document-set',
		title: 'Versions in force in the period',
		about: 'one version that was in force at any time of the period',
		key: ['document', 'version', 'digest'],
		source: 'the versions of each document, by the mainline and its records',
		reperform: [
			{
				does: 'hash the source of a version',
				command: 'git show COMMIT:FILE | sha256sum',
				gives: 'the cell sourceSha256 of the row with that COMMIT and FILE',
			},
			{
				does: 'hash the canonical form of a version',
				where: 'in the folder of the packet',
				command: 'sha256sum PLACE.canonical.json',
				gives: 'the cell digest of its row, after sha256:',
			},
		],
		columns: [
			{ key: 'document', title: 'Id', about: 'the id', released: true },
			{ key: 'version', title: 'Version', about: 'the number', released: true },
			{
				key: 'digest',
				title: 'Digest',
				about: 'SHA-256 of its canonical form',
				released: true,
				onlyInFiles: true,
			},
			{
				key: 'from',
				title: 'In force from',
				about: 'the day it came into force; empty where that may be before the record begins',
				released: true,
			},
			{
				key: 'until',
				title: 'Until',
				about: 'the day it ended; empty where it had not by the end of what is known',
				released: true,
			},
			{ key: 'endedBy', title: 'Ended by', about: 'what ended it', released: true, total: 'values' },
			{ key: 'title', title: 'Title', about: 'of this version' },
			{ key: 'file', title: 'File', about: 'where it first stood, in the repository', onlyInFiles: true },
			{
				key: 'commit',
				title: 'Commit',
				about: 'the mainline commit that first showed it',
				released: true,
				onlyInFiles: true,
			},
			{ key: 'blob', title: 'Object', about: 'its object id', released: true, onlyInFiles: true },
			{
				key: 'sourceSha256',
				title: 'SHA-256 of the source',
				about: 'over its bytes',
				released: true,
				onlyInFiles: true,
			},
			{ key: 'place', title: 'In the packet', about: 'its files there, without their endings' },
		],
		rows: inForceInPeriod(input).map(({ document, version, text }) => {
			const start = knownStart(version);
			return {
				of: [document.id],
				cells: {
					document: document.id,
					version: version.version,
					digest: text?.digest ?? version.digest ?? null,
					from: start === undefined ? null : dayAt(start, period.zone),
					until: version.end === undefined ? null : dayAt(version.end, period.zone),
					endedBy: version.endedBy ?? null,
					title: text?.summary.title ?? null,
					file: version.path,
					commit: version.commit,
					blob: version.blob,
					sourceSha256: text?.sourceSha256 ?? null,
					place: text === undefined ? null : versionPlace(document, version),
				},
			};
		}),
	});
}
