import { describe, expect, it } from 'vitest';
import {
	configText,
	emptyRepository,
	type HistoryRepository,
	sopText,
} from '../support/history-repository.ts';

const register = `format: 1
activities:
  - id: finance.accounts-payable
    name: Accounts payable
    risk: high
    owner: accounts-payable-manager
  - id: finance.bank-reconciliation
    name: Bank reconciliation
    risk: high
  - id: finance.petty-cash
    name: Petty cash
    risk: low
    not_applicable: There is no cash here
  - id: treasury.cash-planning
    name: Cash planning
    risk: medium
  - id: finance.invoicing
    name: "=Invoicing \\u001b[31m"
`;
const people = `format: 1
people:
  - id: ann
    roles:
      - role: controller
        until: 2024-06-30
`;

function covering(
	id: string,
	activities: readonly string[],
	more: Parameters<typeof sopText>[0] = {},
): string {
	const covers = `covers:\n${activities.map((one) => `  - ${one}\n`).join('')}`;
	return sopText({ id, ...more }).replace(/^(owner: .*\n)/m, `$1${covers}`);
}

function library(): HistoryRepository {
	const repository = emptyRepository();
	repository.commit('2024-01-02', {
		'sop.config.yaml': configText('functions:\n  - id: treasury\n    code: TRS\n'),
		'registers/activities.yaml': register,
		'registers/people.yaml': people,
		'a.sop.yaml': covering('SOP-FIN-901', ['finance.accounts-payable']),
		'b.sop.yaml': covering('SOP-FIN-902', ['finance.bank-reconciliation'], { effective: '2025-06-01' }),
		'c.sop.yaml': covering('SOP-FIN-903', ['treasury.cash-planning', 'finance.cheques']).replace(
			/^classification: .*$/m,
			'classification: restricted',
		),
	});
	return repository;
}

interface Answer {
	readonly coverage: Readonly<Record<string, number | null>>;
	readonly functions: readonly Readonly<Record<string, unknown>>[];
	readonly register: { readonly from: string; readonly why: string | null };
	readonly unknown: readonly unknown[];
	readonly unread: readonly string[];
	readonly withheld: readonly { readonly id: string }[];
	readonly activities: readonly {
		readonly activity: string;
		readonly status: string;
		readonly sops: readonly Readonly<Record<string, unknown>>[];
		readonly executed: Readonly<Record<string, string>>;
	}[];
}

function ask(repository: HistoryRepository, ...words: string[]) {
	const { code, stdout, stderr } = repository.sop('coverage', '--format', 'json', ...words);
	if (stdout === '') throw new Error(stderr);
	return { code, stderr, answer: JSON.parse(stdout) as Answer };
}

const statuses = ({ activities }: Answer) =>
	Object.fromEntries(activities.map(({ activity, status }) => [activity, status]));

describe('sop coverage', () => {
	it('follows what was in force on a day', () => {
		const repository = library();
		expect(statuses(ask(repository, '--on', '2024-06-01').answer)).toEqual({
			'finance.accounts-payable': 'covered',
			'finance.bank-reconciliation': 'not in force',
			'finance.petty-cash': 'set aside',
			'treasury.cash-planning': 'covered',
			'finance.invoicing': 'none',
		});
		// A year after it came into force nobody had reviewed it, and the other had begun.
		const later = statuses(ask(repository, '--on', '2025-07-01').answer);
		expect(later['finance.accounts-payable']).toBe('review overdue');
		expect(later['finance.bank-reconciliation']).toBe('covered');
		expect(ask(repository, '--on', '2023-01-01').answer.coverage).toMatchObject({ covered: 0, done: 4 });
	});

	it('counts what is done here, by function too, and says who answers and what nobody knows', () => {
		const { code, stderr, answer } = ask(library(), '--on', '2024-07-01');
		expect(code).toBe(0);
		expect(answer.coverage).toEqual({ covered: 2, done: 4, setAside: 1, notEvaluated: 0, percent: 50 });
		expect(answer.functions).toMatchObject([
			{ function: 'finance', covered: 1, done: 3, setAside: 1, percent: 33 },
			{ function: 'treasury', covered: 1, done: 1, percent: 100 },
		]);
		expect(answer.register).toEqual({ from: 'library', why: null });
		expect(answer.unknown).toEqual([{ document: 'SOP-FIN-903', activity: 'finance.cheques' }]);
		expect(stderr).toContain('SOP-FIN-903 covers finance.cheques, which the register does not have.');
		const payable = answer.activities.find(({ activity }) => activity === 'finance.accounts-payable');
		expect(payable).toMatchObject({
			sops: [
				{
					id: 'SOP-FIN-901',
					inForce: '1.0',
					owner: 'controller',
					ownerHeld: 'nobody',
					nextReview: '2025-01-02',
				},
			],
			typicalOwner: 'accounts-payable-manager',
			why: ['nobody is controller, who owns SOP-FIN-901'],
			executed: { result: 'not evaluated', why: 'no runs recorded' },
		});
	});

	it('fails below --min, names the gaps that weigh most, and takes no nonsense', () => {
		const repository = library();
		const on = ['--on', '2024-06-01'];
		const short = repository.sop('coverage', '--min', '51', ...on);
		expect(short.code).toBe(1);
		expect(short.stderr).toContain('--min 51 asks for 1 activity more');
		expect(short.stderr).toContain(
			'finance.bank-reconciliation (high risk, not in force), finance.invoicing (none).',
		);
		expect(repository.sop('coverage', '--min', '50', ...on).code).toBe(0);
		expect(repository.sop('coverage', '--min', '100', '--function', 'TRS', ...on).code).toBe(0);
		for (const word of ['', '-1', '101', '8o', '1e2', '100.5', 'NaN'])
			expect(repository.sop('coverage', `--min=${word}`), word).toMatchObject({ code: 2, stdout: '' });
		expect(repository.sop('coverage', '--function', 'tresury').stderr).toContain('Did you mean treasury?');
		expect(repository.sop('coverage', '--from', '2024-05-02', '--to', '2024-05-01').code).toBe(2);
	});

	it('says of which documents nobody can tell what they cover', () => {
		const repository = library();
		expect(ask(repository).answer.unread).toEqual([]);
		repository.commit('2025-08-01', {
			'sops/broken.sop.yaml': 'format: 1\nid: SOP-FIN-909\ncovers: [finance.invoicing]\nprocedure: [\n',
		});
		const { answer, stderr } = ask(repository);
		expect(answer.unread).toEqual(['SOP-FIN-909']);
		expect(stderr).toContain('Not evaluated: what SOP-FIN-909 covers: its text cannot be read.');
		expect(statuses(answer)['finance.invoicing']).toBe('none');
	});

	it('does not count a text in force that still waits for its words, and sop list and sop show tell of it', () => {
		const repository = library();
		const open = (wording: string) => covering('SOP-FIN-904', ['finance.invoicing'], { wording });
		repository.commit('2024-02-01', { 'd.sop.yaml': open('Enter it in <name of the accounting system>.') });
		const on = ['--on', '2024-06-01'];
		const { answer } = ask(repository, ...on);
		expect(statuses(answer)['finance.invoicing']).toBe('unfinished');
		expect(answer.coverage).toMatchObject({ covered: 2, done: 4 });
		expect(answer.activities.find(({ activity }) => activity === 'finance.invoicing')).toMatchObject({
			why: ['SOP-FIN-904 1.0 still has 1 placeholder'],
			sops: [{ id: 'SOP-FIN-904', inForce: '1.0', placeholders: 1 }],
		});
		const words = 'placeholders that still wait for their words: SOP-FIN-904 1.0 (1).';
		expect(repository.sop('list', ...on).stderr).toContain(words);
		expect(repository.sop('show', 'SOP-FIN-904', ...on).stderr).toContain(
			'Its text still has 1 placeholder: ',
		);
		expect(repository.sop('list', '--on', '2024-01-15').stderr).not.toContain('placeholders');
		// A draft that comes after it changes nothing of what people work by; the next version in force does.
		repository.commit('2024-03-01', {
			'd.sop.yaml': covering('SOP-FIN-904', ['finance.invoicing'], {
				version: '1.1',
				effective: '2024-09-01',
			}),
		});
		expect(repository.sop('list', ...on).stderr).toContain(words);
		expect(statuses(ask(repository, '--on', '2024-09-01').answer)['finance.invoicing']).toBe('covered');
		expect(repository.sop('list', '--on', '2024-09-01').stderr).not.toContain('placeholders');
	});

	it('counts what is withheld, and tells nothing of it', () => {
		const { stdout, stderr } = library().sop(
			'coverage',
			'--max-classification',
			'internal',
			'--on',
			'2024-06-01',
			'--format',
			'json',
		);
		const answer = JSON.parse(stdout) as Answer;
		expect(answer.coverage['covered']).toBe(2);
		expect(answer.activities.find(({ activity }) => activity === 'treasury.cash-planning')).toMatchObject({
			status: 'covered',
			sops: [{ id: null, inForce: true, withheld: 'classification' }],
		});
		expect(answer.withheld.map(({ id }) => id)).toEqual(['SOP-FIN-903']);
		expect(answer.unknown).toEqual([]);
		expect(stderr).not.toContain('cheques');
		for (const format of ['table', 'csv', 'html']) {
			const told = library().sop(
				'coverage',
				'--max-classification',
				'internal',
				'--on',
				'2024-06-01',
				'--format',
				format,
			);
			expect(told.stdout, format).not.toContain('SOP-FIN-903');
			// A narrow table wraps it.
			expect(told.stdout, format).toMatch(/withheld:\s/);
		}
	});

	it('measures by the register that it ships where there is none, and not where one cannot be read', () => {
		const repository = emptyRepository();
		repository.commit('2024-01-02', {
			'sop.config.yaml': configText(),
			'a.sop.yaml': covering('SOP-FIN-901', ['finance.month-end-close', 'finance.own']),
		});
		const { answer, stderr } = ask(repository);
		expect(answer.register).toEqual({
			from: 'sop',
			why: 'there is no registers/activities.yaml on the mainline',
		});
		expect(answer.coverage).toMatchObject({ covered: 1, done: answer.activities.length });
		expect(stderr).toContain('activities that sop ships');
		expect(stderr).toContain('Documents cover 1 more that stand in no register');
		repository.commit('2024-01-03', { 'registers/activities.yaml': 'format: 1\nactivities:\n' });
		expect(ask(repository).answer.register).toEqual({ from: 'sop', why: 'the activities register is empty' });
		repository.commit('2024-01-04', { 'registers/activities.yaml': 'format: 1\nactivities: all\n' });
		expect(repository.sop('coverage')).toMatchObject({ code: 3, stdout: '' });
	});

	it('keeps names of a register from acting on terminals, pages and spreadsheets', () => {
		const repository = library();
		const [table, csv, html] = ['table', 'csv', 'html'].map(
			(format) => repository.sop('coverage', '--format', format).stdout,
		);
		for (const text of [table, csv, html]) expect(text).not.toContain('\u001b');
		expect(csv).toContain("'=Invoicing");
		expect(html).not.toContain('<script');
	});

	it('draws a map that reads without colours', () => {
		const { stdout } = library().sop('coverage', '--on', '2024-06-01');
		expect(
			stdout
				.split('\n')
				.slice(0, 3)
				.map((line) => line.trimEnd()),
		).toEqual([
			'finance   1 of 3 (33%)    C  D  S  N',
			'treasury  1 of 1 (100%)   C',
			'all       2 of 4 (50%)',
		]);
		expect(stdout).toContain(' D  not in force (1): a document covers it that is a draft');
	});

	it('says that it cannot tell in a clone that is cut off', () => {
		const repository = library();
		repository.commit('2024-03-01', { 'notes.md': 'More' });
		const shallow = repository.another(
			'shallow',
			'clone',
			'--quiet',
			'--depth',
			'1',
			`file://${repository.folder}`,
			'FOLDER',
		);
		const found = ask(shallow, '--on', '2024-02-01');
		expect(found.answer.coverage).toMatchObject({ covered: 0, notEvaluated: 3 });
	});
});
