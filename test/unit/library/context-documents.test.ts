import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { expect, it } from 'vitest';
import { nodeFiles } from '../../../src/io/node-files.ts';
import { contextDocuments } from '../../../src/library/context-documents.ts';
import { readDocument } from '../../../src/library/read-document.ts';
import { type DocumentSummary, summariseDocument } from '../../../src/model/document-summary.ts';
import { runMain, tempFolder } from '../../support/run-main.ts';

const sop = (id: string, ...lines: readonly string[]) =>
	`format: 1\nid: ${id}\ntitle: About ${id}\n${lines.join('\n')}\n`;
const following = (...ids: readonly string[]) => [
	'procedure:',
	...ids.flatMap((id, index) => [
		`  - id: step-${index}`,
		'    do: Do it.',
		'    by: clerk',
		`    follows: ${id}`,
	]),
];

async function contextFor(folder: string, file: string, text: string): Promise<readonly string[]> {
	const kind = file.endsWith('.sop.yaml') ? 'sop' : 'checklist';
	const summary = summariseDocument(readDocument(kind, file, new TextEncoder().encode(text)));
	const selected: readonly DocumentSummary[] = summary === undefined ? [] : [summary];
	const library = { files: nodeFiles, root: folder, ignore: ['drafts/**'] };
	const context = await contextDocuments(library, selected, (other) => other === file);
	return context.map((document) => document.file).sort();
}

it('takes up what is referred to, and what SOPs among that follow, to the end', async () => {
	const files = {
		'a.sop.yaml': sop('SOP-FIN-001', ...following('SOP-FIN-002', 'step-0')),
		'b.sop.yaml': sop('SOP-FIN-002', ...following('SOP-FIN-003'), 'references:', '  - id: SOP-FIN-005'),
		'deep/er/c.sop.yaml': sop('SOP-FIN-003', ...following('SOP-FIN-001')),
		'd.checklist.yaml': sop('CHK-FIN-004', 'executes: SOP-FIN-003'),
		'e.sop.yaml': sop('SOP-FIN-005'),
		'drafts/b.sop.yaml': sop('SOP-FIN-002'),
	};
	const { folder } = tempFolder(files);
	expect(await contextFor(folder, 'a.sop.yaml', files['a.sop.yaml'])).toEqual([
		'b.sop.yaml',
		'deep/er/c.sop.yaml',
	]);
	expect(await contextFor(folder, 'd.checklist.yaml', files['d.checklist.yaml'])).toEqual([
		'a.sop.yaml',
		'b.sop.yaml',
		'deep/er/c.sop.yaml',
	]);
	expect(await contextFor(folder, 'e.sop.yaml', files['e.sop.yaml'])).toEqual([]);
});

it('takes up what shares an id or an activity, and what an id was likely meant for', async () => {
	const own = sop('SOP-FIN-001', 'covers: [finance.close]', 'references:', '  - id: SOP-HR-0O7');
	const { folder } = tempFolder({
		'same-id.sop.yaml': sop('sop-fin-001'),
		'same-activity.sop.yaml': sop('SOP-FIN-002', 'covers:', '  - finance.pay', '  - finance.close'),
		'mentions-it.sop.yaml': sop(
			'SOP-FIN-003',
			'covers: [finance.pay]',
			'purpose:',
			'  why: Not finance.close.',
		),
		'meant.sop.yaml': sop('SOP-HR-007'),
		'far-off.sop.yaml': sop('SOP-IT-117'),
	});
	expect(await contextFor(folder, 'own.sop.yaml', own)).toEqual([
		'meant.sop.yaml',
		'same-activity.sop.yaml',
		'same-id.sop.yaml',
	]);
});

it.skipIf(process.platform === 'win32')(
	'reads a document whole whose id is not plainly at its top, and none that cannot be read',
	async () => {
		const { folder } = tempFolder({
			'flow.sop.yaml': '{ "id": "SOP-FIN-002", "title": "In one line" }\n',
			'anchored.sop.yaml': 'format: 1\nid: &id SOP-FIN-003\ntitle: With an anchor\n',
			'quoted.sop.yaml': `${'# A long licence.\n'.repeat(500)}id: "SOP-FIN-004"   # quoted\n`,
			'late.sop.yaml': `title: Late\nx-note: >-\n  ${'word '.repeat(2000)}\nid: SOP-FIN-005\n`,
			'broken.sop.yaml': 'id: SOP-FIN-006\ntitle: "not closed\n',
			'no-text.sop.yaml': '\0\0',
		});
		symlinkSync('/dev/zero', join(folder, 'endless.sop.yaml'));
		symlinkSync(join(folder, '..', 'outside.sop.yaml'), join(folder, 'link.sop.yaml'));
		writeFileSync(join(folder, '..', 'outside.sop.yaml'), sop('SOP-FIN-007'));
		const references = [2, 3, 4, 5, 6, 7].map((number) => `  - id: SOP-FIN-00${number}`);
		const found = await contextFor(folder, 'own.sop.yaml', sop('SOP-FIN-001', 'references:', ...references));
		expect(found).toEqual([
			'anchored.sop.yaml',
			'broken.sop.yaml',
			'flow.sop.yaml',
			'late.sop.yaml',
			'quoted.sop.yaml',
		]);
	},
);

const library = {
	'sop.config.yaml': 'format: 1\nlibrary: 7f3c9d0e5b1a4c2d8e6f0a9b3c5d7e1f\n',
	'close.checklist.yaml': [
		'format: 1',
		'id: CHK-FIN-001',
		'executes: SOP-FIN-001',
		'items:',
		'  - id: cutoff',
		'    do: Close.',
		'    by: controller',
		'    reviewed_by: reviewer',
		'    on_exception: late',
		'  - id: bank-rec',
		'    do: Reconcile.',
		'    follows: SOP-FIN-002',
		'    on_exception: lat',
		'  - id: unknown',
		'    do: Reconcile.',
		'    follows: SOP-FIN-003',
	].join('\n'),
	'a.sop.yaml': sop(
		'SOP-FIN-001',
		'roles:',
		'  - id: reviewer',
		'    role: controller',
		'exceptions:',
		'  - id: late',
		'    when: It is late.',
		'    do: Ask.',
	),
	'deep/b.sop.yaml': sop('SOP-FIN-002', 'references:', '  - id: SOP-FIN-001', '  - id: CHK-FIN-0O1'),
};

/** Findings of one file, as `file:line rule message`, from a whole report or from a call for that file alone. */
async function findings(
	at: { folder: string; home: string },
	...paths: readonly string[]
): Promise<string[]> {
	const { stdout } = await runMain(['lint', ...paths, '--format', 'line'], at);
	return stdout.split('\n').filter((line) => line !== '');
}

it('lets a call for one file say the same of it as a call for all', async () => {
	const at = tempFolder(library);
	const all = await findings(at);
	for (const file of ['close.checklist.yaml', 'a.sop.yaml', 'deep/b.sop.yaml']) {
		const ofFile = all.filter((line) => line.startsWith(`${file}:`));
		expect(await findings(at, file)).toEqual(ofFile);
		expect(ofFile.length).toBeGreaterThan(0);
	}
	expect(all.filter((line) => /references\/|no-exception-path|reviewer-is-doer/.test(line))).toEqual([
		'close.checklist.yaml:8:18: error: cutoff is done and reviewed by reviewer, who is controller [checklist/reviewer-is-doer]',
		'close.checklist.yaml:13:19: error: lat is no exception of this checklist nor of SOP-FIN-001 nor of SOP-FIN-002 [checklist/no-exception-path]',
		'close.checklist.yaml:16:14: error: No document of the library has the id SOP-FIN-003, which an item follows [references/unknown-document]',
		'deep/b.sop.yaml:6:9: error: No document of the library has the id CHK-FIN-0O1, which section 13 refers to [references/unknown-document]',
	]);
});

it('shows a ring in whichever of its documents is looked at', async () => {
	const at = tempFolder({
		'sop.config.yaml': library['sop.config.yaml'],
		'a.sop.yaml': sop('SOP-FIN-001', ...following('SOP-FIN-002')),
		'b.sop.yaml': sop('SOP-FIN-002', ...following('SOP-FIN-003')),
		'c.sop.yaml': sop('SOP-FIN-003', ...following('SOP-FIN-001')),
	});
	const rings = async (...paths: readonly string[]) =>
		(await findings(at, ...paths, '--rule', 'references/cycle')).map((line) =>
			line.slice(0, line.indexOf(', ')),
		);
	expect(await rings()).toEqual(['a.sop.yaml:8:14: error: SOP-FIN-001 follows SOP-FIN-002']);
	expect(await rings('c.sop.yaml')).toEqual(['c.sop.yaml:8:14: error: SOP-FIN-003 follows SOP-FIN-001']);
	expect(await rings('b.sop.yaml', 'c.sop.yaml')).toEqual([
		'b.sop.yaml:8:14: error: SOP-FIN-002 follows SOP-FIN-003',
	]);
});
