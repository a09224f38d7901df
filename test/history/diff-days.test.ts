import { describe, expect, it } from 'vitest';
import { libraryRepository, sopId, sopText } from '../support/history-repository.ts';

describe('sop diff between two days', () => {
	/** 1.0 since 2 January; 1.1 committed in January for 1 March; 1.2 on a branch alone. */
	function library() {
		const repository = libraryRepository('timezone: Asia/Tokyo\n');
		repository.commit('2024-01-20', { 'a.sop.yaml': sopText({ version: '1.1', effective: '2024-03-01' }) });
		repository.branch('side').commit('2024-02-01', { 'a.sop.yaml': sopText({ version: '1.2' }) });
		return repository.to('main');
	}

	it('compares what was in force on them, not what was committed by then', () => {
		const repository = library();
		const sides = (...words: readonly string[]) => {
			const { code, stdout, stderr } = repository.sop('diff', sopId, ...words, '--format', 'json');
			if (code !== 0) return stderr;
			const { from, to } = JSON.parse(stdout);
			return [from, to].map(({ label, version }) => `${label}: ${version}`);
		};
		expect(sides('2024-02-28', '2024-03-01')).toEqual([
			'in force on 2024-02-28: 1.0',
			'in force on 2024-03-01: 1.1',
		]);
		// Today is now, a day to come is its end.
		expect(sides('2025-01-01', '2030-01-01')).toEqual([
			'in force on 2025-01-01: 1.1',
			'in force on 2030-01-01: 1.1',
		]);
		expect(sides('2024-01-31')).toEqual(['in force on 2024-01-31: 1.0', 'the file here: 1.1']);
		expect(sides('1.1', '2024-01-31')).toEqual(['main: 1.1', 'in force on 2024-01-31: 1.0']);
	});

	it('says on which day nothing was in force, or why that cannot be told', () => {
		const repository = library();
		const refused = (day: string) => {
			const { code, stdout, stderr } = repository.sop('diff', sopId, day, '2024-03-01');
			expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
			return stderr;
		};
		expect(refused('2024-01-01')).toBe(
			`sop: ${sopId} has no version in force on 2024-01-01: not evaluated: before the record begins: the first document came to git on 2024-01-02\nsop history ${sopId} lists its versions; the record begins on 2024-01-02.\n`,
		);
		expect(refused('2024-02-30')).toContain('"2024-02-30" is neither a version');
	});
});
