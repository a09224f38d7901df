import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
	configText,
	emptyRepository,
	type HistoryRepository,
	sopId,
	sopText,
} from '../support/history-repository.ts';

const automation = `automation:
  stage: documented
  volume:
    per: month
    count: 60
  time_sensitive: true
  input: digital
  structured: true
`;
const prose = `    branches:
      - if: It looks small enough
        goto: release
      - otherwise: It does not
        goto: over-limit
`;

/** The small SOP, first written by ann and then by bob, which says this of its automation. */
function typedSop(words: Parameters<typeof sopText>[0] = {}, more = automation): string {
	const author = words?.version === undefined ? 'ann' : 'bob';
	const typed = sopText(words).replace('from: supplier\n', 'from: supplier\n    type: text\n');
	const log = `version: "${words?.version ?? '1.0'}"\n    date: 2024-01-02\n    author: ${author}\n`;
	return typed.replace(/version: "1\.0"\n {4}date: .*\n {4}author: .*\n/, log) + more;
}

/** The same, decided by looking at it, and without a word about automation. */
function proseSop(id: string): string {
	return typedSop({ id }, '').replace(/ {4}input: amount\n {4}branches:\n(?: {6}.*\n)+/, prose);
}

interface Answer {
	readonly procedures: readonly {
		readonly id: string;
		readonly verdict: string;
		readonly score: number | null;
		readonly reached: string | null;
		readonly why: readonly string[];
		readonly next: { readonly gate: string; readonly result: string; readonly why: string };
		readonly inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	}[];
}

function ask(repository: HistoryRepository, ...words: string[]): Answer['procedures'] {
	const { stdout, stderr } = repository.sop('automation', '--format', 'json', ...words);
	if (stdout === '') throw new Error(stderr);
	return (JSON.parse(stdout) as Answer).procedures;
}

function library(): HistoryRepository {
	const repository = emptyRepository();
	repository.commit('2024-01-02', {
		'sop.config.yaml': configText(),
		'a.sop.yaml': typedSop(),
		'b.sop.yaml': proseSop('SOP-FIN-901'),
	});
	return repository;
}

describe('sop automation', () => {
	it('says of each input how it is known', () => {
		const [first, second] = ask(library(), '--on', '2024-12-01');
		expect(first).toMatchObject({
			id: sopId,
			reached: 'documented and approved',
			next: { gate: 'run by hand', result: 'not evaluated', why: 'no runs recorded' },
		});
		expect(first?.inputs).toMatchObject({
			rules: { how: 'measured', value: 5, n: 1 },
			input_type: { how: 'declared', value: 5, who: ['ann'], version: '1.0', when: '2024-01-02' },
			stability: { how: 'measured', value: 5, n: 0 },
			documentation: { how: 'measured', value: 5, n: 2 },
			volume: { how: 'declared', value: 720 },
			exception_rate: { how: 'not evaluated', why: 'no runs recorded' },
		});
		expect(first).toMatchObject({ verdict: 'candidate', score: 25 });
		expect(second).toMatchObject({ id: 'SOP-FIN-901', verdict: 'does not qualify', score: null });
	});

	it('measures stability in git, and keeps who declared something first', () => {
		const repository = library();
		repository.commit('2024-11-01', { 'a.sop.yaml': typedSop({ version: '2.0', wording: 'Enter it.' }) });
		const [first] = ask(repository, sopId, '--on', '2024-12-01');
		expect(first?.inputs['stability']).toMatchObject({
			value: 2,
			n: 1,
			from: '1 new text and 1 edited step in 180 days of git',
		});
		expect(first).toMatchObject({ verdict: 'not now', score: null });
		expect(first?.inputs['volume']).toMatchObject({ version: '1.0', who: ['ann'] });
		const [young] = ask(repository, sopId, '--as-of', '2024-02-01');
		expect(young).toMatchObject({ verdict: 'insufficient data', why: ['not known: stability'] });
	});

	it('does not take for documented what is not in force, or has findings', () => {
		const repository = library();
		repository.commit('2024-01-04', {
			'c.sop.yaml': typedSop({ id: 'SOP-FIN-902', effective: '2025-12-01' }),
		});
		const [draft] = ask(repository, 'SOP-FIN-902', '--on', '2024-12-01');
		expect(draft).toMatchObject({
			reached: 'mapped',
			next: { gate: 'documented and approved', result: 'does not hold' },
		});
		expect(draft?.inputs['documentation']).toMatchObject({ value: 3 });
		repository.commit('2024-01-05', {
			'd.sop.yaml': typedSop({ id: 'SOP-FIN-903' }).replace(/^ {4}done_when: .*\n/m, ''),
		});
		const [loose] = ask(repository, 'SOP-FIN-903', '--on', '2024-12-01');
		expect(loose).toMatchObject({ next: { why: expect.stringContaining('sop lint has') } });
	});

	it('writes the five inputs for Automation Hub, blank where nothing is known', () => {
		const { stdout } = library().sop('automation', '--format', 'uipath', '--on', '2024-12-01');
		expect(stdout.trimEnd().split(/\r?\n/)).toEqual([
			'id,process_name,rules,input_type,input_quality,stability,documentation',
			`${sopId},Pay an invoice,5,5,5,5,5`,
			'SOP-FIN-901,Pay an invoice,1,,,5,5',
		]);
	});

	it('withholds, chooses, and refuses what is not there', () => {
		const repository = library();
		repository.commit('2024-01-03', {
			'c.sop.yaml': typedSop({ id: 'SOP-FIN-902' })
				.replace(/^classification: .*$/m, 'classification: restricted')
				.replace('Pay an invoice', 'Canary'),
		});
		for (const format of ['table', 'json', 'csv', 'uipath']) {
			const { stdout, stderr } = repository.sop(
				'automation',
				'--max-classification',
				'internal',
				'--format',
				format,
			);
			expect(stdout + stderr, format).not.toContain('Canary');
			expect(stderr, format).toContain('Withheld: classification, above internal: 1 document.');
		}
		const one = repository.sop('automation', 'SOP-FIN-902', '--max-classification', 'internal');
		expect(one.stdout + one.stderr).not.toContain('Canary');
		expect(repository.sop('automation', '--function', 'hr').stdout).toBe('No procedure.\n');
		expect(repository.sop('automation', 'SOP-FIN-990')).toMatchObject({ code: 2, stdout: '' });
	});

	it('shows one procedure with its gates and inputs', () => {
		const { code, stdout } = library().sop('automation', sopId.toLowerCase(), '--on', '2024-12-01');
		expect(code).toBe(0);
		for (const words of [
			'candidate, 25 of 25',
			'Blocked: run by hand: not evaluated, no runs recorded',
			'declared (ann in 1.0, 2024-01-02)',
			'measured (1 decision, 1 of them typed)',
		])
			expect(stdout).toContain(words);
	});

	it('leaves out checklists, and what is gone', () => {
		const repository = library();
		const checklist = readFileSync(new URL('../fixtures/small.checklist.yaml', import.meta.url), 'utf8');
		repository.commit('2024-01-03', { 'b.sop.yaml': null, 'c.checklist.yaml': checklist });
		expect(ask(repository).map(({ id }) => id)).toEqual([sopId]);
	});

	it('cannot tell how stable a procedure was where history is cut off', () => {
		const repository = library();
		repository.commit('2024-11-01', { 'notes.md': 'More' });
		const shallow = repository.another(
			'shallow',
			'clone',
			'--quiet',
			'--depth',
			'1',
			`file://${repository.folder}`,
			'FOLDER',
		);
		const [first] = ask(shallow, sopId);
		expect(first?.inputs['stability']).toMatchObject({ how: 'not evaluated' });
		expect(first?.verdict).toBe('insufficient data');
	});
});
