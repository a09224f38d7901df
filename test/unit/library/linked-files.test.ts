import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { nodeFiles } from '../../../src/io/node-files.ts';
import { linkedFilesOf } from '../../../src/library/linked-files.ts';
import { readDocument } from '../../../src/library/read-document.ts';
import { tempFolder } from '../../support/run-main.ts';

/** How each file that a document names was found, by the target as written. */
function lookUp(folder: string, text: string, file = 'sops/finance/a.sop.yaml') {
	const document = readDocument('sop', file, new TextEncoder().encode(text));
	return new Map(linkedFilesOf(nodeFiles, folder, document).map((link) => [link.target, link]));
}

const references = (...files: readonly string[]) =>
	`id: SOP-FIN-001\nreferences:\n${files.map((file) => `  - file: '${file}'\n`).join('')}`;

it.skipIf(process.platform === 'win32')('never leaves the library, nor waits for what has no end', () => {
	const { folder } = tempFolder({ 'attachments/guide.md': '# Guide\n' });
	writeFileSync(join(folder, '..', 'secret.md'), '# Secret\n');
	symlinkSync(join(folder, '..', 'secret.md'), join(folder, 'attachments/link-out.md'));
	symlinkSync(join(folder, 'attachments/guide.md'), join(folder, 'attachments/link-in.md'));
	symlinkSync(join(folder, 'attachments/gone.md'), join(folder, 'attachments/link-nowhere.md'));
	symlinkSync('/dev/zero', join(folder, 'attachments/endless.md'));
	execFileSync('mkfifo', [join(folder, 'attachments/pipe.md')]);
	const sha256 = `    sha256: ${'a'.repeat(64)}\n`;
	const text = references(
		'attachments/guide.md',
		'/attachments/guide.md',
		'attachments/../../secret.md',
		'attachments/link-out.md',
		'attachments/link-in.md',
		'attachments/link-nowhere.md',
		'attachments/endless.md',
		'attachments/pipe.md',
		'attachments',
		'.',
		`attachments/${'long'.repeat(2000)}.md`,
		'file:///etc/passwd',
	).replaceAll("'\n", `'\n${sha256}`);
	const found = [...lookUp(folder, text)].map(([target, link]) => [target.slice(0, 40), link.found]);
	expect(Object.fromEntries(found)).toEqual({
		'attachments/guide.md': 'file',
		'/attachments/guide.md': 'file',
		'attachments/../../secret.md': 'outside',
		'attachments/link-out.md': 'outside',
		'attachments/link-in.md': 'file',
		'attachments/link-nowhere.md': 'missing',
		'attachments/endless.md': 'outside',
		'attachments/pipe.md': 'unreadable',
		attachments: 'folder',
		'.': 'folder',
		'attachments/longlonglonglonglonglonglong': 'missing',
		'file:///etc/passwd': 'outside',
	});
});

it('suggests the path that was likely meant, as the document would write it', () => {
	const { folder } = tempFolder({
		'attachments/portal guide.pdf': '',
		'attachments/form.docx': '',
		'sops/finance/beside.md': '',
		'sops/finance/b.sop.yaml': '',
	});
	const prose = [
		'[from the library](attachments/form.docx)',
		'[beside](besid.md)',
		'[space](<../../attachments/portal guid.pdf>)',
		'[percent](../../attachments/portal%20guide.pdf)',
		'[nothing like it](../../attachments/unheard-of-entirely.md)',
		'[no folder](../../nowhere/form.docx)',
	].join(' ');
	const text = `purpose:\n  why: "${prose}"\n${references('beside.md', 'attachments/From.docx', 'attachments\\form.docx')}`;
	const found = [...lookUp(folder, text)].map(([target, link]) => [target, link.suggestion ?? link.found]);
	expect(Object.fromEntries(found)).toEqual({
		'attachments/form.docx': '../../attachments/form.docx',
		'besid.md': 'beside.md',
		'../../attachments/portal guid.pdf': '../../attachments/portal guide.pdf',
		'../../attachments/portal%20guide.pdf': 'file',
		'../../attachments/unheard-of-entirely.md': 'missing',
		'../../nowhere/form.docx': 'missing',
		'beside.md': 'sops/finance/beside.md',
		'attachments/From.docx': 'attachments/form.docx',
		'attachments\\form.docx': 'attachments/form.docx',
	});
});
