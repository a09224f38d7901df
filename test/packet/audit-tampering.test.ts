import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { manifestName, manifestText, sha256, signatureName } from '../../src/packet/manifest.ts';
import { keyOf } from '../support/approvals-library.ts';
import { auditedLibrary } from '../support/audited-library.ts';
import type { HistoryRepository } from '../support/history-repository.ts';
import { beside, type Files, madeFolder, repositoryOfFile } from '../support/made-packets.ts';
import { signedBySsh } from '../support/signing.ts';

interface Verified {
	readonly result: string;
	readonly packet: { readonly hash: string };
	readonly checks: readonly {
		readonly name: string;
		readonly result: string;
		readonly detail: string;
		readonly files: readonly string[];
	}[];
}

describe('a signed packet that somebody changed', () => {
	let repository: HistoryRepository;
	let path: string;
	let files: Files;
	let trust: string;
	/** A folder without a repository: what is found there comes from the packet alone. */
	let elsewhere: HistoryRepository;

	beforeAll(() => {
		({ repository } = auditedLibrary(repositoryOfFile()));
		({ path, files } = madeFolder(repository, 'packet', '--sign', keyOf('q.lead').file));
		trust = beside(repository, 'signers');
		writeFileSync(trust, `q.lead@acme.example namespaces="sop-packet" ${keyOf('q.lead').line}\n`);
		elsewhere = repositoryOfFile();
		rmSync(join(elsewhere.folder, '.git'), { recursive: true });
	}, 60_000);

	const verify = (at: HistoryRepository, ...words: readonly string[]) => {
		const { code, stdout, stderr } = at.sop('verify', path, '--trust', trust, '--format', 'json', ...words);
		expect(stdout, stderr).not.toBe('');
		const verified: Verified = JSON.parse(stdout);
		const check = (name: string) => verified.checks.find((one) => one.name === name);
		const failing = verified.checks.filter(({ result }) => result === 'does not hold');
		return { code, verified, check, failing };
	};
	const restore = () => {
		rmSync(path, { recursive: true });
		for (const [name, bytes] of files) put(name, bytes);
	};
	const put = (name: string, bytes: Uint8Array) => {
		mkdirSync(dirname(join(path, name)), { recursive: true });
		writeFileSync(join(path, name), bytes);
	};
	/** Writes the manifest that fits what was put. */
	const reseal = (changed: ReadonlyMap<string, Uint8Array>) => {
		const all = new Map([...files, ...changed]);
		for (const name of [manifestName, signatureName]) all.delete(name);
		const manifest = manifestText(new Map([...all].map(([name, bytes]) => [name, sha256(bytes)])));
		for (const [name, bytes] of changed) put(name, bytes);
		put(manifestName, Buffer.from(manifest));
		return manifest;
	};

	it('is whole, and signed by whom its reader trusts, before that', () => {
		expect(verify(elsewhere)).toMatchObject({ code: 0, failing: [] });
		const { code, check } = verify(repository);
		expect({
			code,
			signed: check('signature/holds')?.result,
			head: check('repository/head')?.result,
		}).toEqual({
			code: 0,
			signed: 'holds',
			head: 'holds',
		});
		expect(check('repository/documents')?.result).toBe('holds');
		expect(check('manifest/complete')?.result).toBe('holds');
	});

	it('is told by name of each file that was changed, removed or renamed, and of what was added', () => {
		for (const [name, bytes] of files) {
			const flipped = Buffer.from(bytes);
			flipped[Math.floor(flipped.length / 2)] = (flipped[Math.floor(flipped.length / 2)] ?? 0) ^ 1;
			put(name, flipped);
			expect(told(name), `${name} changed`).toBe(true);
			rmSync(join(path, name));
			// Without the manifest nobody can tell what was added, and without the signature nothing else is missing.
			const moved = `${name}.moved`;
			if (name !== manifestName) put(moved, bytes);
			const named = name === manifestName ? [name] : name === signatureName ? [moved] : [name, moved];
			expect(told(...named), `${name} renamed`).toBe(true);
			rmSync(join(path, moved), { force: true });
			put(name, bytes);
		}
		for (const name of ['added.html', 'records/approvals/x.yaml', '.hidden', 'data/ checks.json']) {
			put(name, Buffer.from('added'));
			expect(told(name), `${name} added`).toBe(true);
			rmSync(join(path, name));
		}
		expect(verify(elsewhere).code).toBe(0);
	});

	/** Whether the packet fails, and checks that fail name each of the files. */
	function told(...names: readonly string[]): boolean {
		const { code, failing } = verify(elsewhere);
		return (
			code === 1 &&
			names.every((name) =>
				failing.some(({ files: of, detail }) => of.includes(name) || detail.includes(name)),
			)
		);
	}

	it('is caught by its signature where the manifest was made anew, and by its lists where they disagree', () => {
		const checks = Buffer.from(
			files.get('data/checks.json')?.toString().replaceAll('does not hold', 'holds') ?? '',
		);
		const manifest = reseal(new Map([['data/checks.json', checks]]));
		const { code, check } = verify(elsewhere);
		expect(code).toBe(1);
		expect(check('manifest/complete')?.result).toBe('holds');
		expect(check('signature/holds')?.result).toBe('does not hold');
		// Signed by a stranger, or by one whom the reader trusts for something else.
		put(signatureName, Buffer.from(signedBySsh(keyOf('i.tern').file, manifest, 'sop-packet')));
		expect(verify(elsewhere).check('signature/holds')?.result).toBe('does not hold');
		put(signatureName, Buffer.from(signedBySsh(keyOf('q.lead').file, manifest, 'sop-approval')));
		expect(verify(elsewhere).check('signature/holds')?.result).toBe('does not hold');
		// Even the maker's own signature does not make lists agree that do not.
		put(signatureName, Buffer.from(signedBySsh(keyOf('q.lead').file, manifest, 'sop-packet')));
		expect(verify(elsewhere).failing.map(({ name }) => name)).toEqual(['lists/hashes']);
		rmSync(join(path, signatureName));
		expect(verify(elsewhere).failing.map(({ name }) => name)).toContain('signature/holds');
		restore();
	});

	it('is caught where a source, a canonical text or a record was changed and all was sealed again', () => {
		const source = 'documents/SOP-FIN-900/SOP-FIN-900@1.0.yaml';
		const record = [...files.keys()].find((name) =>
			/^records\/approvals\/SOP-FIN-900\/1\.0\/.*\.yaml$/.test(name),
		);
		const change = (name: string, from: string, to: string) => {
			const before = files.get(name)?.toString() ?? '';
			expect(before).toContain(from);
			const manifest = reseal(new Map([[name, Buffer.from(before.replace(from, to))]]));
			put(signatureName, Buffer.from(signedBySsh(keyOf('q.lead').file, manifest, 'sop-packet')));
			const { code, failing } = verify(repository);
			restore();
			return { code, failing: failing.map((one) => one.name) };
		};
		const enter = 'Enter the invoice and its amount.';
		expect(change(source, enter, 'Burn the invoice.')).toEqual({
			code: 1,
			failing: expect.arrayContaining(['documents/canonical', 'repository/documents']),
		});
		expect(change(source.replace('.yaml', '.canonical.json'), enter, 'Burn the invoice.')).toEqual({
			code: 1,
			failing: expect.arrayContaining(['documents/canonical']),
		});
		expect(change(record ?? '', 'digest: sha256:', 'digest: sha256:0')).toMatchObject({ code: 1 });
		const signed = record?.replace('.yaml', '.signed.json') ?? '';
		expect(change(signed, '"meaning":"', '"meaning":"not ')).toEqual({
			code: 1,
			failing: expect.arrayContaining(['records/signed-text']),
		});
	});

	it('is told of a history that was rewritten, a mainline that was replaced, and a commit that is gone', () => {
		const head = repository.id();
		const at = (name: string) => repository.another(name, 'clone', '--quiet', '.', 'FOLDER');
		const headOf = (clone: HistoryRepository) => {
			const { code, check } = verify(clone);
			return { code, ...check('repository/head') };
		};
		// Rewritten: the commit is still in the repository, as git keeps what was.
		const rewritten = at('rewritten');
		rewritten.git('remote', 'remove', 'origin');
		rewritten.git('commit', '--quiet', '--amend', '--message', 'Another message');
		expect(headOf(rewritten)).toMatchObject({
			code: 1,
			result: 'does not hold',
			detail: expect.stringContaining('rewritten'),
		});
		// Gone.
		rewritten.git('reflog', 'expire', '--expire=now', '--all');
		rewritten.git('gc', '--quiet', '--prune=now');
		expect(headOf(rewritten)).toMatchObject({
			code: 0,
			result: 'not evaluated',
			detail: expect.stringContaining(`the commit ${head} is not here`),
		});
		// A merge the wrong way round, then a fast-forward: the commit is in the history, and not on the mainline.
		const foxtrot = at('foxtrot');
		foxtrot.git('remote', 'remove', 'origin');
		foxtrot.branch('side', 'HEAD~1');
		foxtrot.commit('2026-04-01', { 'b.txt': 'b' });
		foxtrot.merge('2026-04-02', 'main');
		foxtrot.git('branch', '--force', 'main', 'side');
		foxtrot.to('main');
		expect(headOf(foxtrot)).toMatchObject({ code: 1, result: 'does not hold' });
		// What only went on is no change.
		const later = at('later');
		later.git('remote', 'remove', 'origin');
		later.commit('2026-04-03', { 'c.txt': 'c' });
		expect(headOf(later)).toMatchObject({ code: 0, result: 'holds' });
	});

	it('is told where it is asked for another commit or predecessor, or the whole was swapped', () => {
		expect(verify(repository, '--head', repository.id()).check('head/expected')?.result).toBe('holds');
		expect(verify(repository, '--head', repository.id('HEAD~1'))).toMatchObject({ code: 1 });
		expect(verify(repository, '--previous', '0'.repeat(64))).toMatchObject({ code: 1 });
		const kept = verify(repository).verified.packet.hash;
		const other = madeFolder(repository, 'other', '--id', 'SOP-FIN-900');
		renameSync(path, `${path}.kept`);
		cpSync(other.path, path, { recursive: true });
		const { check, verified } = verify(repository);
		expect(check('signature/holds')?.result).not.toBe('holds');
		expect(verified.packet.hash).not.toBe(kept);
		rmSync(path, { recursive: true });
		renameSync(`${path}.kept`, path);
	});
});
