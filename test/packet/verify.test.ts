import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/model/digest.ts';
import { packetHash } from '../../src/packet/manifest.ts';
import { runMain, tempFolder } from '../support/run-main.ts';
import { makeKey, signedBySsh } from '../support/signing.ts';
import { type PacketContent, sealed, smallPacket, writeFolder, writeZip } from '../support/small-packet.ts';
import { temporaryFolder } from '../support/temporary-library.ts';

interface Answer {
	readonly format: number;
	readonly packet: { readonly path: string; readonly hash: string | null };
	readonly result: string;
	readonly checks: readonly {
		readonly name: string;
		readonly result: string;
		readonly detail: string;
		readonly files: readonly string[];
	}[];
}

/** Writes files as they are, past all that a sink would refuse. */
function laid(files: ReadonlyMap<string, Buffer>): string {
	const folder = temporaryFolder();
	for (const [path, bytes] of files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), bytes);
	}
	return folder;
}

async function verified(packet: string, ...words: readonly string[]) {
	const { code, stdout, stderr } = await runMain(
		['verify', packet, '--format', 'json', ...words],
		tempFolder(),
	);
	expect(stderr).toBe('');
	const answer: Answer = JSON.parse(stdout);
	const named = (name: string) => answer.checks.find((check) => check.name === name);
	return {
		code,
		answer,
		named,
		failed: answer.checks.filter(({ result }) => result === 'does not hold').map(({ name }) => name),
	};
}

/** A person whose key signs packets, with the file that trusts it. */
function signer(options = '') {
	const folder = temporaryFolder();
	const key = makeKey(folder, 'auditee');
	const trust = join(folder, 'signers');
	writeFileSync(trust, `auditee@acme.example ${options}${key.line}\n`);
	return { key: key.file, trust, line: key.line };
}

const ofPacket = [
	'manifest/readable',
	'manifest/complete',
	'basis/known',
	'signature/holds',
	'chain/previous',
	'head/expected',
	'lists/hashes',
	'documents/canonical',
	'records/agree',
	'records/signed-text',
];
const ofRepository = ['repository/head', 'repository/documents', 'repository/figures'];

describe('a packet as it was made', () => {
	it.each(['folder', 'zip'])('as %s holds, and its origin is not evaluated', async (kind) => {
		const path = join(temporaryFolder(), 'packet');
		const files = smallPacket();
		await (kind === 'zip' ? writeZip : writeFolder)(path, files);
		const { code, answer, failed } = await verified(path);
		expect({ code, failed }).toEqual({ code: 0, failed: [] });
		expect(answer.checks.map(({ name }) => name)).toEqual([...ofPacket, ...ofRepository]);
		expect(answer.checks.filter(({ result }) => result === 'holds').map(({ name }) => name)).toEqual([
			'manifest/readable',
			'manifest/complete',
			'basis/known',
			'lists/hashes',
			'documents/canonical',
			'records/agree',
			'records/signed-text',
		]);
		expect(answer).toMatchObject({
			format: 1,
			result: 'not evaluated',
			packet: { path, hash: packetHash(files.get('MANIFEST.sha256') ?? '') },
		});
	});

	it('holds wholly as far as a packet alone can, when all that is expected is told', async () => {
		const { key, trust } = signer();
		const previous = { manifestSha256: 'b'.repeat(64), head: 'c'.repeat(40) };
		const folder = laid(smallPacket({ key, previous }));
		const { code, answer } = await verified(
			folder,
			'--trust',
			trust,
			'--head',
			'5'.repeat(40),
			'--previous',
			'b'.repeat(64),
		);
		expect(code).toBe(0);
		expect(answer.checks.filter(({ result }) => result === 'holds').map(({ name }) => name)).toEqual(
			ofPacket,
		);
	});

	it('is told to people with its hash, and with what was not checked', async () => {
		const folder = laid(smallPacket());
		const { code, stdout } = await runMain(['verify', folder], tempFolder());
		expect(code).toBe(0);
		expect(stdout).toContain(`${folder}: intact; origin not evaluated.\n`);
		expect(stdout).toMatch(/\nIts hash, to keep: [0-9a-f]{64}\n/);
		expect(stdout).toContain(
			'Not checked here: signature/holds, chain/previous, head/expected, repository/head, repository/documents, repository/figures.',
		);
	});

	it('is what sha256sum and ssh-keygen say as well', () => {
		const { key, trust } = signer('namespaces="sop-packet" ');
		const folder = laid(smallPacket({ key }));
		execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'MANIFEST.sha256'], { cwd: folder });
		execFileSync(
			'ssh-keygen',
			[
				'-Y',
				'verify',
				'-f',
				trust,
				'-I',
				'auditee@acme.example',
				'-n',
				'sop-packet',
				'-s',
				'MANIFEST.sha256.sig',
			],
			{ cwd: folder, input: readFileSync(join(folder, 'MANIFEST.sha256')), stdio: 'pipe' },
		);
	});
});

describe('every file of a packet', () => {
	const files = smallPacket();
	const paths = [...files.keys()];
	const inManifest = paths.filter((path) => path !== 'MANIFEST.sha256');
	const changed = (change: (copy: PacketContent) => void) => {
		const copy = new Map(files);
		change(copy);
		return laid(copy);
	};
	const bytesOf = (path: string) => Buffer.from(files.get(path) ?? '');

	it.each(inManifest)('%s with one bit flipped is found', async (path) => {
		const bytes = bytesOf(path);
		bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
		const { code, named } = await verified(changed((copy) => copy.set(path, bytes)));
		expect(code).toBe(1);
		expect(named('manifest/complete')).toMatchObject({
			result: 'does not hold',
			files: [path],
			detail: `1 changed: ${path}`,
		});
	});

	it.each(inManifest)('%s removed is found', async (path) => {
		const { code, named } = await verified(changed((copy) => copy.delete(path)));
		expect(code).toBe(1);
		expect(named('manifest/complete')).toMatchObject({
			result: 'does not hold',
			files: [path],
			detail: `1 missing: ${path}`,
		});
	});

	it.each(inManifest)('%s renamed is found', async (path) => {
		const { code, named } = await verified(
			changed((copy) => {
				copy.delete(path);
				copy.set('renamed/file', bytesOf(path));
			}),
		);
		expect(code).toBe(1);
		expect(named('manifest/complete')).toMatchObject({
			files: [path, 'renamed/file'].sort(),
			detail: `1 renamed: ${path} to renamed/file`,
		});
	});

	it.each(['new.txt', 'data/new.csv', 'documents/X/X@1.yaml', 'MANIFEST.sha256.bak', '.hidden'])(
		'%s added is found',
		async (path) => {
			const { code, named } = await verified(changed((copy) => copy.set(path, Buffer.from('new'))));
			expect(code).toBe(1);
			expect(named('manifest/complete')).toMatchObject({ files: [path], detail: `1 added: ${path}` });
		},
	);

	it('in a place of another is found', async () => {
		const { named } = await verified(
			changed((copy) => {
				copy.set('index.html', bytesOf('packet.css'));
				copy.set('packet.css', bytesOf('index.html'));
			}),
		);
		expect(named('manifest/complete')?.detail).toBe('2 changed: index.html, packet.css');
	});

	it('that became a link is found, and not followed', async () => {
		const folder = changed((copy) => copy.delete('index.html'));
		const other = temporaryFolder({ 'index.html': bytesOf('index.html') });
		symlinkSync(join(other, 'index.html'), join(folder, 'index.html'));
		const { code, named } = await verified(folder);
		expect(code).toBe(1);
		expect(named('manifest/complete')?.detail).toBe(
			'1 missing: index.html; 1 not to be read: index.html (is a link)',
		);
	});

	it('is found in the manifest, however that is broken', async () => {
		const manifest = files.get('MANIFEST.sha256') ?? Buffer.alloc(0);
		for (let at = 0; at < manifest.length; at += 37) {
			const bytes = Buffer.from(manifest);
			bytes[at] = (bytes[at] ?? 0) ^ 1;
			expect((await verified(changed((copy) => copy.set('MANIFEST.sha256', bytes)))).code, `byte ${at}`).toBe(
				1,
			);
		}
		const { failed, named } = await verified(changed((copy) => copy.delete('MANIFEST.sha256')));
		expect(failed).toEqual(['manifest/readable']);
		expect(named('manifest/complete')?.result).toBe('not evaluated');
	});
});

describe('a packet sealed anew after it was changed', () => {
	const forged = (own: string, more: { readonly key?: string } = {}) => {
		const copy = new Map(smallPacket({ key: own }));
		const signature = copy.get('MANIFEST.sha256.sig') ?? Buffer.alloc(0);
		copy.set('index.html', Buffer.from('all is well'));
		const again = sealed(copy, more.key);
		if (more.key === undefined) again.set('MANIFEST.sha256.sig', signature);
		return again;
	};

	it('is told by its signature', async () => {
		const { key, trust } = signer();
		const { code, failed, named } = await verified(laid(forged(key)), '--trust', trust);
		expect({ code, failed }).toEqual({ code: 1, failed: ['signature/holds'] });
		expect(named('signature/holds')?.detail).toBe('the signature does not fit the text');
		// Without knowing whom to trust, too: it is a signature over something else.
		expect((await verified(laid(forged(key)))).failed).toEqual(['signature/holds']);
	});

	it('and signed by a stranger is told by the keys that are trusted', async () => {
		const { key, trust } = signer();
		const stranger = signer();
		const folder = laid(forged(key, { key: stranger.key }));
		const { code, failed, named } = await verified(folder, '--trust', trust);
		expect({ code, failed }).toEqual({ code: 1, failed: ['signature/holds'] });
		expect(named('signature/holds')?.detail).toMatch(
			/^it is signed with the key SHA256:\S+, which --trust does not name$/,
		);
		const open = await verified(folder);
		expect(open.code).toBe(0);
		expect(open.named('signature/holds')?.detail).toMatch(/^the signature fits and is of the key SHA256:/);
	});

	it('without its signature is told where one is expected', async () => {
		const { key, trust } = signer();
		const copy = forged(key);
		copy.delete('MANIFEST.sha256.sig');
		const { code, failed } = await verified(laid(copy), '--trust', trust);
		expect({ code, failed }).toEqual({ code: 1, failed: ['signature/holds'] });
	});

	it('is told by the packet after it, and by the commit that was expected', async () => {
		const folder = laid(smallPacket({ previous: { manifestSha256: 'b'.repeat(64), head: 'c'.repeat(40) } }));
		expect((await verified(folder, '--previous', 'd'.repeat(64))).failed).toEqual(['chain/previous']);
		expect((await verified(folder, '--head', '6'.repeat(40))).failed).toEqual(['head/expected']);
		expect((await verified(laid(smallPacket()), '--previous', 'd'.repeat(64))).failed).toEqual([
			'chain/previous',
		]);
	});

	it.each([
		['a list', 'data/approvals.csv', 'lists/hashes', (text: string) => text.replace('reviewed', 'approved')],
		[
			'a list as JSON',
			'data/approvals.json',
			'lists/hashes',
			(text: string) => text.replace('"reviewed"', '"approved"'),
		],
		[
			'the sheet of lists',
			'data/lists.json',
			'lists/hashes',
			(text: string) => text.replace('"rows": 40', '"rows": 41'),
		],
		[
			'the sheet of lists as CSV',
			'data/lists.csv',
			'lists/hashes',
			(text: string) => text.replace(',40,', ',41,'),
		],
		[
			'a canonical text',
			'documents/SOP-FIN-900/SOP-FIN-900@1.0.canonical.json',
			'documents/canonical',
			(text: string) => text.replace('supplier', 'customer'),
		],
		[
			'a source',
			'documents/SOP-FIN-900/SOP-FIN-900@1.0.yaml',
			'documents/canonical',
			(text: string) => text.replace('supplier', 'customer'),
		],
		[
			'an approval',
			'records/approvals/SOP-FIN-900/a.yaml',
			'records/agree',
			(text: string) => text.replace(/digest: .*/, `digest: sha256:${'0'.repeat(64)}`),
		],
		['the basis', 'basis.json', 'basis/known', (text: string) => text.replace('"packet": 1', '"packet": 2')],
	])('in %s alone contradicts itself', async (_, path, check, change) => {
		const copy = smallPacket();
		const before = (copy.get(path) ?? '').toString();
		const after = change(before);
		expect(after).not.toBe(before);
		copy.set(path, Buffer.from(after));
		const { code, failed, named } = await verified(laid(sealed(copy)));
		expect(code).toBe(1);
		// What was signed is another text then, too.
		expect(failed).toEqual(path.startsWith('records/') ? [check, 'records/signed-text'] : [check]);
		expect(named(check)?.files).toContain(path);
	});

	it('in the text that a signature is made over is told, and so is one that is missing or of no record', async () => {
		const at = 'records/approvals/SOP-FIN-900/a';
		const asked = async (copy: ReturnType<typeof smallPacket>) => {
			const { named, failed } = await verified(laid(sealed(copy)));
			return { failed, check: named('records/signed-text') };
		};
		expect(await asked(smallPacket())).toMatchObject({ failed: [], check: { result: 'holds' } });
		const unsigned = smallPacket();
		unsigned.set(
			`${at}.yaml`,
			Buffer.from(String(unsigned.get(`${at}.yaml`)).replace('signature: ours\n', '')),
		);
		unsigned.delete(`${at}.signed.json`);
		expect(await asked(unsigned)).toMatchObject({ failed: [], check: { result: 'not evaluated' } });
		const changes: ((copy: ReturnType<typeof smallPacket>) => string)[] = [
			(copy) => {
				const signed = `${at}.signed.json`;
				copy.set(signed, Buffer.from(String(copy.get(signed)).replace('controller', 'cfo')));
				return signed;
			},
			(copy) => {
				copy.delete(`${at}.signed.json`);
				return `${at}.signed.json`;
			},
			(copy) => {
				copy.set('records/approvals/SOP-FIN-900/b.signed.json', Buffer.from('{}'));
				return 'records/approvals/SOP-FIN-900/b.signed.json';
			},
		];
		for (const change of changes) {
			const copy = smallPacket();
			const file = change(copy);
			expect(await asked(copy)).toMatchObject({ failed: ['records/signed-text'], check: { files: [file] } });
		}
	});

	it('in a text, its source, and its list is told by the approval that names another', async () => {
		const copy = smallPacket();
		const text = (copy.get('documents/SOP-FIN-900/SOP-FIN-900@1.0.yaml') ?? '')
			.toString()
			.replace('supplier', 'customer');
		const approval = copy.get('records/approvals/SOP-FIN-900/a.yaml') ?? Buffer.alloc(0);
		const source = {
			document: 'SOP-FIN-900',
			version: '1.0',
			file: 'a.sop.yaml',
			commit: '5'.repeat(40),
			text,
		};
		const other = smallPacket({ sources: [source] });
		other.set('records/approvals/SOP-FIN-900/a.yaml', approval);
		const signed = 'records/approvals/SOP-FIN-900/a.signed.json';
		other.set(signed, copy.get(signed) ?? Buffer.alloc(0));
		expect((await verified(laid(sealed(other)))).failed).toEqual(['records/agree']);
	});

	it('with a list that its sheet does not name is told', async () => {
		const copy = smallPacket();
		copy.set('data/extra.csv', Buffer.from('a\r\n'));
		const { failed, named } = await verified(laid(sealed(copy)));
		expect(failed).toEqual(['lists/hashes']);
		expect(named('lists/hashes')?.detail).toBe('data/extra.csv is not in the sheet of lists');
	});

	it('with JSON that is none, or of odd types, never crashes', async () => {
		for (const path of ['data/lists.json', 'data/approvals.json', 'data/document-set.json', 'basis.json'])
			for (const text of [
				'',
				'[]',
				'null',
				'{}',
				'{"format":1,"rows":[1]}',
				'{"format":1,"name":"x","title":"y","key":[],"columns":[],"rows":[{"a":{}}]}',
				'"\ud800"',
			]) {
				const copy = smallPacket();
				copy.set(path, Buffer.from(text));
				expect((await verified(laid(sealed(copy)))).code, `${path}: ${text}`).toBe(1);
			}
	});

	it('cannot act on the terminal by its names', async () => {
		const copy = smallPacket();
		copy.set('data/\u001b[31mred.csv', Buffer.from(''));
		copy.set('data/\u202Eexe.csv', Buffer.from(''));
		const { code, stdout } = await runMain(['verify', laid(copy)], tempFolder());
		expect(code).toBe(1);
		expect(stdout).not.toMatch(/[\u001b\u202e]/u);
	});
});

describe('a ZIP with any byte of it changed', () => {
	it('is refused, does not hold, or gives the same files', async () => {
		const { key, trust } = signer();
		const folder = temporaryFolder();
		await writeZip(join(folder, 'good.zip'), smallPacket({ key }));
		const good = readFileSync(join(folder, 'good.zip'));
		const codes = new Map<number, number>();
		for (let at = 0; at < good.length; at += 31) {
			const bytes = Buffer.from(good);
			bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
			writeFileSync(join(folder, 'bad.zip'), bytes);
			const { code, stderr } = await runMain(
				['verify', join(folder, 'bad.zip'), '--trust', trust],
				tempFolder(),
			);
			expect(stderr, `byte ${at}`).not.toContain('fault of sop');
			expect([0, 1], `byte ${at}: ${stderr}`).toContain(code);
			codes.set(code, (codes.get(code) ?? 0) + 1);
		}
		// Only what no file follows from may pass: days, sums that the manifest stands in for, the system it was made on.
		expect(codes.get(1) ?? 0).toBeGreaterThan(3 * (codes.get(0) ?? 0));
	});
});

describe('whom a packet may be signed by', () => {
	it.each([
		['namespaces="sop-packet" ', 'holds'],
		['namespaces="git,sop-*" ', 'holds'],
		['namespaces="git" ', 'does not hold'],
		['namespaces="*,!sop-packet" ', 'does not hold'],
		['valid-after="20260101Z" ', 'holds'],
		['valid-after="20270101Z" ', 'does not hold'],
		['valid-before="20260101Z" ', 'does not hold'],
		['valid-after="20200101",valid-before="20991231" ', 'holds'],
		['cert-authority ', 'does not hold'],
	])('by a line with %s: %s', async (options, result) => {
		const { key, trust } = signer(options);
		const { code, named } = await verified(laid(smallPacket({ key })), '--trust', trust);
		expect(named('signature/holds')?.result).toBe(result);
		expect(code).toBe(result === 'holds' ? 0 : 1);
	});

	it('is never said by the packet itself', async () => {
		const { key, line } = signer();
		const copy = smallPacket();
		copy.set('policy/signers', Buffer.from(`me@acme.example ${line}\n`));
		const folder = laid(sealed(copy, key));
		const { code, stderr } = await runMain(
			['verify', folder, '--trust', join(folder, 'policy/signers')],
			tempFolder(),
		);
		expect(code).toBe(2);
		expect(stderr).toContain('lies in the packet itself, whose maker chose what it says');
	});

	it('is not by a signature that was made for something else', async () => {
		const { key, trust } = signer();
		const copy = smallPacket();
		copy.set(
			'MANIFEST.sha256.sig',
			Buffer.from(signedBySsh(key, (copy.get('MANIFEST.sha256') ?? '').toString(), 'git')),
		);
		const { named } = await verified(laid(copy), '--trust', trust);
		expect(named('signature/holds')).toMatchObject({
			result: 'does not hold',
			detail: 'the signature was made for something else than sop-packet',
		});
	});
});

describe('a call', () => {
	const refused = async (...words: readonly string[]) => {
		const { code, stdout, stderr } = await runMain(['verify', ...words], tempFolder());
		expect(stdout).toBe('');
		return { code, stderr };
	};

	it.each([
		[['--head', 'main'], '--head takes 40 or 64 hexadecimal digits'],
		[['--head', 'abc1234'], '--head takes 40 or 64 hexadecimal digits'],
		[['--previous', 'x'], '--previous takes 64 hexadecimal digits'],
		[['--trust', 'none'], 'none cannot be read (ENOENT)'],
	])('with %j is refused', async (words, message) => {
		const { code, stderr } = await refused(laid(smallPacket()), ...words);
		expect(code).toBe(2);
		expect(stderr).toContain(message);
	});

	it('with a file of keys that cannot be read tells the line', async () => {
		const trust = join(temporaryFolder({ signers: '# who signs\nann ssh-ed25519 nothing\n' }), 'signers');
		const { code, stderr } = await refused(laid(smallPacket()), '--trust', trust);
		expect(code).toBe(2);
		expect(stderr).toContain('Line 2 has no public key of SSH after its name and options');
	});

	it('needs a packet', async () => {
		expect((await refused('none')).stderr).toContain('There is no packet at none');
		const { code, stderr } = await refused(temporaryFolder({ 'audit/MANIFEST.sha256': '', 'notes.txt': '' }));
		expect(code).toBe(1);
		expect(stderr).toContain('is no packet: it holds neither MANIFEST.sha256 nor basis.json at its top');
	});
});

// What digests are taken over must be what is read back.
it('the small packet has a canonical text', () => {
	const text = smallPacket().get('documents/SOP-FIN-900/SOP-FIN-900@1.0.canonical.json')?.toString() ?? '';
	expect(canonicalText(JSON.parse(text))).toBe(text);
});
