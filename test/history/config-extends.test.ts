import { describe, expect, it } from 'vitest';
import {
	configText,
	emptyRepository,
	libraryRepository,
	sopId,
	sopText,
} from '../support/history-repository.ts';

describe('a config of the past', () => {
	it('is read with what it extends at the same commit, not with what that says today', () => {
		const repository = emptyRepository();
		repository.commit('2024-01-02', {
			'sop.config.yaml': configText('extends: ./house/rules.yaml\n'),
			'house/rules.yaml': 'format: 1\nextends: zone.yaml\n',
			'house/zone.yaml': 'format: 1\ntimezone: Pacific/Auckland\nadopted: 2024-01-05\n',
			'a.sop.yaml': sopText(),
		});
		expect(repository.inForce('2024-01-04')).toBe(
			'not evaluated: before the library was adopted (2024-01-05)',
		);
		expect(repository.show(sopId, '--on', '2024-01-06').from).toBe('2024-01-04T11:00:00Z');
		// The working tree decides nothing, and only the file that is extended changes.
		repository.write({ 'house/zone.yaml': 'format: 1\napprovals: required\n' });
		expect(repository.inForce('2024-01-06')).toBe('1.0');
		const changed = repository.commit('2024-02-01');
		expect(repository.inForce('2024-01-10', '--known', `${changed}`.slice(0, 12))).toBe('1.0');
		// From here on a new text needs signatures.
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: '1.1', status: 'draft' });
		expect(repository.show(sopId, '--as-of', '2024-01-10')).toMatchObject({ inForce: true });
	});

	it('counts as unreadable where what it extends is not there, and the one before it holds', () => {
		const repository = libraryRepository('timezone: Asia/Tokyo\nadopted: 2024-01-05\n');
		repository.commit('2024-02-01', { 'sop.config.yaml': configText('extends: nowhere.yaml\n') });
		repository.commit('2024-02-02', { 'sop.config.yaml': configText('extends: sop.config.yaml\n') });
		repository.commit('2024-02-03', { 'sop.config.yaml': configText('extends: ../../outside.yaml\n') });
		// Today's config cannot be opened either, and says so; an older one stands in the files here.
		repository.write({ 'sop.config.yaml': configText() });
		expect(repository.show(sopId, '--on', '2024-03-01')).toMatchObject({
			inForce: true,
			from: '2024-01-04T15:00:00Z',
		});
	});

	it('holds from when what it extends comes to the mainline', () => {
		const repository = libraryRepository('timezone: Asia/Tokyo\n');
		repository.commit('2024-02-01', { 'sop.config.yaml': configText('extends: house/late.yaml\n') });
		repository.commit('2024-03-01', { 'house/late.yaml': 'format: 1\napprovals: required\n' });
		repository.commit('2024-04-01', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		expect(repository.register()).toEqual({ inForce: '1.0', stands: '1.1', status: 'draft' });
	});

	it('follows links inside the repository', () => {
		const repository = emptyRepository();
		repository.write({ 'house/adopted.yaml': 'format: 1\nadopted: 2024-01-05\n' });
		repository.git('config', 'core.symlinks', 'true');
		repository.write({ 'sop.config.yaml': configText('extends: link.yaml\n'), 'a.sop.yaml': sopText() });
		repository.link('link.yaml', 'house/adopted.yaml');
		repository.commit('2024-01-02');
		expect(repository.inForce('2024-01-04')).toContain('adopted');
	});

	it('decides what lint holds against it: the id of the library and looser settings', () => {
		const repository = emptyRepository();
		repository.commit('2024-01-02', {
			'sop.config.yaml': 'format: 1\nextends: house.yaml\n',
			'house.yaml': configText('preset: strict\n'),
			'a.sop.yaml': sopText(),
		});
		const found = () =>
			JSON.parse(repository.sop('lint', '--rule', 'config', '--format', 'json').stdout).findings.map(
				({ rule, message }: { rule: string; message: string }) => `${rule}: ${message}`,
			);
		expect(found()).toEqual([]);
		repository.write({ 'house.yaml': configText('preset: minimal\n') });
		expect(found()).toEqual(['config/loosened: The preset is minimal, where main says strict']);
		repository.write({ 'house.yaml': configText().replace('3f1b', '4f1b') });
		expect(found()).toEqual([
			expect.stringContaining('config/library-changed'),
			'config/loosened: The preset is recommended, where main says strict',
		]);
	});
});
