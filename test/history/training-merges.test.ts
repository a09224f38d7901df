import { describe, expect, it } from 'vitest';
import { gitFiles } from '../../src/scaffold/git-files.ts';
import { person, standings, trainingLine, trainingRepository } from '../support/training-library.ts';

const file = 'records/training/ann/2024.jsonl';
const runs = 'records/runs/CHK-FIN-900/1.jsonl';
const attributes = gitFiles.find(({ path }) => path === '.gitattributes')?.text ?? '';

/** Ann was trained once; a branch and main each add a training of hers. */
function twoBranches(path = file) {
	const repository = trainingRepository([person('ann', 'clerk')]);
	const line = (what: string) => trainingLine(repository, { what });
	const [base, ofSide, ofMain] = [line('Baking'), line('Paying invoices'), line('Brewing')];
	repository.commit('2024-02-01', { '.gitattributes': attributes, [path]: base });
	repository.branch('side').commit('2024-02-02', { [path]: base + ofSide });
	repository.to('main').commit('2024-02-03', { [path]: base + ofMain });
	const text = () => `${repository.git('show', `HEAD:${path}`)}\n`;
	const changed = () => repository.sop('lint', '--format', 'line', '--rule', 'record/changed').stdout;
	return { repository, base, ofSide, ofMain, text, changed };
}

describe('two branches that add to the trainings of one person', () => {
	it('merge without a conflict, those of the mainline first', () => {
		const { repository, base, ofSide, ofMain, text, changed } = twoBranches();
		repository.merge('2024-02-04', 'side', '-m', 'Merge');
		expect(text()).toBe(base + ofMain + ofSide);
		expect(changed()).toBe('');
		expect(standings(repository, '--person', 'ann')[0]).toBe('ann 1.0 trained 2025-02-01');
	});

	it('lose nothing where the branch took up the mainline first, and lines come in between', () => {
		const { repository, base, ofSide, ofMain, text, changed } = twoBranches();
		repository.to('side').merge('2024-02-04', 'main', '-m', 'Take up main');
		repository.to('main').merge('2024-02-05', 'side', '--no-ff', '-m', 'Merge');
		expect(text()).toBe(base + ofSide + ofMain);
		expect(changed()).toBe('');
		expect(standings(repository, '--person', 'ann')[0]).toBe('ann 1.0 trained 2025-02-01');
		// Each line counts from when main first showed it, and is told where it stands now.
		expect(standings(repository, '--person', 'ann', '--as-of', '2024-02-04')[0]).toBe(
			'ann 1.0 untrained 2024-01-02',
		);
		expect(
			JSON.parse(repository.sop('train', '--person', 'ann', '--format', 'json').stdout).trainings[0].record,
		).toMatchObject({
			line: 2,
			knownAt: '2024-02-05T12:00:00Z',
			stands: true,
		});
	});

	it.each<readonly [string, (base: string, ofMain: string, more: string) => string]>([
		['altered', (base, ofMain, more) => base.replace('ann', 'bob') + ofMain + more],
		['altered by a space', (base, ofMain, more) => base + ofMain.replace('{', '{ ') + more],
		['left out', (base, _, more) => base + more],
		['in another order', (base, ofMain, more) => ofMain + base + more],
	])('is told of where an older line is %s', (_, text) => {
		const { repository, base, ofSide, ofMain, changed } = twoBranches();
		repository.commit('2024-02-04', { [file]: text(base, ofMain, ofSide) });
		expect(changed()).toContain(`${file} was changed by`);
	});

	it('is told of where a line is lengthened that had no end', () => {
		const { repository, base, changed } = twoBranches();
		repository.commit('2024-02-04', { 'records/training/bob/2024.jsonl': base.trimEnd() });
		repository.commit('2024-02-05', { 'records/training/bob/2024.jsonl': `${base.trimEnd()} ,\n` });
		expect(changed()).toContain('records/training/bob/2024.jsonl was changed by');
	});

	it('is told of in a run, whose lines lean on each other', () => {
		const { repository, base, ofSide, ofMain, changed } = twoBranches(runs);
		expect(changed()).toBe('');
		repository.commit('2024-02-04', { [runs]: base + ofSide + ofMain });
		expect(changed()).toContain(`${runs} was changed by`);
	});
});
