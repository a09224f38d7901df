import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configText, sopId, sopText } from '../support/history-repository.ts';
import { makeKey } from '../support/signing.ts';
import { smallId, smallOffice } from '../support/small-office.ts';
import { temporaryFolder } from '../support/temporary-library.ts';
import {
	annAndBob,
	nextVersion,
	peopleText,
	person,
	standings,
	train,
	trainingRepository,
} from '../support/training-library.ts';

const annsRecords = 'records/training/ann/2025.jsonl';
const other = 'SOP-FIN-901';

describe('recording that people were trained', () => {
	it('writes a line for each person and document, in one commit of nothing else', () => {
		const repository = trainingRepository();
		repository.commit('2024-02-01', { 'b.sop.yaml': sopText({ id: other }) });
		repository.write({ 'note.txt': 'x' });
		const words = ['train', 'record', sopId, other, '--person', 'ann', '--person', 'Bob', '--commit'];
		const { code, stdout, stderr } = repository.sop(...words);
		expect({ code, stdout }).toEqual({
			code: 0,
			stdout: `${annsRecords}\nrecords/training/bob/2025.jsonl\n`,
		});
		expect(stderr).toContain(`Record training of ann on ${sopId} 1.0:`);
		expect(stderr).toMatch(
			/Committed as [0-9a-f]+: Record training of ann, bob on SOP-FIN-900 1\.0, SOP-FIN-901 1\.0/,
		);
		expect(repository.git('show', '--name-only', '--format=%s').split('\n')).toEqual([
			`Record training of ann, bob on ${sopId} 1.0, ${other} 1.0`,
			'',
			annsRecords,
			'records/training/bob/2025.jsonl',
		]);
		expect(repository.git('status', '--porcelain')).toBe('?? note.txt');
		const lines = readFileSync(join(repository.folder, annsRecords), 'utf8').split('\n');
		expect(lines).toHaveLength(3);
		expect(JSON.parse(lines[0] ?? '')).toEqual({
			format: 1,
			library: /library: (\S+)/.exec(configText())?.[1],
			document: sopId,
			version: '1.0',
			digest: repository.list().get(sopId)?.standing.digest,
			person: 'ann',
			role: 'clerk',
			meaning: 'training',
			at: '2025-01-01T12:00:00Z',
			what: 'Paying invoices',
			how: 'Read and understood',
		});
		// The commit is of the clock of git, which no test sets: long after it they have counted, and are over.
		expect(train(repository, '--on', '2199-01-01').trainings.map(({ status }) => status)).toEqual(
			Array(4).fill('expired'),
		);
	});

	it('adds a line to what stands, and counts once the mainline shows it', () => {
		const repository = trainingRepository();
		const write = () => repository.sop('train', 'record', sopId, '--person', 'ann', '--on-day', '2024-11-05');
		expect(write().stderr).toContain('It counts once the mainline shows it. To commit it:\n  git add -- ');
		expect(standings(repository, '--person', 'ann')).toEqual(['ann 1.0 untrained 2024-01-02']);
		repository.commit('2024-12-01');
		expect(standings(repository, '--person', 'ann')).toEqual(['ann 1.0 trained 2025-11-05']);
		expect(write().code).toBe(0);
		expect(readFileSync(join(repository.folder, annsRecords), 'utf8').trim().split('\n')).toHaveLength(2);
	});

	it('takes a version that is yet to come by its number, and whoever git knows for the person', () => {
		const people = [person('ann', 'clerk', '    addresses:\n      - address: jane.doe@acme.example\n')];
		const repository = trainingRepository(people);
		repository.commit('2024-12-01', { 'a.sop.yaml': nextVersion('1.1', undefined, '2025-02-01') });
		const { code, stderr } = repository.sop('train', 'record', `${sopId.toLowerCase()}@1.1`);
		expect({ code, stderr }).toMatchObject({
			code: 0,
			stderr: expect.stringContaining(`ann on ${sopId} 1.1`),
		});
		repository.commit('2024-12-02');
		expect(standings(repository, '--role', 'clerk')).toEqual(['ann 1.0 untrained 2024-01-02']);
		expect(standings(repository, '--role', 'clerk', '--on', '2025-02-01')).toEqual([
			'ann 1.1 trained 2025-12-02',
		]);
	});

	it('asks for a trainer where section 12 asks for more than reading, and writes what it says', () => {
		const repository = trainingRepository();
		const lesson = nextVersion('1.1').replace(
			'    how: Read and understood\n',
			'    how: Read and understood\n  - for:\n      - clerk\n    what: The bank portal\n    how: Two supervised runs\n',
		);
		repository.commit('2024-02-01', { 'a.sop.yaml': lesson });
		const record = (...words: string[]) =>
			repository.sop('train', 'record', sopId, '--person', 'ann', ...words);
		expect(record().stderr).toBe(
			`sop: Section 12 of ${sopId} 1.1 asks for "Two supervised runs", which somebody else vouches for\nName who taught or examined with --trainer.\n`,
		);
		expect(record('--trainer', 'ann').stderr).toContain('ann cannot be their own trainer');
		expect(record('--trainer', 'bob', '--how', 'Read').stderr).toContain('"Read" is no more than reading');
		expect(record('--what', 'Bank portal').stderr).toContain('It asks for: The bank portal.');
		expect(record('--what', 'paying invoices').code).toBe(0);
		expect(record('--what', 'The bank portal', '--trainer', 'bob').code).toBe(0);
		repository.commit('2024-12-01');
		const rows = train(repository, '--person', 'ann').trainings;
		expect(rows.map(({ status }) => status)).toEqual(['trained', 'trained']);
		expect(rows.map(({ record: one }) => one)).toMatchObject([{ trainer: null }, { trainer: 'bob' }]);
	});

	it('signs for one person, who is then known to have signed', () => {
		const keys = temporaryFolder();
		const key = makeKey(keys, 'ann');
		const repository = trainingRepository([
			person('ann', 'clerk', `    keys:\n      - ssh: ${key.line}\n`),
			person('bob', 'controller'),
		]);
		const { code, stderr } = repository.sop('train', 'record', sopId, '--person', 'ann', '--sign', key.file);
		expect({ code, stderr }).toMatchObject({
			code: 0,
			stderr: expect.stringContaining('Signed with SHA256:'),
		});
		repository.commit('2024-12-01');
		expect(train(repository, '--person', 'ann').trainings[0]?.record).toMatchObject({ who: 'record-signed' });
		const both = ['--person', 'ann', '--person', 'bob', '--sign', key.file];
		expect(repository.sop('train', 'record', sopId, ...both)).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('Several people cannot be signed for'),
		});
	});

	it('refuses what would not count, and writes nothing', () => {
		const repository = trainingRepository([...annAndBob, person('cid', 'gardener')]);
		repository.commit('2024-12-01', { 'b.sop.yaml': sopText({ id: other, effective: '2024-13-01' }) });
		const refused = (...words: string[]) => {
			const { code, stdout, stderr } = repository.sop('train', 'record', ...words);
			expect(stdout).toBe('');
			return `${code} ${stderr}`;
		};
		const ann = ['--person', 'ann'];
		expect(refused(sopId, '--person', 'cid')).toContain(
			`2 sop: Section 12 of ${sopId} 1.0 asks nothing of cid`,
		);
		expect(refused(sopId, '--person', 'an')).toContain('Did you mean ann?');
		expect(refused('SOP-FIN-90', ...ann)).toContain(`Did you mean ${sopId}?`);
		expect(refused(`${sopId}@3.0`, ...ann)).toContain(`There is: ${sopId}@1.0.`);
		expect(refused(`${sopId}@1.0~0000`, ...ann)).toContain('whose digest begins with 0000\nThere is:');
		expect(refused(other, ...ann)).toContain(
			`No version of ${other} is in force, and none is approved for a day to come`,
		);
		expect(refused(`${other}@1.0`, ...ann)).toContain('its first day, 2024-13-01, is no day');
		expect(refused(sopId, ...ann, '--on-day', '2025-01-02')).toContain('2025-01-02 has not come');
		expect(refused(sopId, ...ann, '--on-day', 'yesterday')).toContain('--on-day takes a day');
		for (const flag of ['--as-of', '--on', '--known'])
			expect(refused(sopId, ...ann, flag, '2024-05-01')).toMatch(/^2 /);
		expect(refused()).toMatch(/^2 /);
		expect(repository.git('status', '--porcelain')).toBe('');
	});

	it('says of a version what keeps people from being trained on it', () => {
		const office = smallOffice({ people: { ann: ['controller'], bob: ['clerk'], eve: [] } });
		const refused = (version: string) =>
			office.as('bob').refuses('train', 'record', `${smallId}@${version}`, '--person', 'bob');
		expect(refused('1.0')).toContain(
			`${smallId} 1.0 is not signed by all yet, so that its text may still change\n`,
		);
		office.as('ann', '2026-01-12').does('approve', smallId, '--sign', '--commit');
		office.as('eve', '2026-01-13').git('switch', '--quiet', '-c', 'next');
		office.does('revise', smallId, '--what', 'Says more', '--why', 'The review', '--commit');
		office.as('ann').does('approve', smallId, '--sign', '--commit');
		expect(refused('1.1')).toBe(
			`2: sop: The mainline shows no version 1.1 of ${smallId}\nOnce all have signed it, with a first day in force (effective) that lies ahead, people can be trained on it before that day.\nThere is: ${smallId}@1.0.\n`,
		);
		office.as('ann', '2026-01-14').merge('next');
		expect(refused('1.0')).toContain(
			`${smallId} 1.0 is over: superseded by 1.1 on 2026-01-14\nThere is: ${smallId}@1.1.\n`,
		);
	});

	it('is refused where no one can say who holds which role', () => {
		const repository = trainingRepository();
		repository.commit('2024-12-01', { 'registers/people.yaml': null });
		repository.write({ 'registers/people.yaml': peopleText(annAndBob) });
		expect(repository.sop('train', 'record', sopId, '--person', 'ann')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('no people register on the mainline'),
		});
	});
});
