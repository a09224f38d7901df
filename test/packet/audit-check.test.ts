import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { approvedLibrary } from '../support/approvals-library.ts';
import { auditedLibrary } from '../support/audited-library.ts';
import type { HistoryRepository } from '../support/history-repository.ts';
import { checksIn, madeFolder, quarter, repositoryOfFile } from '../support/made-packets.ts';

interface Row {
	readonly check: string;
	readonly result: string;
	readonly cause: string | null;
	readonly cure: string | null;
}

describe('sop audit --check', () => {
	let repository: HistoryRepository;

	beforeAll(() => {
		({ repository } = auditedLibrary(repositoryOfFile()));
	}, 60_000);

	const everything = () =>
		[dirname(repository.folder), repository.folder, repository.home].flatMap((folder) =>
			readdirSync(folder, { recursive: folder !== dirname(repository.folder) }).map(String),
		);

	it('writes nothing, ends with 1 where something does not hold, and says of each what and why', () => {
		const before = everything();
		const { code, stdout, stderr } = repository.sop('audit', ...quarter, '--check', '--format', 'json');
		expect(everything()).toEqual(before);
		expect(code).toBe(1);
		const told: { readonly checks: readonly Row[] } = JSON.parse(stdout);
		const results = new Set(told.checks.map(({ result }) => result));
		expect(results).toEqual(new Set(['holds', 'does not hold', 'not evaluated']));
		for (const { check, result, cause, cure } of told.checks)
			if (result === 'not evaluated') {
				expect(cause, check).toMatch(/\S/);
				// Where nothing occurred there is nothing to cure.
				if (cause !== 'nothing of the kind occurred in the period') expect(cure, check).toMatch(/\S/);
			}
		expect(stderr).not.toContain('The packet is');
	});

	it('has the checks that the packet has, with the same answers', () => {
		const told: { readonly checks: readonly Row[] } = JSON.parse(
			repository.sop('audit', ...quarter, '--check', '--format', 'json').stdout,
		);
		const packet = checksIn(madeFolder(repository, 'packet').files);
		expect(new Map(told.checks.map(({ check, result }) => [check, result]))).toEqual(
			new Map([...packet].map(([name, { result }]) => [name, result])),
		);
		expect(told.checks).toHaveLength(packet.size);
		expect(packet.size).toBeGreaterThan(80);
	});

	it('is about the days asked for, whatever the library has come to since', () => {
		const library = approvedLibrary({ repository: repositoryOfFile() });
		library.write('2024-04-20', { version: '1.1', wording: 'Enter it twice.' });
		const approved = library.repository;
		const result = (from: string, to: string, name: string) => {
			const words = ['audit', '--from', from, '--to', to, '--check', '--format', 'json'];
			const told: { readonly checks: readonly Row[] } = JSON.parse(approved.sop(...words).stdout);
			return told.checks.find(({ check }) => check === name)?.result;
		};
		expect(result('2024-01-01', '2024-03-31', 'approvals/complete')).toBe('holds');
		expect(result('2023-01-01', '2023-03-31', 'approvals/complete')).toBe('not evaluated');
	});
});
