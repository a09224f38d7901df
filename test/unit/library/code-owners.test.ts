import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nodeFiles } from '../../../src/io/node-files.ts';
import { readCodeOwners } from '../../../src/library/code-owners.ts';
import { findLibraryRoot } from '../../../src/library/find-root.ts';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'sop-code-owners-'));
	mkdirSync(join(folder, '.git'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, text: string | Uint8Array): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), text);
}

const read = (below = '') => readCodeOwners(nodeFiles, findLibraryRoot(nodeFiles, join(folder, below)));

it('reads the first of the places where forges look', () => {
	expect(read()).toEqual({});
	for (const [place, owner] of [
		['.gitlab/CODEOWNERS', '* @gitlab\n'],
		['docs/CODEOWNERS', '* @docs\n'],
		['CODEOWNERS', '* @top\n'],
		['.github/CODEOWNERS', '* @github\n'],
	] as const) {
		put(place, owner);
		expect(read()).toEqual({ codeOwners: owner, place, folderInRepository: '' });
	}
});

it('reads it at the top of the repository, wherever the library lies in it', () => {
	put('CODEOWNERS', '* @top\n');
	put('back-office/sop.config.yaml', 'library: 7f3c9d0e5b1a4c2d\n');
	put('back-office/CODEOWNERS', '* @nobody-asks-here\n');
	expect(read('back-office')).toEqual({
		codeOwners: '* @top\n',
		place: 'CODEOWNERS',
		folderInRepository: 'back-office/',
	});
});

it('passes over links, folders and what is no text', () => {
	put('secret', '* @secret\n');
	symlinkSync(join(folder, 'secret'), join(folder, 'CODEOWNERS'));
	mkdirSync(join(folder, '.github', 'CODEOWNERS'), { recursive: true });
	put('docs/CODEOWNERS', new Uint8Array([0x2a, 0, 0xff]));
	expect(read()).toEqual({});
});
