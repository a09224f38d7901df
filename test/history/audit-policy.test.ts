import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditedPolicy } from '../../src/audit/audited-policy.ts';
import { policyFacts } from '../../src/cli/audit/policy/policy-facts.ts';
import { positionAt } from '../../src/model/history/mainline.ts';
import { endOfDay, startOfDay } from '../../src/model/zone.ts';
import { recordOf } from '../support/audited-repository.ts';
import {
	configText,
	type HistoryRepository,
	libraryRepository,
	sopText,
} from '../support/history-repository.ts';
import { makeKey } from '../support/signing.ts';

/** What the library asked of itself from February to the end of a day. */
async function policyOf(repository: HistoryRepository, to = '2024-06-30'): Promise<AuditedPolicy> {
	const record = await recordOf(repository);
	const start = startOfDay('2024-02-01', 'UTC') ?? 0;
	const end = endOfDay(to, 'UTC') ?? 0;
	const { mainline } = record.history;
	return policyFacts(record, {
		period: { from: '2024-02-01', to, start, end, zone: 'UTC' },
		positions: { opening: positionAt(mainline, start - 1), closing: positionAt(mainline, end) },
	});
}

const people = (...ids: readonly string[]) =>
	`format: 1\npeople:\n${ids.map((id) => `  - id: ${id}\n    addresses: [{ address: ${id}@acme.example }]\n`).join('')}`;

const told = ({ changes }: AuditedPolicy) =>
	changes.map(({ file, what, loosens, who }) => [
		file,
		what,
		loosens,
		who.map(({ person, name }) => person ?? name),
	]);

describe('the policy of a period', () => {
	it('tells each change of config, baseline and registers, by whom, and what it loosens', async () => {
		const repository = libraryRepository('', { wording: 'Enter the invoice, TBD.' });
		repository.commit('2024-01-20', { 'registers/people.yaml': people('jane.doe', 'max') });
		repository.identity = { name: 'Max', email: 'max@acme.example' };
		const config = repository.commit('2024-02-10', {
			'sop.config.yaml': configText('rules:\n  decisions/gap: off\n'),
			'a.sop.yaml': sopText({ version: '1.1', wording: 'Enter the invoice, TBD.' }),
		});
		repository.commit('2024-03-10', { 'registers/people.yaml': people('jane.doe') });
		expect(repository.sop('baseline').code).toBe(0);
		repository.commit('2024-04-10');
		repository.commit('2024-05-10', { 'sop.config.yaml': configText('preset: strict\n') });
		repository.commit('2024-07-10', { 'sop.config.yaml': configText('preset: minimal\n') });
		const found = await policyOf(repository);
		expect(told(found)).toEqual([
			[
				'sop.config.yaml',
				'changed',
				['decisions/gap is off, where the config before says nothing of it'],
				['max'],
			],
			[
				'registers/people.yaml',
				'changed',
				['lost person max', 'lost address max@acme.example of max'],
				['max'],
			],
			[
				'.sop-baseline.json',
				'added',
				expect.arrayContaining(['covers 1 more of document/placeholder']),
				['Max'],
			],
			['sop.config.yaml', 'changed', [], ['Max']],
		]);
		expect(found.changes[0]).toMatchObject({
			commit: config,
			diff: [
				'--- a/sop.config.yaml',
				'+++ b/sop.config.yaml',
				'@@ -1,2 +1,4 @@',
				' format: 1',
				' library: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92',
				'+rules:',
				'+  decisions/gap: off',
				'',
			].join('\n'),
		});
		expect(found.loosened).toEqual([]);
		expect(found.settings).toEqual([
			{
				setting: 'library',
				usual: null,
				opening: '3f1b0c6a9d4e4f7aa2c5d8e1b7064c92',
				closing: '3f1b0c6a9d4e4f7aa2c5d8e1b7064c92',
			},
			{ setting: 'preset', usual: 'recommended', opening: null, closing: 'strict' },
		]);
		expect(found.registers).toEqual(['registers/people.yaml']);
		expect(found.baselines.map(({ day }) => day)).toEqual(['2024-06-30']);
		expect(found.baselines[0]?.findings).toBeGreaterThan(0);
	});

	it('sees what a file loosens that the config extends, and that it was removed', async () => {
		const repository = libraryRepository();
		repository.commit('2024-01-10', {
			'sop.config.yaml': configText('extends: ./house.yaml\n'),
			'house.yaml': configText('approvals: required\n'),
		});
		const loosened = repository.commit('2024-03-10', { 'house.yaml': configText('approvals: none\n') });
		const removed = repository.commit('2024-04-10', { 'sop.config.yaml': null });
		const found = await policyOf(repository);
		expect(found.changes.map(({ commit, file, what }) => [commit, file, what])).toEqual([
			[loosened, 'house.yaml', 'changed'],
			[removed, 'sop.config.yaml', 'removed'],
		]);
		expect(found.changes[0]?.loosens).toEqual(['Approvals are none, where the config before says required']);
		expect(found.loosened).toEqual(['Approvals are auto, where the config before says required']);
	});

	it('tells words of the config to nobody who may not read what states no class', () => {
		const repository = libraryRepository('keeper: canary-3b7e\n');
		repository.commit('2024-03-10', {
			'sop.config.yaml': configText('keeper: canary-9d2c\n'),
		});
		const audit = (...words: readonly string[]) => {
			const call = [
				'audit',
				'--from',
				'2024-02-01',
				'--to',
				'2024-06-30',
				'--out',
				`../${words.length}`,
				...words,
			];
			expect(repository.sop(...call).stderr).toContain('The packet is');
			const folder = join(repository.home, '..', String(words.length));
			return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
				.filter((one) => one.isFile())
				.filter((one) => readFileSync(join(one.parentPath, one.name), 'utf8').includes('canary'))
				.map(({ name }) => name);
		};
		expect(audit()).toContain('policy-changes.json');
		expect(audit('--max-classification', 'public')).toEqual([]);
	});

	it('believes whose key has signed a change, where somebody else had entered it before', async () => {
		const repository = libraryRepository();
		const key = makeKey(repository.home);
		const jane = `  - id: jane\n    addresses: [{ address: jane.doe@acme.example }]\n    keys: [{ ssh: "${key.line}" }]\n`;
		const max = '  - id: max\n    addresses: [{ address: max@acme.example }]\n';
		repository.identity = { name: 'Max', email: 'max@acme.example' };
		repository.commit('2024-01-20', { 'registers/people.yaml': `format: 1\npeople:\n${jane}${max}` });
		repository.identity = { name: 'Jane Doe', email: 'jane.doe@acme.example' };
		repository.git('config', 'gpg.format', 'ssh');
		repository.git('config', 'user.signingKey', key.file);
		repository.git('config', 'commit.gpgSign', 'true');
		repository.commit('2024-03-10', { 'sop.config.yaml': configText('preset: strict\n') });
		// Another's name over one's own key proves nothing of that other.
		repository.identity = { name: 'Max', email: 'max@acme.example' };
		repository.commit('2024-04-10', { 'sop.config.yaml': configText() });
		const [first, second] = (await policyOf(repository)).changes;
		expect(first?.who).toMatchObject([{ person: 'jane', trust: 'commit-signed', cause: null }]);
		expect(second?.who).toMatchObject([{ person: 'max', trust: 'claimed' }]);
	});
});
