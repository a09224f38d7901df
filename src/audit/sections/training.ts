import type { TrainingRow } from '../../model/training/training-row.ts';
import type { AuditInput } from '../audit-input.ts';
import { type Check, type CheckItem, checkOf, notEvaluated } from '../check.ts';
import { isIn } from '../period.ts';
import { scopeOf } from '../scope.ts';
import type { Section } from '../section.ts';
import { identityCure, identityResult } from './identity-result.ts';
import { drawnFrom } from './record-cells.ts';
import { trainingList } from './training-list.ts';
import { trainingRecordsList } from './training-records-list.ts';

/** P-05: who was trained on what, by version. */
export function training(input: AuditInput): Section {
	const scope = scopeOf(input);
	const rows = input.trainings.rows.filter(({ version }) => scope.has(version.document));
	const shown = input.records.training.filter(
		({ known, value }) => isIn(input.period, known) && scope.has(value.document),
	);
	return {
		id: 'P-05',
		name: 'training',
		title: 'Training by version',
		question: 'Was everybody who works by a document trained on the version that was in force?',
		checks: [
			current(rows),
			identity(input, rows),
			readable(input),
			notEvaluated(
				'training/before-run',
				'Nobody carried out a run before they were trained on its version',
				input.records.runs.length === 0 ? 'no runs recorded' : 'runs are not yet held against trainings',
				'Record who carries out each run, and when, under records/runs; until then hold the days of the work against the list of trainings.',
			),
		],
		lists: [trainingList(input, rows), trainingRecordsList(input, shown)],
		notes: [
			'A record counts from the day on which the mainline showed it, whatever day it claims.',
			'A training on an earlier version counts for a later one only where every row of the change log since says that nobody needs to be trained again.',
			'What section 12 asks by a day that has not come does not count against anybody.',
		],
	};
}

function current(rows: readonly TrainingRow[]): Check {
	return checkOf({
		name: 'training/current',
		asks: 'Everybody whom section 12 of a version in force asks to know it by the last day of the period was trained on it',
		items: rows.filter(({ version, status }) => !version.isUpcoming && status !== 'due').map(itemOf),
		cure: 'Say in section 12 who must know what, and in the people register who holds each of those roles.',
	});
}

function itemOf({ version, role, person, need, status, absent, why }: TrainingRow): CheckItem {
	const key = [`${version.document}@${version.version}`, role, person]
		.filter((one) => one !== null)
		.join(' ');
	const of = [version.document];
	if (status === 'trained') return { key, of, result: 'holds', detail: '' };
	if (status === 'not evaluated') return { key, of, result: 'not evaluated', detail: why };
	const what = need?.what === undefined ? '' : ` in "${need.what}"`;
	const away = absent === null ? '' : absent === 'open' ? '; away' : `; away until ${absent}`;
	return { key, of, result: 'does not hold', detail: `${status}${what}: ${why}${away}` };
}

function identity({ whoSigned }: AuditInput, rows: readonly TrainingRow[]): Check {
	// One record may show what several roles ask.
	const proofs = new Set(rows.flatMap(({ proof }) => proof?.record ?? []));
	return checkOf({
		name: 'training/identity',
		asks: 'The records that show the trainings were made by the people they name',
		items: [...proofs].map((record) => ({
			key: `${record.file}:${record.line}`,
			of: drawnFrom(record),
			...identityResult(whoSigned(record)),
		})),
		cure: identityCure,
	});
}

function readable({ documents, records, positions, trainings }: AuditInput): Check {
	const files = new Set(
		records.training.filter(({ position }) => position <= positions.closing).map(({ file }) => file),
	);
	// Nobody can tell which document a record is of that cannot be read.
	const any = documents.map(({ id }) => id);
	const unread = trainings.unread.map((text): CheckItem => {
		const [, key = text, detail = 'it cannot be read'] = /^(.*?): (.*)$/s.exec(text) ?? [];
		// What a partial clone has left out may be good; what is here and cannot be read is not.
		return detail === 'its text is not here'
			? { key, of: any, result: 'not evaluated', detail }
			: { key, of: any, result: 'does not hold', detail: `it counts for nothing: ${detail}` };
	});
	return checkOf({
		name: 'training/records-readable',
		asks: 'Every record of training can be read',
		items: [
			...[...files].map((file): CheckItem => ({ key: file, of: [], result: 'holds', detail: '' })),
			...unread,
		],
		cure: 'Fetch the whole history: `git fetch --unshallow`, and for a partial clone a fresh clone.',
	});
}
