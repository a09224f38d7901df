import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasPython, runOnTerminal } from '../support/run-on-terminal.ts';
import { runSop } from '../support/run-sop.ts';
import { smallSop, temporaryLibrary } from '../support/temporary-library.ts';

const hostile = smallSop.replace('title: Pay an invoice', 'title: Pay # \u202e \u009b2J \u200b');

describe('sop show', () => {
	test('shows a document by its id in any case, and says that it may not be in force', () => {
		const { code, stdout, stderr } = runSop(temporaryLibrary({ 'a.sop.yaml': smallSop }), 'show', 'sop-fin-900');
		expect(code).toBe(1);
		expect(stdout).toMatch(/^SOP-FIN-900 Pay an invoice\n/);
		expect(stdout).toContain('15 Approval signatures and review schedule');
		expect(stderr).toBe(
			'SOP-FIN-900: the file as it stands on disk, a.sop.yaml. What is in force is not evaluated: no git checkout.\n',
		);
	});

	test('@work says that the file on disk is no evidence', () => {
		const { stderr } = runSop(temporaryLibrary({ 'a.sop.yaml': smallSop }), 'show', 'SOP-FIN-900@work');
		expect(stderr).toContain('a.sop.yaml. It is not evidence of what is in force.');
	});

	test('refuses a version where there is no history', () => {
		const { code, stdout } = runSop(temporaryLibrary({ 'a.sop.yaml': smallSop }), 'show', 'SOP-FIN-900@1.0');
		expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
	});

	test('suggests the nearest for an unknown id', () => {
		const { code, stdout, stderr } = runSop(temporaryLibrary({ 'a.sop.yaml': smallSop }), 'show', 'SOP-FIN-90');
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain('Did you mean SOP-FIN-900?');
	});

	test('gives as yaml the exact bytes, a byte-order mark included, in a pipe and in a file', () => {
		const text = `\uFEFF${hostile.replaceAll('\n', '\r\n')}`;
		const folder = temporaryLibrary({ 'a.sop.yaml': text });
		expect(runSop(folder, 'show', 'SOP-FIN-900@work', '--format', 'yaml').stdout).toBe(text);
		runSop(folder, 'show', 'SOP-FIN-900@work', '--format', 'yaml', '--output', 'copy.txt');
		expect(readFileSync(join(folder, 'copy.txt'))).toEqual(readFileSync(join(folder, 'a.sop.yaml')));
	});

	test.skipIf(!hasPython).each(['yaml', 'canonical', 'pretty', 'json', 'mermaid'])(
		'lets nothing act on a terminal as %s',
		(format) => {
			const folder = temporaryLibrary({ 'a.sop.yaml': `\uFEFF${hostile}` });
			const { code, shown } = runOnTerminal(folder, 'show', 'SOP-FIN-900@work', '--format', format, '--no-color');
			expect(code).toBe(0);
			expect(shown).toContain('Pay');
			expect(shown).not.toMatch(/[^\r\n\t\P{Cc}]|[\p{Bidi_Control}\u200b\ufeff]/u);
		},
	);

	test('gives as canonical the text its digest is taken over', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		const canonical = runSop(folder, 'show', 'SOP-FIN-900@work', '--format', 'canonical').stdout;
		const { digest, content, file, format } = JSON.parse(
			runSop(folder, 'show', 'SOP-FIN-900@work', '--format', 'json').stdout,
		);
		expect({ file, format }).toEqual({ file: 'a.sop.yaml', format: 1 });
		expect(JSON.parse(canonical)).toEqual(content);
		expect(digest).toBe(`sha256:${createHash('sha256').update(canonical).digest('hex')}`);
	});

	test('draws the procedure of an SOP, and says that a checklist has none', () => {
		const folder = temporaryLibrary({
			'a.sop.yaml': smallSop,
			'b.checklist.yaml': 'format: 1\nid: CHK-FIN-900\ntitle: Close\n',
		});
		expect(runSop(folder, 'show', 'SOP-FIN-900@work', '--format', 'mermaid').stdout).toContain('flowchart TD');
		const { code, stderr } = runSop(folder, 'show', 'CHK-FIN-900@work', '--format', 'mermaid');
		expect(code).toBe(2);
		expect(stderr).toContain('b.checklist.yaml is a checklist');
	});

	test('says when parts of the file break the format and are not shown', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop.replace('by: clerk', 'by: { a: b }') });
		const { code, stdout } = runSop(folder, 'show', 'SOP-FIN-900@work');
		expect(code).toBe(0);
		expect(stdout.split('\n').slice(0, 12).join('\n')).toContain('Not all of it is shown');
	});

	test('shows of a file that does not parse only its bytes', () => {
		const text = 'id: SOP-FIN-901\ntitle: "open\n';
		const folder = temporaryLibrary({ 'a.sop.yaml': text });
		expect(runSop(folder, 'show', 'SOP-FIN-901@work')).toMatchObject({ code: 3, stdout: '' });
		expect(runSop(folder, 'show', 'SOP-FIN-901@work', '--format', 'yaml')).toMatchObject({ code: 0, stdout: text });
	});

	test('names every file that claims the id', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop, 'b.sop.yaml': smallSop });
		const { code, stderr } = runSop(folder, 'show', 'SOP-FIN-900@work');
		expect(code).toBe(0);
		expect(stderr).toContain('b.sop.yaml also has the id SOP-FIN-900. Shown is a.sop.yaml.');
	});
});
