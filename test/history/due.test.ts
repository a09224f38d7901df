import { createRequire } from 'node:module';
import ICAL from 'ical.js';
import { convertIcsCalendar } from 'ts-ics';
import { describe, expect, it } from 'vitest';
import { type HistoryRepository, libraryRepository, sopId } from '../support/history-repository.ts';
import {
	annAndBob,
	nextVersion,
	person,
	trainingLine,
	trainingRepository,
} from '../support/training-library.ts';

const nodeIcal = createRequire(import.meta.url)('node-ical') as {
	sync: { parseICS(text: string): Record<string, Record<string, unknown>> };
};

const checklist = `format: 1
id: CHK-FIN-900
title: Month end
function: finance
version: "1.0"
owner: controller
executes: ${sopId}
schedule:
  rule: FREQ=MONTHLY;BYMONTHDAY=-1
  due: 5 business days
items:
  - id: pay
    do: Pay what is due.
    by: clerk
    follows: ${sopId}
    done_when: All is paid.
`;

const exception = `format: 1
library: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92
document: ${sopId}
version: "1.0"
digest: sha256:${'0'.repeat(64)}
person: bob
role: controller
meaning: exception
at: 2024-12-01T09:00:00Z
exception: over-limit
reason: The bank was down
from: 2024-12-01
until: 2025-01-15
corrective_action:
  do: Agree a second channel
  owner: treasury
  due: 2024-12-20
`;
/** The exception, of the text that is in force. */
function exceptionOf(repository: HistoryRepository): string {
	return exception.replace(/sha256:0+/, repository.list().get(sopId)?.standing.digest ?? '');
}

const exceptionFile = `records/exceptions/${sopId}/2024-12-01-over-limit-bob.yaml`;

interface Row {
	readonly due: string;
	readonly when: string;
	readonly what: string;
	readonly id: string;
	readonly detail: string | null;
	readonly people?: readonly string[];
	readonly later?: readonly string[];
}

function due(repository: HistoryRepository, ...words: string[]) {
	const { code, stdout, stderr } = repository.sop('due', '--format', 'json', ...words);
	if (stdout === '') throw new Error(stderr);
	const answer = JSON.parse(stdout) as {
		due: readonly Row[];
		notEvaluated: readonly unknown[];
		noTrainings: string | null;
		unread: readonly string[];
	};
	return {
		code,
		...answer,
		lines: answer.due.map(({ due: day, when, what, id, detail }) =>
			[day, when, what, id, detail].join(' | '),
		),
	};
}

/** A library in which all kinds of things fall due. */
function busyRepository() {
	const repository = trainingRepository([...annAndBob, person('cid', 'clerk')]);
	repository.commit('2024-02-01', { 'records/training/ann/2024.jsonl': trainingLine(repository) });
	repository.commit('2024-12-01', {
		'b.checklist.yaml': checklist,
		[exceptionFile]: exceptionOf(repository),
	});
	return repository;
}

describe('what falls due', () => {
	it('are reviews, trainings, ends of exceptions, corrective actions and runs of checklists', () => {
		const found = due(busyRepository());
		expect(found.lines).toEqual([
			`2024-01-02 | overdue | training | ${sopId} | 2 people on 1.0`,
			`2024-12-20 | overdue | corrective action | ${sopId} | over-limit`,
			`2025-01-02 | due | review | ${sopId} | `,
			'2025-01-07 | due | checklist | CHK-FIN-900 | run of 2024-12-31, then 2 more',
			`2025-01-15 | due | exception | ${sopId} | over-limit`,
			`2025-02-01 | due | training | ${sopId} | 1 person on 1.0`,
		]);
		expect(found).toMatchObject({ code: 1, notEvaluated: [], noTrainings: null, unread: [] });
		expect(found.due[0]).toMatchObject({ people: ['bob', 'cid'], why: '2 untrained', owner: 'controller' });
		expect(found.due[1]).toMatchObject({ owner: 'treasury', why: 'Agree a second channel' });
		expect(found.due[3]?.later).toEqual(['2025-02-07', '2025-03-07']);
		expect(found.due[5]).toMatchObject({ people: ['ann'], why: '1 to be repeated' });
	});

	it('gives each person a row where asked', () => {
		const rows = due(busyRepository(), '--trainings').due.filter(({ what }) => what === 'training');
		expect(rows.map(({ due: day, detail, people }) => `${day} ${detail} ${people}`)).toEqual([
			'2024-01-02 bob as controller bob',
			'2024-01-02 cid as clerk cid',
			'2025-02-01 ann as clerk ann',
		]);
	});

	it('knows what takes the place of an exception, what is done, and what came from elsewhere', () => {
		const repository = busyRepository();
		const exceptions = (...words: string[]) =>
			due(repository, ...words).lines.filter((line) => line.includes('over-limit'));
		const next = exceptionOf(repository)
			.replace('until: 2025-01-15', `until: 2025-02-15\nreplaces: ${exceptionFile}`)
			.replace('due: 2024-12-20', 'due: 2024-12-20\n  done: 2024-12-19');
		repository.commit('2024-12-19', { [exceptionFile.replace('2024-12-01', '2024-12-19')]: next });
		expect(exceptions()).toEqual([`2025-02-15 | due | exception | ${sopId} | over-limit`]);
		// Once it is over there is nothing to do.
		expect(exceptions('--on', '2025-02-16')).toEqual([]);
		// That was known then.
		expect(exceptions('--as-of', '2024-12-10')).toHaveLength(2);
		const foreign = (text: string) => text.replace(/^library: .*/m, `library: ${'1'.repeat(32)}`);
		const byClerk = (text: string) => text.replace('role: controller', 'role: clerk');
		const ofOtherText = (text: string) => text.replace(/sha256:[0-9a-f]+/, `sha256:${'0'.repeat(64)}`);
		for (const [change, rows] of [
			[(text: string) => text, 1],
			[foreign, 0],
			[byClerk, 0],
			[ofOtherText, 0],
		] as const) {
			const lone = libraryRepository('approvals: none\n');
			lone.commit('2024-12-01', { [exceptionFile]: change(exceptionOf(lone)) });
			expect(due(lone).lines.filter((line) => line.includes('| exception |'))).toHaveLength(rows);
		}
	});

	it('takes the business days of the calendar register, and keeps the schedule of a revised checklist', () => {
		const repository = busyRepository();
		const runs = () =>
			due(repository)
				.due.filter(({ what }) => what === 'checklist')
				.map(({ due: day }) => day);
		repository.commit('2024-12-20', {
			'registers/calendar.yaml': 'calendar:\n  holidays:\n    - day: 2025-01-01\n      name: New Year\n',
		});
		expect(runs()).toEqual(['2025-01-08']);
		const monthly = checklist.replace(';BYMONTHDAY=-1', '').replace('  due: 5 business days\n', '');
		repository.commit('2024-12-21', { 'b.checklist.yaml': monthly.replace('"1.0"', '"1.1"') });
		expect(runs()).toEqual(['2025-01-01']);
		const hourly = monthly.replace('"1.0"', '"1.2"').replace('MONTHLY', 'HOURLY');
		repository.commit('2024-12-22', { 'b.checklist.yaml': hourly });
		expect(due(repository)).toMatchObject({
			code: 1,
			notEvaluated: [{ document: 'CHK-FIN-900', reason: expect.stringContaining('several times a day') }],
		});
	});

	it('says of trainings without a people register that they are not evaluated, and of a version to come when', () => {
		const repository = libraryRepository();
		const none = due(repository);
		expect(none).toMatchObject({ noTrainings: 'no people register', code: 0 });
		expect(none.due.map(({ what }) => what)).toEqual(['review']);
		const known = trainingRepository();
		known.commit('2024-12-01', { 'a.sop.yaml': nextVersion('1.1', undefined, '2025-02-01') });
		expect(due(known).lines.filter((line) => line.includes('training'))).toEqual([
			`2024-01-02 | overdue | training | ${sopId} | 2 people on 1.0`,
			`2025-02-01 | due | training | ${sopId} | 2 people on 1.1`,
		]);
	});
});

describe('the calendar of what falls due', () => {
	const feed = (repository: HistoryRepository, ...words: string[]) => {
		const { stdout, stderr } = repository.sop('due', '--format', 'ics', ...words);
		if (stdout === '') throw new Error(stderr);
		return stdout;
	};

	/** What each reader finds: the day, the summary and the description of each event, and whether it is a whole day. */
	const readers: Readonly<Record<string, (text: string) => readonly Event[]>> = {
		'ical.js': (text) =>
			new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => {
				const event = new ICAL.Event(one);
				const { startDate, uid, summary, description } = event;
				return {
					uid,
					day: startDate.toString(),
					isWhole: startDate.isDate,
					summary,
					description: description ?? '',
				};
			}),
		'node-ical': (text) =>
			Object.values(nodeIcal.sync.parseICS(text))
				.filter(({ type }) => type === 'VEVENT')
				.map((one) => ({
					uid: String(one['uid']),
					day: localDay(one['start'] as Date),
					isWhole: one['datetype'] === 'date',
					summary: String(one['summary']),
					description: String(one['description'] ?? ''),
				})),
		'ts-ics': (text) =>
			(convertIcsCalendar(undefined, text).events ?? []).map(({ uid, start, summary, description }) => ({
				uid,
				day: start.date.toISOString().slice(0, 10),
				isWhole: start.type === 'DATE',
				summary,
				description: description ?? '',
			})),
	};
	interface Event {
		readonly uid: string;
		readonly day: string;
		readonly isWhole: boolean;
		readonly summary: string;
		readonly description: string;
	}
	/** node-ical gives a whole day as its midnight where the reader is. */
	function localDay(date: Date): string {
		return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
	}

	it.each(Object.keys(readers))('is read by %s as whole days with the texts of the documents', (name) => {
		const events = readers[name]?.(feed(busyRepository())) ?? [];
		expect(events.every(({ isWhole }) => isWhole)).toBe(true);
		expect(events.map(({ day, summary }) => `${day} ${summary}`).sort()).toEqual([
			`2024-01-02 Training: ${sopId} Pay an invoice (2 people on 1.0)`,
			`2024-12-20 Corrective action: ${sopId} Pay an invoice (over-limit)`,
			`2025-01-02 Review: ${sopId} Pay an invoice`,
			'2025-01-07 Checklist: CHK-FIN-900 Month end (run of 2024-12-31)',
			`2025-01-15 Exception ends: ${sopId} Pay an invoice (over-limit)`,
			`2025-02-01 Training: ${sopId} Pay an invoice (1 person on 1.0)`,
			'2025-02-07 Checklist: CHK-FIN-900 Month end (run of 2025-01-31)',
			'2025-03-07 Checklist: CHK-FIN-900 Month end (run of 2025-02-28)',
		]);
		const action = events.find(({ summary }) => summary.startsWith('Corrective'));
		expect(action?.description).toBe('Owner: treasury\nWhy: Agree a second channel');
		expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
	});

	it('has the form of RFC 5545: lines of 75 octets at most, each ended, and no clock of the computer in it', () => {
		const text = feed(busyRepository());
		const lines = text.split('\r\n');
		expect(lines.at(-1)).toBe('');
		expect(lines.slice(0, 4)).toEqual([
			'BEGIN:VCALENDAR',
			'VERSION:2.0',
			'PRODID:-//sop-as-code//sop due//EN',
			'METHOD:PUBLISH',
		]);
		for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
		expect([...new Set(text.match(/^DTSTAMP.*$/gm))]).toEqual(['DTSTAMP:20241201T120000Z']);
		expect(text).not.toMatch(/^(?:LAST-MODIFIED|CREATED|DTEND)/m);
	});

	it('is the same bytes for the same repository, and names the same duty the same on another day', () => {
		const repository = busyRepository();
		const first = feed(repository);
		expect(feed(repository, '--no-cache')).toBe(first);
		const uids = (text: string) =>
			(readers['ical.js']?.(text) ?? []).map(({ uid, summary }) => `${uid} ${summary}`);
		const later = uids(feed(repository, '--on', '2025-01-10'));
		expect(uids(first).filter((one) => later.includes(one))).toHaveLength(7);
	});

	it('lets no text of a document act', () => {
		const repository = busyRepository();
		const title =
			'Pay\\r\\nEND:VEVENT\\nATTENDEE:mailto:x@y.example\\u2028;LANGUAGE=de,\\\\n\\u202e\\u0000\\ud83d\\ude00';
		const long = 'ü😀'.repeat(60);
		repository.commit('2024-12-20', {
			'a.sop.yaml': nextVersion('1.1').replace('title: Pay an invoice', `title: "${title}${long}"`),
		});
		const text = feed(repository);
		expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(text.match(/^END:VEVENT/gm)?.length ?? 0);
		expect(text).not.toMatch(/^ATTENDEE|\u0000|\u202e|\u2028/m);
		for (const line of text.split('\r\n')) {
			expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
			expect(line).not.toMatch(/^ ?[\udc00-\udfff]|[\ud800-\udbff]$/);
		}
		const found = Object.values(readers).map((read) =>
			read(text).find(({ summary }) => summary.startsWith('Review')),
		);
		for (const event of found) {
			expect(event?.summary).toContain('Pay␍␊END∶VEVENT␊ATTENDEE:mailto:x@y.example');
			expect(event?.summary).toContain(';LANGUAGE=de,\\');
			expect(event?.summary).toContain(long);
		}
		// The others take an escaped backslash before an n for a line break.
		expect(found[0]?.summary).toContain(';LANGUAGE=de,\\n');
	});

	it('says of what is confidential the id and the day alone', () => {
		const repository = busyRepository();
		repository.commit('2024-12-20', {
			'a.sop.yaml': nextVersion('1.1').replace('classification: internal', 'classification: confidential'),
		});
		const text = feed(repository, '--trainings');
		expect(text).toContain(`SUMMARY:Review: ${sopId}\r\n`);
		expect(text).not.toMatch(/Pay an invoice|ann as|over-limit/);
		expect(feed(repository, '--max-classification', 'confidential')).toContain('Pay an invoice');
		const { stdout, stderr } = repository.sop('due', '--max-classification', 'internal', '--format', 'csv');
		expect(stdout).not.toMatch(/Pay an invoice|over-limit/);
		expect(stdout.match(/withheld: classification|,classification/g)).toHaveLength(1);
		expect(stderr).toContain('Withheld: classification, above internal: 1 document.');
	});
});
