import { describe, expect, it } from 'vitest';
import { runSop } from '../support/run-sop.ts';
import { commitAll, smallSop, temporaryLibrary } from '../support/temporary-library.ts';

describe('sop due', () => {
	it('counts the interval from the day a document came into force, and ends with 1 where one is overdue', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		commitAll(folder);
		const ask = (...words: string[]) => runSop(folder, 'due', '--format', 'json', ...words);
		const from = JSON.parse(runSop(folder, 'list', '--format', 'json').stdout).documents[0].inForce.from as string;
		const day = `${Number(from.slice(0, 4)) + 1}${from.slice(4, 10)}`;
		const soon = ask('--within', '2 years');
		expect(soon.code).toBe(0);
		expect(JSON.parse(soon.stdout).due).toMatchObject([{ due: day, when: 'due', id: 'SOP-FIN-900', owner: 'controller' }]);
		expect(JSON.parse(ask('--within', '1 day').stdout).due).toEqual([]);
		const later = ask('--on', `${Number(day.slice(0, 4)) + 1}-01-01`);
		expect(later.code).toBe(1);
		expect(JSON.parse(later.stdout).due).toMatchObject([{ due: day, when: 'overdue' }]);
	});

	it('is not evaluated without history, and nothing is due of what nobody approved', () => {
		expect(runSop(temporaryLibrary({ 'a.sop.yaml': smallSop }), 'due')).toMatchObject({ code: 3, stdout: '' });
		const config = 'format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\napprovals: required\n';
		const folder = temporaryLibrary({ 'sop.config.yaml': config, 'a.sop.yaml': smallSop });
		commitAll(folder);
		const { code, stdout } = runSop(folder, 'due');
		expect(code).toBe(0);
		expect(stdout).toContain('Nothing falls due');
	});
});
