import { isOver, nextReview } from '../control/next-review.ts';
import { knownStart } from '../model/history/version.ts';
import { dayAt } from '../model/zone.ts';
import type { AuditedDocument, AuditInput } from './audit-input.ts';
import { libraryPath } from './command-words.ts';
import { beganAfter } from './first-shown.ts';
import { listOf, type PacketList, type Row } from './packet-list.ts';
import { isRetiredBy } from './roll-forward.ts';

/** Every document, with what was in force of it and what stood at the end of the period. */
export function documentList(input: AuditInput, documents: readonly AuditedDocument[]): PacketList {
	const { period, policy, positions, mainline } = input;
	const closing = mainline.at(positions.closing)?.id ?? '';
	const everything = input.documents.flatMap(({ stateThen }) => stateThen.timeline.standing);
	return listOf({
		name: 'documents',
		title: 'Master list of documents',
		about:
			'one document that ever stood on the mainline; of what began after the period nothing but its id and kind is told',
		key: ['document'],
		population: 'per event',
		source: `the mainline ${input.ref} up to commit ${mainline.at(positions.known)?.id ?? ''}`,
		reperform: [
			{
				does: 'count the files of documents that stood at the end of the period, in the whole library',
				command: `git -c core.quotePath=false ls-tree -r --name-only ${closing} --${libraryPath(input) || ' .'} | grep -cE '\\.(sop|checklist)\\.yaml"*$'`,
				gives: `${everything.length}, and one more for each file that the config ignores or that has no id`,
			},
			{
				does: 'see which text stood for a row',
				command: `git rev-parse ${closing}:FILE`,
				gives: 'the cell standingBlob of the row whose file is FILE',
			},
		],
		columns: [
			{ key: 'document', title: 'Id', about: 'the id, unique for ever', released: true },
			{ key: 'kind', title: 'Kind', about: 'sop or checklist', released: true, total: 'values' },
			{ key: 'title', title: 'Title', about: 'of the text in force, else of the one that stands' },
			{
				key: 'function',
				title: 'Function',
				about: 'the part of the organisation it belongs to',
				total: 'values',
			},
			{ key: 'owner', title: 'Owner', about: 'the role or person who answers for it' },
			{
				key: 'counted',
				title: 'Counted as',
				about:
					'how it enters the movements of the population: closing (there at the end of the period), retired (by a record, in the period or before), or began after the period',
				released: true,
				total: 'values',
			},
			{
				key: 'version',
				title: 'In force',
				about: 'the version in force at the end of the period',
				released: true,
			},
			{ key: 'since', title: 'Since', about: 'the day it came into force', released: true },
			{
				key: 'digest',
				title: 'Digest in force',
				about: 'SHA-256 of its canonical form',
				released: true,
				onlyInFiles: true,
			},
			{
				key: 'standingVersion',
				title: 'Stands',
				about: 'the version that the text at the end of the period states',
				released: true,
			},
			{ key: 'status', title: 'Status', about: 'how that text stood then', released: true, total: 'values' },
			{
				key: 'lastReview',
				title: 'Last review',
				about: 'the day on which the last review that counts became known',
				released: true,
			},
			{
				key: 'nextReview',
				title: 'Next review',
				about: 'the day by which it has to be reviewed next',
				released: true,
			},
			{
				key: 'classification',
				title: 'Class',
				about: 'the highest class of the texts that the packet draws from',
				released: true,
				total: 'values',
			},
			{
				key: 'retention',
				title: 'Retention',
				about: 'how long a superseded version is kept, as stated',
				onlyInFiles: true,
			},
			{ key: 'covers', title: 'Covers', about: 'the activities it answers for', onlyInFiles: true },
			{
				key: 'file',
				title: 'File',
				about: 'where it stood at the end of the period, in the repository',
				onlyInFiles: true,
			},
			{
				key: 'standingBlob',
				title: 'Object',
				about: 'the object id of that text',
				released: true,
				onlyInFiles: true,
			},
			{ key: 'notEvaluated', title: 'Not evaluated', about: 'why it cannot be told what is in force' },
		],
		rows: documents.map((one): Row => {
			if (beganAfter(one, input)) return laterRow(one);
			const { inForce, timeline, reviews, notEvaluated } = one.state;
			const start = inForce === undefined ? undefined : knownStart(inForce);
			const last = reviews.findLast(({ cause, record }) => cause === null && record.known <= period.end);
			const every = one.text?.summary.reviewEvery ?? policy.review;
			const next = isOver(one.state)
				? undefined
				: nextReview(timeline, every, period.zone, reviews, period.end);
			const [stood] = one.stateThen.timeline.standing;
			return {
				of: [one.id],
				cells: {
					document: one.id,
					kind: one.kind,
					title: one.title,
					function: one.function,
					owner: one.owner,
					counted: isRetiredBy(one, period.end + 1) ? 'retired' : 'closing',
					version: inForce?.version ?? null,
					since: start === undefined ? null : dayAt(start, period.zone),
					digest: inForce?.digest ?? null,
					standingVersion: stood?.version ?? null,
					status: one.stateThen.status,
					lastReview: last === undefined ? null : dayAt(last.record.known, period.zone),
					nextReview: inForce === undefined ? null : (next?.day ?? null),
					classification: one.classification,
					retention: one.text?.retention ?? input.config.defaults?.retention ?? null,
					covers: one.text?.summary.covers ?? [],
					file: stood?.path ?? null,
					standingBlob: stood?.blob ?? null,
					notEvaluated,
				},
			};
		}),
	});
}

/** A document that began after the period: whatever is known of it is of a text that was not there. */
function laterRow({ id, kind }: AuditedDocument): Row {
	return {
		of: [id],
		cells: {
			document: id,
			kind,
			title: null,
			function: null,
			owner: null,
			counted: 'began after the period',
			version: null,
			since: null,
			digest: null,
			standingVersion: null,
			status: null,
			lastReview: null,
			nextReview: null,
			classification: null,
			retention: null,
			covers: null,
			file: null,
			standingBlob: null,
			notEvaluated: null,
		},
	};
}
