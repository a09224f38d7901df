import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/packet/manifest.ts';
import { auditedLibrary } from '../support/audited-library.ts';
import type { HistoryRepository } from '../support/history-repository.ts';
import {
	beside,
	checksIn,
	filesBelow,
	type MadePacket,
	madeFolder,
	madeZip,
	quarter,
	repositoryOfFile,
	textIn,
} from '../support/made-packets.ts';

const name = 'integrity/mainline-continuous';

describe('a chain of packets', () => {
	let repository: HistoryRepository;
	let first: MadePacket;
	let hash: string;

	beforeAll(() => {
		({ repository } = auditedLibrary(repositoryOfFile()));
		first = madeFolder(repository, 'first');
		hash = sha256(textIn(first.files, 'MANIFEST.sha256'));
	}, 60_000);

	/** The packet of the second quarter after the first one. */
	const second = (from: HistoryRepository, place: string, previous = first.path) => {
		const path = beside(repository, place);
		const period = ['--from', '2026-04-01', '--to', '2026-06-30'];
		const { code, stderr } = from.sop('audit', ...period, '--out', path, '--previous', previous);
		expect([0, 1], stderr).toContain(code);
		const files = filesBelow(path);
		return { path, files, basis: JSON.parse(textIn(files, 'basis.json')), check: checksIn(files).get(name) };
	};
	const copy = (place: string) => {
		const clone = repository.another(place, 'clone', '--quiet', '.', 'FOLDER');
		clone.git('remote', 'remove', 'origin');
		return clone;
	};

	it('begins with one that says so', () => {
		expect(JSON.parse(textIn(first.files, 'basis.json'))).toMatchObject({ previous: null });
		expect(checksIn(first.files).get(name)).toMatchObject({
			result: 'not evaluated',
			cause: 'no earlier packet was given',
		});
		expect(first.said.stderr).toContain(`Its hash (SHA-256 of MANIFEST.sha256): ${hash}`);
	});

	it('goes on with one that names the hash and the head of the one before', () => {
		const later = copy('later');
		later.commit('2026-04-20', { 'b.txt': 'b' });
		const { path, basis, check, files } = second(later, 'second');
		expect(basis.previous).toEqual({ manifestSha256: hash, head: repository.id() });
		expect(basis.head).toBe(later.id());
		expect(check).toMatchObject({ result: 'holds' });
		expect(textIn(files, 'index.html')).toContain(hash);
		expect(later.sop('verify', path, '--previous', hash).code).toBe(0);
		expect(later.sop('verify', path, '--previous', hash.replace(/^./, 'g')).code).toBe(2);
		expect(later.sop('verify', path, '--previous', '0'.repeat(64)).code).toBe(1);
		// A ZIP of the first one is the same link.
		const zip = madeZip(repository, 'first.zip');
		expect(second(later, 'after zip', zip.path).basis.previous).toEqual(basis.previous);
	});

	it('does not go on over a history that was rewritten, or a mainline that was replaced', () => {
		const rewritten = copy('rewritten');
		rewritten.gitAt('2026-04-02', 'commit', '--quiet', '--amend', '--message', 'Another message');
		const foxtrot = copy('foxtrot');
		foxtrot.branch('side', 'HEAD~1');
		foxtrot.commit('2026-04-01', { 'b.txt': 'b' });
		foxtrot.merge('2026-04-02', 'main');
		foxtrot.git('branch', '--force', 'main', 'side');
		for (const [place, from] of Object.entries({ rewritten, foxtrot })) {
			const { check, basis } = second(from, `after ${place}`);
			expect(check).toMatchObject({ result: 'does not hold' });
			expect(check?.items[0]).toMatchObject({ key: repository.id(), result: 'does not hold' });
			expect(basis.previous.manifestSha256).toBe(hash);
		}
	});

	it('takes nothing for a packet that is none', () => {
		const path = beside(repository, 'never');
		const refused = (previous: string) =>
			repository.sop('audit', ...quarter, '--out', path, '--previous', previous);
		expect(refused(repository.folder)).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('is no packet'),
		});
		expect(refused(beside(repository, 'absent'))).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('There is no packet at'),
		});
		const file = beside(repository, 'no.zip');
		writeFileSync(file, readFileSync(`${first.path}/index.html`));
		expect(refused(file).stderr).toContain('is refused as a packet');
		expect(() => readFileSync(path)).toThrow('ENOENT');
	});
});
