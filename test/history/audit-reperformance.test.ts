import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { integrity } from '../../src/audit/sections/integrity.ts';
import { lateKnowledge } from '../../src/audit/sections/late-knowledge.ts';
import { limits } from '../../src/audit/sections/limits.ts';
import { obsolete } from '../../src/audit/sections/obsolete.ts';
import { mainlineOf, positionAt } from '../../src/model/history/mainline.ts';
import { at, auditedInput, documentOf, recordOf, textOf, versionOf } from '../support/audited.ts';
import { emptyRepository, sopText } from '../support/history-repository.ts';

// What a packet says that git prints is held against what git prints.
describe('the commands that re-perform a list', () => {
	it('print what the packet says, with merges, a branch and commits outside the period', () => {
		const repository = emptyRepository();
		repository.commit('2025-11-03', { 'sops/a.sop.yaml': sopText() });
		repository.branch('draft').commit('2026-01-05', { 'sops/a.sop.yaml': sopText({ version: '1.1' }) });
		repository.commit('2026-01-06', { 'sops/b.sop.yaml': sopText({ id: 'SOP-FIN-901' }) });
		repository.to('main').commit('2026-01-20', { 'notes.txt': 'a' });
		const merged = repository.merge('2026-02-10', 'draft');
		const approved = repository.commit('2026-02-28', { 'records/approvals/x.yaml': 'a: 1\n' });
		repository.commit('2026-06-01', { 'sops/a.sop.yaml': sopText({ version: '2.0' }) });

		const chain = repository.git('log', '--first-parent', '--reverse', '--format=%H %ct').split('\n');
		const ids = chain.map((line) => line.split(' ')[0] ?? '');
		const dates = chain.map((line) => Number(line.split(' ')[1]));
		const mainline = mainlineOf(
			{
				length: ids.length,
				idAt: (position) => ids[position] ?? '',
				dates: () => dates,
			},
			{ now: { atLeast: 0 } },
		);
		const { period } = auditedInput();
		const text = textOf(sopText({ version: '1.1' }));
		const version = versionOf('1.1', '2026-02-10', {
			commit: merged,
			blob: repository.git('rev-parse', `${merged}:sops/a.sop.yaml`),
			end: at('2026-03-01'),
			endedBy: 'higher number',
		});
		const input = auditedInput({
			mainline,
			positions: {
				opening: positionAt(mainline, period.start - 1),
				closing: positionAt(mainline, period.end),
				known: ids.length - 1,
			},
			documents: [documentOf('SOP-FIN-900', { versions: [{ version, text }] })],
			records: {
				approvals: [
					recordOf(
						'approvals',
						'2026-02-28',
						{ document: 'SOP-FIN-900', at: '2026-02-01T09:00:00Z' },
						{ commit: approved },
					),
				],
			},
		});
		const found = {
			objectFormat: 'sha1',
			head: ids.at(-1) ?? '',
			begin: ids[0] ?? null,
			isShallow: false,
			isPartial: false,
			lostRecords: [],
			fsck: { ran: true, problems: [] },
			predecessor: null,
		} as const;
		const sections = [integrity(input, found), limits(input), obsolete(input), lateKnowledge(input)];
		const all = sections
			.flatMap(({ lists }) => lists.flatMap(({ reperform }) => reperform))
			.filter(({ command }) => command.startsWith('git '));
		expect(all.map(({ command }) => command.split(' ').slice(0, 2).join(' '))).toEqual([
			'git rev-list',
			'git rev-list',
			'git log',
			'git ls-tree',
			'git show',
		]);
		const printed = all.map(({ command }) => {
			const { stdout, status } = spawnSync('sh', ['-c', command], {
				cwd: repository.folder,
				encoding: 'utf8',
			});
			return status === 0 ? stdout.replace(/\n$/, '') : `exit ${status}`;
		});
		expect(printed).toEqual(all.map(({ gives }) => gives));
		expect(printed[0]).toBe('3');
	});
});
