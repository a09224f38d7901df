import { beforeAll, describe, expect, it } from 'vitest';
import { canary, internalNote, restrictedId } from '../support/audited-library.ts';
import type { HistoryRepository } from '../support/history-repository.ts';
import { confidentialCanary, confidentialId, hostileLibrary } from '../support/hostile-library.ts';
import {
	checksIn,
	differences,
	listIn,
	type MadePacket,
	madeFolder,
	madeZip,
	placesOf,
	repositoryOfFile,
	textIn,
} from '../support/made-packets.ts';

describe('what is classified higher than a packet may tell', () => {
	let repository: HistoryRepository;
	let whole: MadePacket;

	beforeAll(() => {
		({ repository } = hostileLibrary(repositoryOfFile()));
		whole = madeFolder(repository, 'whole');
	}, 60_000);

	it('is in a packet without a limit, in all the places that the tests below look at', () => {
		for (const word of [canary, confidentialCanary]) {
			const places = placesOf(whole.files, word);
			expect(places.length, word).toBeGreaterThan(15);
		}
		const places = placesOf(whole.files, confidentialCanary).join('\n');
		for (const place of [
			'changes/SOP-FIN-555/1.0..2.0.html',
			'data/changes.json',
			'data/exceptions.json',
			'data/findings.json',
			'data/silenced.json',
			'data/late-knowledge.json',
			'data/reviews.json',
			'findings.sarif',
			'records/exceptions/SOP-FIN-555/',
			'sections/A-3-late-knowledge.html',
		])
			expect(places).toContain(place);
	});

	it.each([
		['internal', [canary, confidentialCanary]],
		['confidential', [canary]],
	] as const)('stands nowhere below --max-classification %s, folder and ZIP alike', (limit, words) => {
		const folder = madeFolder(repository, `of ${limit}`, '--max-classification', limit);
		for (const word of words) {
			expect(placesOf(folder.files, word)).toEqual([]);
			expect(folder.said.stdout + folder.said.stderr).not.toContain(word);
		}
		const zip = madeZip(repository, `of ${limit}.zip`, '--max-classification', limit);
		expect(differences(folder.files, zip.files)).toEqual([]);
	});

	it('stays in every count, by its id, digests and results', () => {
		const { files } = madeFolder(repository, 'counted', '--max-classification', 'internal');
		for (const name of ['documents', 'document-set', 'approvals', 'exceptions', 'late-knowledge', 'changes'])
			expect(listIn(files, name).rows, name).toHaveLength(listIn(whole.files, name).rows.length);
		const [all, limited] = [checksIn(whole.files), checksIn(files)];
		for (const [name, { result, counts }] of all) {
			expect({ name, ...limited.get(name) }).toMatchObject({ name, result, counts });
		}
		for (const id of [restrictedId, confidentialId]) {
			const of = (packet: MadePacket['files']) =>
				listIn(packet, 'document-set').rows.filter((row) => row['document'] === id);
			expect(of(files)).not.toEqual([]);
			for (const [at, row] of of(files).entries()) {
				expect(row['digest']).toMatch(/^sha256:[0-9a-f]{64}$/);
				expect(row).toMatchObject({ withheld: 'classification' });
				expect(row['digest']).toBe(of(whole.files)[at]?.['digest']);
			}
			expect([...files.keys()].filter((path) => path.includes(id))).toEqual([]);
		}
	});

	it('is not even called by its id with --opaque-ids', () => {
		const { files, said } = madeFolder(
			repository,
			'opaque',
			'--max-classification',
			'internal',
			'--opaque-ids',
		);
		for (const word of [restrictedId, confidentialId, canary, confidentialCanary])
			expect(placesOf(files, word), word).toEqual([]);
		expect(said.stdout + said.stderr).not.toMatch(/SOP-FIN-(?:555|666)/);
		expect(listIn(files, 'documents').rows.map((row) => row['document'])).toEqual(
			expect.arrayContaining(['withheld-0001', 'withheld-0002', 'SOP-FIN-900']),
		);
	});

	it('has its comments left out --as-auditor, and its text not', () => {
		const { files } = madeFolder(repository, 'auditor', '--as-auditor');
		expect(placesOf(files, `${canary} comment`)).toEqual([]);
		expect(placesOf(files, internalNote)).toEqual([]);
		expect(textIn(files, 'policy/closing/sop.config.yaml.canonical.json')).toContain(
			'"approvals":"required"',
		);
		expect(textIn(files, 'documents/SOP-FIN-666/SOP-FIN-666@1.0.html')).toContain(canary);
	});
});
