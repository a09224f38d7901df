import { describe, expect, it } from 'vitest';
import { exceptionsLog } from '../../../src/audit/sections/exceptions-log.ts';
import {
	auditInput,
	personIn,
	someId,
	type WrittenLibrary,
	type WrittenRecord,
} from '../../support/audit-input.ts';
import type { WrittenVersion } from '../../support/audit-library.ts';
import { cellsIn, checked, listIn } from '../../support/audit-section.ts';
import { writtenText } from '../../support/audit-texts.ts';

const registers = [{ on: '2024-01-01', people: [personIn('ann', 'controller'), personIn('carl', 'clerk')] }];
const documents = [{ versions: [{ version: '1.0', on: '2025-01-10' }] }];
const action = { do: 'Agree a second channel', owner: 'it', due: '2026-05-01' };

function allowed(more: Partial<WrittenRecord<'exceptions'>> = {}): WrittenRecord<'exceptions'> {
	return {
		on: '2026-02-01',
		person: 'ann',
		role: 'controller',
		exception: 'over-limit',
		reason: 'The portal was down',
		from: '2026-02-01',
		until: '2026-02-10',
		corrective_action: action,
		...more,
	};
}

function log(...exceptions: readonly WrittenRecord<'exceptions'>[]) {
	return logOf({ records: { exceptions } });
}

function logOf(more: WrittenLibrary) {
	return exceptionsLog(auditInput({ documents, registers, ...more }));
}

const file = (moment: string, person = 'ann') =>
	`records/exceptions/${someId}/${moment}Z-${person}-over-limit.yaml`;
const first = file('2026-02-01T120000');

describe('the log of exceptions', () => {
	it('lists what was allowed, by whom, and how it stands at the end', () => {
		const section = log(allowed());
		expect(
			cellsIn(
				section,
				'exceptions',
				'file',
				'exception',
				'from',
				'until',
				'known',
				'standing',
				'daysOpen',
				'allowed',
			),
		).toEqual([
			[first, 'over-limit', '2026-02-01', '2026-02-10', '2026-02-01', 'over, action open', 59, 'yes'],
		]);
		expect(cellsIn(section, 'exceptions', 'action', 'actionOwner', 'actionDue', 'actionDone')).toEqual([
			['Agree a second channel', 'it', '2026-05-01', null],
		]);
		expect(section.checks.map(({ name, result }) => [name, result])).toEqual([
			['exceptions/approved', 'holds'],
			['exceptions/known-before-use', 'holds'],
			['exceptions/not-expired', 'holds'],
			['exceptions/corrective-actions', 'holds'],
		]);
	});

	it('never lets a record excuse what was before it was known', () => {
		expect(checked(log(allowed({ on: '2026-02-05' })), 'exceptions/known-before-use').items).toEqual([
			`${file('2026-02-05T120000')}: does not hold: it claims 2026-02-01 and became known on 2026-02-05: nothing that was done from 2026-02-01 to 2026-02-04 is excused`,
		]);
	});

	it('lists what became known only after the period and claims days of it', () => {
		const section = log(allowed({ on: '2026-04-05' }));
		expect(cellsIn(section, 'exceptions', 'standing')).toEqual([['not known yet']]);
		expect(checked(section, 'exceptions/known-before-use').items).toEqual([
			`${file('2026-04-05T120000')}: does not hold: it claims 2026-02-01 and became known on 2026-04-05: nothing that was done from 2026-02-01 to 2026-02-10 is excused`,
		]);
		expect(checked(section, 'exceptions/corrective-actions').cause).toBe(
			'nothing of the kind occurred in the period',
		);
	});

	it('takes a record that replaces another for what holds now, without a gap', () => {
		const done = { ...action, done: '2026-03-20' };
		const section = log(allowed(), allowed({ on: '2026-03-20', corrective_action: done, replaces: first }));
		expect(cellsIn(section, 'exceptions', 'standing', 'replacedBy', 'daysOpen')).toEqual([
			['replaced', file('2026-03-20T120000'), null],
			['closed', null, null],
		]);
		expect(checked(section, 'exceptions/known-before-use').result).toBe('holds');
	});

	it('sees the days that nothing covers where one is prolonged too late', () => {
		const section = log(allowed(), allowed({ on: '2026-02-15', until: '2026-02-28', replaces: first }));
		expect(checked(section, 'exceptions/known-before-use').items).toEqual([
			`${file('2026-02-15T120000')}: does not hold: it claims 2026-02-01 and became known on 2026-02-15: nothing that was done from 2026-02-01 to 2026-02-14 is excused`,
		]);
	});

	it('lets no void record take the place of another', () => {
		const done = { ...action, done: '2026-03-20' };
		const void_ = allowed({
			on: '2026-03-20',
			corrective_action: done,
			replaces: first,
			who: 'contradicted',
		});
		expect(cellsIn(log(allowed(), void_), 'exceptions', 'standing', 'allowed')).toEqual([
			['over, action open', 'yes'],
			['void', 'no'],
		]);
	});

	it('fails what is over while its corrective action is late', () => {
		const section = log(allowed({ corrective_action: { ...action, due: '2026-03-01' } }));
		expect(checked(section, 'exceptions/not-expired').items).toEqual([
			`${first}: does not hold: it ended on 2026-02-10, and its corrective action, due on 2026-03-01, is not recorded as done`,
		]);
		expect(checked(section, 'exceptions/corrective-actions').items).toEqual([
			`${first}: does not hold: its corrective action was due on 2026-03-01 and is not recorded as done`,
		]);
	});

	it('fails an exception that nothing follows from', () => {
		const { corrective_action: _, ...without } = allowed();
		const section = log(without);
		expect(cellsIn(section, 'exceptions', 'standing')).toEqual([['over, no action']]);
		expect(checked(section, 'exceptions/corrective-actions').items).toEqual([
			`${first}: does not hold: it names no corrective action`,
		]);
	});

	it('keeps what is still open from before the period, and leaves out what was closed', () => {
		const before = { on: '2025-06-01', from: '2025-06-01', until: '2025-06-30' };
		const closed = { ...action, done: '2025-07-01' };
		const section = log(allowed(before), allowed({ ...before, on: '2025-06-02', corrective_action: closed }));
		expect(cellsIn(section, 'exceptions', 'file', 'daysOpen')).toEqual([[file('2025-06-01T120000'), 304]]);
	});

	it.each([
		[
			'a role that section 11 does not name',
			{ person: 'carl', role: 'clerk' },
			'section 11 lets controller allow it, and not the role clerk',
		],
		['somebody who does not hold the role', { person: 'carl' }, 'carl does not hold the role controller'],
		[
			'an exception that section 11 does not know',
			{ exception: 'late' },
			'section 11 of 1.0 knows no exception late',
		],
		['another version', { version: '0.9' }, 'it is of version 0.9, and 1.0 was in force'],
		['another library', { library: 'f'.repeat(32) }, 'it is a record of another library'],
		['a bad signature', { who: 'contradicted' as const }, 'its signature is bad'],
		[
			'a document that never stood',
			{ document: 'SOP-FIN-999', version: '1.0' },
			'no document of that id ever stood on the mainline',
		],
	])('does not hold for %s', (_, more, cause) => {
		const section = log(allowed(more));
		const { result, items } = checked(section, 'exceptions/approved');
		expect(result).toBe('does not hold');
		expect(items[0]?.endsWith(`: does not hold: ${cause}`)).toBe(true);
		expect(cellsIn(section, 'exceptions', 'allowed', 'whyNot')).toEqual([['no', cause]]);
	});

	it('holds for one of the version that its own commit takes out of force, or puts into force', () => {
		const versions = [
			{ version: '1.0', on: '2025-01-10' },
			{ version: '1.1', on: '2026-02-01' },
		];
		const judged = (written: WrittenVersion, on = '2026-02-01') => {
			const { digest } = writtenText({ versions }, written);
			const exception = allowed({ on, version: written.version, digest });
			const section = logOf({ documents: [{ versions }], records: { exceptions: [exception] } });
			return checked(section, 'exceptions/approved');
		};
		for (const version of versions) expect(judged(version).result, version.version).toBe('holds');
		const [older = { version: '', on: '' }] = versions;
		expect(judged(older, '2026-02-02').items[0]).toContain('it is of version 1.0, and 1.1 was in force');
	});

	it('does not evaluate what is only claimed, and a text that is not here', () => {
		expect(checked(log(allowed({ who: 'claimed' })), 'exceptions/approved')).toMatchObject({
			result: 'not evaluated',
			cause: 'identity rests on push access: neither the record nor the commit that brought it is signed',
		});
		// Superseded before the period: its text is not drawn from.
		const old = allowed({ on: '2025-06-01', from: '2025-06-01', until: '2026-01-31' });
		const section = logOf({
			documents: [
				{
					versions: [
						{ version: '1.0', on: '2025-01-10' },
						{ version: '2.0', on: '2025-08-01', says: { title: 'Pay' } },
					],
				},
			],
			records: { exceptions: [old] },
		});
		expect(checked(section, 'exceptions/approved').items).toEqual([
			`${file('2025-06-01T120000')}: not evaluated: section 11 of 1.0 is not here`,
		]);
	});

	it('asks nothing more of a document that is retired, nor of one out of scope', () => {
		const gone = {
			on: '2026-03-01',
			withdraws: 'document',
			meaning: 'withdrawal',
			person: 'ann',
			role: 'controller',
			reason: 'Gone',
		} as const;
		const { corrective_action: _, ...without } = allowed();
		const section = logOf({ records: { exceptions: [without], withdrawals: [gone] } });
		expect(listIn(section, 'exceptions').rows).toHaveLength(1);
		expect(checked(section, 'exceptions/corrective-actions').result).toBe('not evaluated');
		const outside = logOf({
			documents: documents.map((one) => ({ ...one, isInScope: false })),
			records: { exceptions: [allowed()] },
		});
		expect(listIn(outside, 'exceptions').rows).toEqual([]);
	});
});
