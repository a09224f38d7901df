import { describe, expect, it } from 'vitest';
import { signedText } from '../../src/model/signature/signed-text.ts';
import { sopId } from '../support/history-repository.ts';
import { makeKey, signedBySsh } from '../support/signing.ts';
import { temporaryFolder } from '../support/temporary-library.ts';
import {
	annAndBob,
	nextVersion,
	peopleText,
	person,
	standings,
	train,
	trainingLine,
	trainingRepository,
} from '../support/training-library.ts';

const annsRecords = 'records/training/ann/2024.jsonl';

describe('who must be trained, and is', () => {
	it('follows section 12, the people who hold its roles, and the records that the mainline shows', () => {
		const repository = trainingRepository();
		expect(standings(repository)).toEqual(['ann 1.0 untrained 2024-01-02', 'bob 1.0 untrained 2024-01-02']);
		repository.commit('2024-02-01', { [annsRecords]: trainingLine(repository) });
		const { code, trainings } = train(repository);
		expect(code).toBe(1);
		expect(trainings).toMatchObject([
			{ person: 'bob', role: 'controller', status: 'untrained', why: 'asked since 2024-01-02' },
			{
				person: 'ann',
				role: 'clerk',
				document: sopId,
				what: 'Paying invoices',
				how: 'Read and understood',
				every: '1 year',
				status: 'trained',
				by: '2025-02-01',
				record: {
					file: annsRecords,
					line: 1,
					version: '1.0',
					day: '2024-02-01',
					who: 'claimed',
					stands: true,
				},
			},
		]);
		expect(train(repository, '--person', 'Ann')).toMatchObject({ code: 0, trainings: [{ person: 'ann' }] });
		expect(standings(repository, '--gaps')).toEqual(['bob 1.0 untrained 2024-01-02']);
	});

	it('counts a record from when the mainline showed it, whatever day it claims', () => {
		const repository = trainingRepository();
		repository.branch('side');
		repository.commit('2024-01-20', { [annsRecords]: trainingLine(repository, { on: '2024-01-10' }) });
		repository.to('main').commit('2024-02-20', { 'note.txt': 'x' });
		repository.merge('2024-03-11', 'side', '-m', 'Merge');
		const ofAnn = (...words: string[]) => train(repository, '--person', 'ann', ...words).trainings[0];
		expect(ofAnn('--as-of', '2024-02-25')).toMatchObject({
			status: 'untrained',
			why: 'asked since 2024-01-02',
		});
		expect(ofAnn('--on', '2024-02-25')).toMatchObject({
			status: 'untrained',
			why: 'asked since 2024-01-02; a record of it came later, on 2024-03-11',
		});
		// It makes the training older, so the claim may stand.
		expect(ofAnn()).toMatchObject({ status: 'trained', by: '2025-01-10', record: { day: '2024-01-10' } });
	});

	it('takes a day that claims to come after the record for that of the record', () => {
		const repository = trainingRepository();
		repository.commit('2024-02-01', { [annsRecords]: trainingLine(repository, { on: '2031-01-01' }) });
		expect(standings(repository, '--person', 'ann')).toEqual(['ann 1.0 trained 2025-02-01']);
	});

	it('expires the day after the time of section 12 is over', () => {
		const repository = trainingRepository();
		repository.commit('2024-02-01', { [annsRecords]: trainingLine(repository) });
		const on = (day: string) => standings(repository, '--person', 'ann', '--on', day);
		expect(on('2025-02-01')).toEqual(['ann 1.0 trained 2025-02-01']);
		expect(on('2025-02-02')).toEqual(['ann 1.0 expired 2025-02-01']);
	});

	it('is bound to the text: a new version asks anew, unless each row since says that it need not', () => {
		const repository = trainingRepository();
		repository.commit('2024-02-01', { [annsRecords]: trainingLine(repository) });
		const afterwards = (...texts: string[]) => {
			repository.git('checkout', '--quiet', '-B', 'main', 'base');
			for (const [index, text] of texts.entries())
				repository.commit(`2024-03-0${index + 1}`, { 'a.sop.yaml': text });
			return train(repository, '--person', 'ann').trainings.map(({ status, why }) => `${status}: ${why}`);
		};
		repository.git('branch', 'base');
		expect(afterwards(nextVersion('1.1'))).toEqual([
			'untrained: asked since 2024-03-01; trained on 1.0 only',
		]);
		expect(afterwards(nextVersion('1.1', true))).toEqual([
			'untrained: asked since 2024-03-01; trained on 1.0 only',
		]);
		expect(afterwards(nextVersion('1.1', false))).toEqual([
			'trained: trained on 2024-02-01; repeated every 1 year',
		]);
		// The row of 1.1 is gone, so nobody says that it asked nothing; trained on 1.1 would be enough.
		expect(afterwards(nextVersion('1.1', false), nextVersion('1.2', false))).toEqual([
			'untrained: asked since 2024-03-01; trained on 1.0 only',
		]);
		const both = nextVersion('1.2', false).replace(
			/(change_log:\n)((?: {2}- | {4}).*\n)*?(?= {2}- version: "1\.0")/,
			(rows) => rows + rows.replace('change_log:\n', '').replace('"1.2"', '"1.1"'),
		);
		expect(both.match(/retrain: false/g)).toHaveLength(2);
		expect(afterwards(nextVersion('1.1', false), both)).toEqual([
			'trained: trained on 2024-02-01; repeated every 1 year',
		]);
		// Nobody is asked later than they were before the change.
		expect(train(repository, '--person', 'bob').trainings[0]).toMatchObject({
			version: '1.2',
			by: '2024-01-02',
		});
	});

	it('does not carry over from a text that was not the one of its number', () => {
		const repository = trainingRepository();
		const other = trainingLine(repository, { digest: `sha256:${'0'.repeat(64)}` });
		repository.commit('2024-02-01', { [annsRecords]: other });
		expect(train(repository, '--person', 'ann').trainings[0]?.why).toContain(
			'its record is of another text under the number 1.0',
		);
		repository.commit('2024-03-01', { 'a.sop.yaml': nextVersion('1.1', false) });
		expect(train(repository, '--person', 'ann').trainings[0]?.status).toBe('untrained');
	});

	it('counts no record of another library, of something else, or of a person who taught himself', () => {
		const why = (words: Record<string, string | undefined>, how?: string) => {
			const repository = trainingRepository();
			if (how !== undefined)
				repository.commit('2024-01-03', {
					'a.sop.yaml': nextVersion('1.1').replace('how: Read and understood', `how: ${how}`),
				});
			repository.commit('2024-02-01', { [annsRecords]: trainingLine(repository, words) });
			const [row] = train(repository, '--person', 'ann').trainings;
			return row?.status === 'trained' ? 'trained' : row?.why.replace(/^.*; /, '');
		};
		expect(why({ library: '0'.repeat(32) })).toBe('its record is of another library');
		expect(why({ what: 'Baking bread' })).toBe('trained on "Baking bread" only');
		expect(why({ what: undefined })).toBe('trained');
		expect(why({ what: ' paying  Invoices' })).toBe('trained');
		const supervised = 'Two supervised runs';
		expect(why({}, supervised)).toBe('its record names no trainer, and "Two supervised runs" needs one');
		expect(why({ trainer: 'ann' }, supervised)).toBe('its record names the person as their own trainer');
		expect(why({ trainer: 'bob', how: 'Read and understood' }, supervised)).toBe(
			'its record is of reading, not of "Two supervised runs"',
		);
		expect(why({ trainer: 'bob' }, supervised)).toBe('trained');
		expect(why({}, 'Gelesen und verstanden')).toBe('trained');
	});

	it('says by when what is yet to come must be learnt: a version, a role', () => {
		const repository = trainingRepository([
			...annAndBob,
			person('cid', 'clerk').replace('2024-01-01', '2025-03-01'),
		]);
		repository.commit('2024-02-01', {
			[annsRecords]: trainingLine(repository),
			'records/training/bob/2024.jsonl': trainingLine(repository, { person: 'bob', role: 'controller' }),
		});
		repository.commit('2024-12-01', { 'a.sop.yaml': nextVersion('1.1', undefined, '2025-02-01') });
		expect(train(repository)).toMatchObject({
			code: 0,
			trainings: [
				{ person: 'ann', version: '1.1', inForce: false, status: 'due', by: '2025-02-01' },
				{
					person: 'bob',
					version: '1.1',
					status: 'due',
					why: '1.1 comes into force on 2025-02-01; trained on 1.0 only',
				},
				{ person: 'cid', version: '1.0', inForce: true, status: 'due', by: '2025-03-01' },
				{
					person: 'cid',
					version: '1.1',
					inForce: false,
					status: 'due',
					why: 'in the role clerk from 2025-03-01',
				},
				{ person: 'ann', version: '1.0', status: 'trained' },
				{ person: 'bob', version: '1.0', status: 'trained' },
			],
		});
		expect(standings(repository, '--on', '2025-02-02', '--person', 'ann')).toEqual([
			'ann 1.1 untrained 2025-02-01',
		]);
	});

	it('asks nobody who left, whose role or whose organisation ended; and who is away all the same', () => {
		const ended = '        until: 2024-11-30\n';
		const repository = trainingRepository([
			person('ann', 'clerk', '    absent:\n      - from: 2024-12-20\n        until: 2025-01-10\n'),
			person('bob', 'controller', '    until: 2024-12-31\n'),
			person('cid', 'controller', ended),
			person('dee', 'controller', '    organisation: Payroll Services\n'),
			person('eve', 'controller', '    organisation: Acme\n'),
		]);
		const people = (...words: string[]) =>
			train(repository, ...words).trainings.map(({ person: who, absent }) => `${who} ${absent}`);
		expect(people()).toEqual(['ann 2025-01-10', 'dee null', 'eve null']);
		expect(people('--on', '2024-11-30')).toEqual([
			'ann null',
			'bob null',
			'cid null',
			'dee null',
			'eve null',
		]);
		const text = repository.git('show', 'HEAD:registers/people.yaml');
		repository.commit('2024-06-01', {
			'registers/people.yaml': `${text}\norganisations:\n  - name: Payroll Services\n    until: 2024-12-31\n`,
		});
		expect(people()).toEqual(['ann 2025-01-10', 'eve null']);
		// As known before the contract's end was written down.
		expect(people('--known', '2024-05-01')).toEqual(['ann 2025-01-10', 'dee null', 'eve null']);
	});

	it('counts a record that is gone, and not what one was changed to', () => {
		const repository = trainingRepository();
		repository.commit('2024-02-01', { [annsRecords]: trainingLine(repository) });
		repository.commit('2024-02-02', { [annsRecords]: null });
		expect(train(repository, '--person', 'ann').trainings).toMatchObject([
			{ status: 'trained', record: { stands: false } },
		]);
	});

	it('says how far it is known who made a record, and counts none whose signature is bad', () => {
		const keys = temporaryFolder();
		const [mine, other] = [makeKey(keys, 'ann'), makeKey(keys, 'other')];
		const enrolled = `    keys:\n      - ssh: ${mine.line}\n`;
		const repository = trainingRepository([person('ann', 'clerk', enrolled), person('bob', 'controller')]);
		const line = trainingLine(repository);
		const signedWith = (key: string, text = line) => {
			const value = JSON.parse(line);
			return `${JSON.stringify({ ...value, signature: signedBySsh(key, signedText(JSON.parse(text))) })}\n`;
		};
		const of = (text: string) => {
			repository.git('checkout', '--quiet', '-B', 'main', 'base');
			repository.commit('2024-02-01', { [annsRecords]: text });
			return train(repository, '--person', 'ann').trainings[0];
		};
		// Somebody else enrols the key: an entry that only its owner wrote vouches for nothing.
		repository.write({ 'note.txt': 'x' });
		repository.git('branch', 'base');
		expect(of(signedWith(mine.file))).toMatchObject({ status: 'trained', record: { who: 'record-signed' } });
		expect(of(line)).toMatchObject({ status: 'trained', record: { who: 'claimed' } });
		expect(of(signedWith(other.file))).toMatchObject({ status: 'trained', record: { who: 'claimed' } });
		const moved = signedWith(mine.file, trainingLine(repository, { at: '2024-01-01T00:00:00Z' }));
		expect(of(moved)).toMatchObject({
			status: 'untrained',
			why: expect.stringContaining('its record does not count: '),
		});
	});

	it('counts no line that can be read in two ways, and names it', () => {
		const repository = trainingRepository([person('ann', 'clerk')]);
		const line = trainingLine(repository, { person: 'bob' });
		const lines = [
			line.replace('{', '{"person":"ann",'),
			line.replace('}', ',"person":"ann"}'),
			trainingLine(repository).replace('}', ',"x-sheet":9007199254740993}'),
			trainingLine(repository).replace('Paying invoices', '\\ud800'),
		];
		repository.commit('2024-02-01', { [annsRecords]: lines.join('') });
		const problems = [
			'The key person stands twice',
			'The key person stands twice',
			'9007199254740993 is a number that readers round',
			'The text holds half of a character (a lone surrogate)',
		];
		expect(train(repository, '--person', 'ann')).toMatchObject({
			trainings: [{ status: 'untrained' }],
			unread: problems.map((problem, index) => `${annsRecords}:${index + 1}: ${problem}`),
		});
		const { stdout } = repository.sop('lint', '--format', 'line');
		for (const [index, problem] of problems.entries())
			expect(stdout).toContain(`${annsRecords}:${index + 1}:1: error: ${problem}`);
		repository.commit('2024-02-02', { [annsRecords]: lines.join('') + trainingLine(repository) });
		expect(standings(repository, '--person', 'ann')).toEqual(['ann 1.0 trained 2025-02-01']);
	});

	it('is not evaluated where that cannot be told, and says why', () => {
		const repository = trainingRepository([person('ann', 'clerk')]);
		repository.commit('2024-02-01', { [annsRecords]: `${trainingLine(repository)}{"broken"\n` });
		const one = train(repository);
		expect(one.trainings[0]).toMatchObject({
			person: null,
			role: 'controller',
			status: 'not evaluated',
			why: 'nobody holds the role controller',
		});
		expect(one).toMatchObject({ code: 1, unread: [`${annsRecords}:2: The line is no JSON`] });
		expect(train(repository, '--person', 'ann').trainings).toHaveLength(1);

		repository.commit('2024-03-01', { 'registers/people.yaml': null });
		expect(train(repository)).toMatchObject({
			code: 1,
			trainings: [
				{ person: null, role: 'clerk', status: 'not evaluated', why: 'no people register' },
				{ person: null, role: 'controller', status: 'not evaluated' },
			],
		});
		expect(repository.sop('train', '--single')).toMatchObject({ code: 3, stdout: '' });
		repository.commit('2024-03-02', { 'registers/people.yaml': 'people: [' });
		expect(train(repository).trainings[0]?.why).toBe('the people register cannot be read');
		// On the day before that, it was no secret.
		expect(train(repository, '--as-of', '2024-02-20').trainings.map(({ person: who }) => who)).toEqual([
			null,
			'ann',
		]);
		expect(train(repository, '--on', '2023-05-01')).toMatchObject({
			code: 1,
			trainings: [],
			notEvaluated: [{ document: sopId, reason: expect.stringContaining('before the record begins') }],
		});
	});

	it('reads the people register where the config of then says it lies', () => {
		const repository = trainingRepository();
		const text = repository.git('show', 'HEAD:registers/people.yaml');
		const config = repository.git('show', 'HEAD:sop.config.yaml');
		repository.commit('2024-02-01', {
			'registers/people.yaml': null,
			'hr/staff list.yaml': `${text}\n`,
			'sop.config.yaml': `${config}\npeople:\n  file: hr/staff list.yaml\n`,
		});
		expect(standings(repository)).toHaveLength(2);
		expect(standings(repository, '--as-of', '2024-01-15')).toHaveLength(2);
	});

	it('cannot be asked where no commit is', () => {
		const repository = trainingRepository();
		expect(repository.sop('train', '--person', 'anne')).toMatchObject({
			code: 2,
			stderr: 'sop: There is no person "anne" in this library\nDid you mean ann?\n',
		});
		expect(repository.sop('train', '--role', 'clark').stderr).toContain('Did you mean clerk?');
		expect(repository.sop('train', '--id', 'SOP-FIN-90').stderr).toContain(`Did you mean ${sopId}?`);
	});
});

describe('what is classified higher than a call may tell', () => {
	it('stays in the count by its id and digest, and its gaps in the exit code', () => {
		const repository = trainingRepository();
		const text = nextVersion('1.1').replace('classification: internal', 'classification: restricted');
		repository.commit('2024-02-01', { 'a.sop.yaml': text });
		for (const words of [[], ['--single'], ['--person', 'ann']]) {
			const limited = [...words, '--max-classification', 'internal'];
			const { code, stdout, stderr } = repository.sop('train', '--format', 'json', ...limited);
			expect(code).toBe(1);
			expect(stderr).toContain('Withheld: classification, above internal: 1 document.');
			expect(stdout).not.toMatch(/Paying invoices|Pay an invoice|clerk|enter/);
			const { trainings, single: covers } = JSON.parse(stdout);
			expect(trainings ?? covers).toEqual([
				{ id: sopId, digest: repository.show().digest, withheld: 'classification' },
			]);
		}
	});
});

describe('what one person alone can do', () => {
	const single = (repository: ReturnType<typeof trainingRepository>) => {
		const { code, stdout } = repository.sop('train', '--single', '--format', 'json');
		const rows = JSON.parse(stdout).single as { step: string; why: string }[];
		return { code, rows: rows.map(({ step, why }) => `${step}: ${why}`) };
	};

	it('is each step for whose roles fewer than two people are trained', () => {
		const repository = trainingRepository([...annAndBob, person('cid', 'clerk')]);
		expect(single(repository)).toEqual({
			code: 1,
			rows: [
				'enter: nobody in the role clerk is trained',
				'release: nobody in the role controller is trained',
			],
		});
		repository.commit('2024-06-01', { [annsRecords]: trainingLine(repository) });
		expect(single(repository).rows[1]).toBe('enter: ann alone is trained in the role clerk');
		repository.commit('2024-06-02', {
			'records/training/cid/2024.jsonl': trainingLine(repository, { person: 'cid' }),
			'records/training/bob/2024.jsonl': trainingLine(repository, { person: 'bob', role: 'controller' }),
		});
		expect(single(repository).rows).toEqual(['release: bob alone holds the role controller']);
		const away = person('bob', 'controller', '    absent:\n      - from: 2024-12-24\n');
		repository.commit('2024-07-01', {
			'registers/people.yaml': peopleText([...annAndBob.slice(0, 1), away]),
		});
		expect(single(repository).rows).toEqual([
			'enter: ann alone holds the role clerk',
			'release: bob alone holds the role controller, and is away',
		]);
		repository.commit('2024-07-02', {
			'registers/people.yaml': peopleText([
				...annAndBob,
				person('cid', 'clerk'),
				person('dee', 'controller'),
			]),
			'records/training/dee/2024.jsonl': trainingLine(repository, { person: 'dee', role: 'controller' }),
		});
		expect(single(repository)).toEqual({ code: 0, rows: [] });
	});

	it('counts items of checklists, by the SOP they follow', () => {
		const repository = trainingRepository();
		const checklist = `format: 1
id: CHK-FIN-900
title: Month end
function: finance
version: "1.0"
owner: controller
executes: ${sopId}
items:
  - id: pay
    do: Pay what is due.
    by: clerk
    follows: ${sopId}
    done_when: All is paid.
`;
		repository.commit('2024-06-01', {
			'a.checklist.yaml': checklist,
			[annsRecords]: trainingLine(repository),
		});
		expect([...single(repository).rows].sort()).toEqual([
			'enter: ann alone holds the role clerk',
			'pay: ann alone holds the role clerk',
			'release: nobody in the role controller is trained',
		]);
	});
});
