import { describe, expect, it } from 'vitest';
import { libraryRepository, sopId, sopText } from '../support/history-repository.ts';

describe('a library without approvals', () => {
	const repeated = (text: string) => text.match(/[Ll]ibrary without approvals/g)?.length ?? 0;

	it('says so once in each answer, and in JSON', () => {
		const repository = libraryRepository('defaults: { review: 1 year }\n');
		repository.commit('2024-01-10', { 'a.sop.yaml': sopText({ version: '2.0', effective: '2030-01-01' }) });
		for (const call of [
			['list'],
			['show', sopId],
			['show', sopId, '--why'],
			['show', sopId, '--on', '2023-01-01'],
			['history', sopId],
			['due'],
		]) {
			const { stdout, stderr } = repository.sop(...call);
			expect(repeated(`${stdout}${stderr}`), call.join(' ')).toBe(1);
			const { approvals } = JSON.parse(repository.sop(...call, '--format', 'json').stdout);
			expect(approvals, call.join(' ')).toBe('none');
		}
	});

	it('is not what one with approvals is called', () => {
		const repository = libraryRepository('approvals: required\n');
		for (const call of [['list'], ['show', sopId, '--why'], ['history', sopId], ['due']]) {
			const { stdout, stderr } = repository.sop(...call);
			expect(repeated(`${stdout}${stderr}`), call.join(' ')).toBe(0);
			expect(repository.sop(...call, '--format', 'json').stdout).toContain('"approvals": "needed"');
		}
	});
});

describe('words that people understand', () => {
	it('tell how far away a review is', () => {
		const when = (day: string) => {
			const repository = libraryRepository('defaults: { review: 1 year }\n');
			const { stdout } = repository.sop('due', '--on', day);
			const json = JSON.parse(repository.sop('due', '--on', day, '--format', 'json').stdout);
			return [stdout.split('\n')[1]?.slice(12).split('  ')[0], json.due[0].when, json.due[0].days];
		};
		expect(when('2024-12-03')).toEqual(['in 30 days', 'due', 30]);
		expect(when('2025-01-01')).toEqual(['in 1 day', 'due', 1]);
		expect(when('2025-01-02')).toEqual(['today', 'due', 0]);
		expect(when('2025-01-03')).toEqual(['1 day ago', 'overdue', -1]);
	});

	it('tell that other branches were looked at and have nothing', () => {
		const repository = libraryRepository();
		const said = () => repository.sop('lint', '--branches').stderr;
		expect(said()).toBe('No other branch here has anything that this one has not.\n');
		repository.branch('side').commit('2024-02-01', { 'b.sop.yaml': sopText({ id: 'SOP-FIN-901' }) });
		repository.to('main');
		expect(said()).toBe(
			'One other branch looked at: no id of this library stands there for another document.\n',
		);
		repository.write({ 'c.sop.yaml': sopText({ id: 'SOP-FIN-901' }) });
		expect(said()).toBe('');
		expect(repository.sop('lint', '--branches', '--quiet').stderr).toBe('');
	});
});
