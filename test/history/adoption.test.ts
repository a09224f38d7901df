import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { sopText } from '../support/history-repository.ts';
import { newOffice, peopleRegister, personLines } from '../support/office.ts';

/** Thirty procedures that were approved on paper between 2017 and 2025, at version 1.0 to 3.2. */
const documents = Array.from({ length: 30 }, (_, nth) => {
	const number = String(nth + 1).padStart(3, '0');
	const year = 2017 + (nth % 9);
	return {
		id: `SOP-FIN-${number}`,
		title: `Procedure ${number}`,
		file: `sops/finance/p-${number}.sop.yaml`,
		scan: `attachments/p-${number}.pdf`,
		version: `${1 + (nth % 3)}.${nth % 3}`,
		day: `${year}-05-02`,
		effective: `${year}-06-01`,
	};
});

function textOf({ id, title, version, day, effective }: (typeof documents)[number]): string {
	return sopText({ id, version, effective })
		.replace('title: Pay an invoice', `title: ${title}`)
		.replace(
			/change_log:\n(?: .*\n)+/,
			`change_log:\n  - version: "${version}"\n    date: ${day}\n    author: old.hand\n    what: As signed on paper\n    why: It was needed\n`,
		);
}

/** A library that is adopted on 1 February 2026, prepared in January and looked at until spring. */
describe('thirty procedures with approvals on paper', () => {
	const office = newOffice(afterAll);
	const statesOf = () => documents.map(({ id }) => office.list(id));
	const onPaper = ({ id, scan, day }: (typeof documents)[number], ...more: readonly string[]) => [
		...['approve', id, '--on-paper', scan, '--date', day, '--person', 'ann', ...more],
	];

	it('are brought in before the day of adoption, and nobody is told off', () => {
		office.as('adm', '2026-01-05').does('init', '--git');
		office.edit('sop.config.yaml', '# approvals: auto', 'approvals: required');
		office.edit('sop.config.yaml', '# adopted: 2026-01-01', 'adopted: 2026-02-01');
		// Ann, who signed it all, has left since.
		const left = personLines(office, 'ann', ['controller']).concat('    until: 2025-12-31\n');
		const entered = [
			personLines(office, 'adm', ['administrator']),
			left,
			personLines(office, 'bob', ['controller']),
		];
		office.write({ 'registers/people.yaml': peopleRegister(...entered) }).save('Enter the people');
		for (const one of documents)
			office.write({ [one.file]: textOf(one), [one.scan]: `%PDF-1.4\nscan of ${one.id}\n` });
		office.as('adm', '2026-01-10').save('Bring in what was kept on paper');
		expect(office.lint()).toEqual([]);
		expect(new Set(statesOf().map((one) => one?.inForce))).toEqual(new Set([null]));
		expect(office.show('SOP-FIN-001').notEvaluated).toBe('before the library was adopted (2026-02-01)');
	});

	it('refuse a paper of that day or later, and one that nobody can look up', () => {
		const [first] = documents;
		if (first === undefined) throw new Error('there are thirty');
		for (const day of ['2026-02-01', '2026-03-01'])
			expect(office.refuses(...onPaper({ ...first, day }))).toBe(
				'2: sop: The library was adopted on 2026-02-01: what was signed from then on is signed here, not on paper\n' +
					'adopted: in the config names the first day of this library.\n',
			);
		expect(office.refuses(...onPaper({ ...first, scan: 'attachments/none.pdf' }))).toBe(
			'2: sop: The scan attachments/none.pdf cannot be read (ENOENT)\nMend the path.\n',
		);
		expect(office.refuses(...onPaper({ ...first, scan: '../p-001.pdf' }))).toContain(
			'The scan ../p-001.pdf lies outside the library',
		);
		office.write({ 'attachments/new.pdf': '%PDF' });
		expect(office.refuses(...onPaper({ ...first, scan: 'attachments/new.pdf' }))).toBe(
			'2: sop: The scan attachments/new.pdf is not committed\n' +
				"Nobody else would have it. Commit it first: git add -- attachments/new.pdf && git commit -m 'Add attachments/new.pdf' -- attachments/new.pdf\n",
		);
		office.git('clean', '--quiet', '--force', 'attachments');
	});

	it('are put on record one by one, each with the SHA-256 of its scan', () => {
		office.as('adm', '2026-01-20');
		for (const one of documents.slice(0, 3)) office.does(...onPaper(one), '--commit');
		for (const one of documents.slice(3)) office.does(...onPaper(one));
		office.save('Record what was signed on paper');
		for (const one of documents) {
			const folder = `records/approvals/${one.id}/${one.version}`;
			const [path = ''] = office.git('ls-files', folder).split('\n');
			const sha256 = createHash('sha256').update(office.read(one.scan)).digest('hex');
			expect(office.read(path).replaceAll('"', '')).toContain(
				`paper:\n  file: ${one.scan}\n  sha256: ${sha256}\n  date: ${one.day}\n  recorded_by: adm\n`,
			);
		}
		expect(office.lint()).toEqual([]);
		// People have to be trained on what is in force; no review is due.
		expect(office.sop('due').stdout).not.toContain('review');
	});

	it('are not evaluated for any day before adoption, whenever one asks', () => {
		for (const today of ['2026-01-20', '2026-01-31', '2026-02-01', '2026-04-01']) {
			office.as('bob', today);
			for (const day of ['2019-07-01', '2026-01-21', '2026-01-31']) {
				if (day > today) continue;
				const { version, notEvaluated } = office.show('SOP-FIN-001', day);
				expect({ version, notEvaluated }).toEqual({
					version: null,
					notEvaluated: expect.stringMatching(/^before the (?:record begins|library was adopted)/),
				});
			}
		}
	});

	it.each(['2026-02-01', '2026-02-02', '2026-04-01'])(
		'are all in force on %s, by paper and by no more',
		(today) => {
			office.as('bob', today);
			expect(statesOf()).toEqual(
				documents.map(({ version }) => ({ inForce: version, stands: version, status: 'effective' })),
			);
			for (const { id, version } of [documents[0], documents[13], documents[29]].flatMap((one) => one ?? []))
				expect(office.show(id)).toMatchObject({
					version,
					from: '2026-02-01T00:00:00Z',
					signatures: ['ann approval controller paper, recorded by adm'],
					trust: { who: 'paper, recorded by adm', when: 'mainline-clock' },
					notEvaluated: null,
				});
			// The old texts name an author whom no register knows, and there is no remote to compare the mainline with.
			expect(office.lint({ notEvaluated: true })).toEqual([
				'approval/self-approval',
				'history/mainline-replaced',
			]);
			// People have to be trained on what is in force; no review is due.
			expect(office.sop('due').stdout).not.toContain('review');
			expect(office.nextReview('SOP-FIN-001')).toBe('2027-02-01');
		},
	);

	it('tell their history from adoption on', () => {
		const said = office.sop('history', 'SOP-FIN-001').stdout;
		expect(said).toContain('Before 2026-02-01, when the library was adopted, the record lies elsewhere.');
		expect(said).toContain('2026-01-10 Added, version 1.0\n');
	});

	it('report a scan that is changed, and one that is gone', () => {
		const [first, second] = documents;
		office.as('adm', '2026-04-02').write({ [first?.scan ?? '']: '%PDF-1.4\nanother scan\n' });
		office.git('rm', '--quiet', second?.scan ?? '');
		office.save('Tidy up');
		const record = (one: typeof first) => office.git('ls-files', `records/approvals/${one?.id}`);
		expect(office.lint()).toEqual([
			`record/changed-scan ${record(first)}`,
			`record/changed-scan ${record(second)}`,
		]);
		office.git('revert', '--no-edit', 'HEAD');
		expect(office.lint()).toEqual([]);
	});

	it('get their next version with signatures made here, paper counting for nothing', () => {
		const [first] = documents;
		if (first === undefined) throw new Error('there are thirty');
		office
			.as('adm', '2026-04-03')
			.does('revise', first.id, '--what', 'Shorter', '--why', 'Asked for', '--author', 'adm', '--commit');
		expect(office.list(first.id)).toEqual({ inForce: '1.0', stands: '1.1', status: 'draft' });
		expect(office.refuses('approve', first.id, '--person', 'ann')).toContain(
			'ann has left: the last day was 2025-12-31',
		);
		expect(office.refuses(...onPaper({ ...first, day: '2026-04-03' }))).toContain(
			'is signed here, not on paper',
		);
		office.as('bob').does('approve', first.id, '--sign', '--commit');
		expect(office.list(first.id)).toEqual({ inForce: '1.1', stands: '1.1', status: 'effective' });
		expect(office.show(first.id, '2026-04-02')).toMatchObject({
			version: '1.0',
			trust: { who: 'paper, recorded by adm' },
		});
		expect(office.lint()).toEqual([]);
	});
});
