import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sopWithId } from '../support/lint-library.ts';
import { runSop } from '../support/run-sop.ts';
import { commitAll, git, smallSop, temporaryLibrary } from '../support/temporary-library.ts';

/** A library with one SOP on the mainline, whose second version stands uncommitted with another owner. */
function revised() {
	const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
	commitAll(folder);
	const text = smallSop.replace('version: "1.0"', 'version: "1.1"').replace(/^owner: .*$/m, 'owner: cfo');
	writeFileSync(join(folder, 'a.sop.yaml'), text);
	return folder;
}

const changesOf = (stdout: string) => (JSON.parse(stdout) as { changes: { words: string; controlRelevant: boolean }[] }).changes;

describe('sop diff', () => {
	it('compares what is in force with the file here, and marks what a control rests on', () => {
		const { code, stdout } = runSop(revised(), 'diff', 'sop-fin-900', '--format', 'json');
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({
			document: 'SOP-FIN-900',
			from: { label: 'in force', version: '1.0' },
			to: { label: 'the file here', version: '1.1' },
		});
		expect(changesOf(stdout)).toContainEqual(
			expect.objectContaining({ words: 'Owner controller → cfo', controlRelevant: true }),
		);
	});

	it('takes versions, commits and work on either side, and finds nothing between a text and itself', () => {
		const folder = revised();
		for (const sides of [['1.0', 'HEAD'], ['HEAD', 'HEAD'], ['work', 'work']])
			expect(changesOf(runSop(folder, 'diff', 'SOP-FIN-900', ...sides, '--format', 'json').stdout)).toEqual([]);
		const forth = changesOf(runSop(folder, 'diff', 'SOP-FIN-900', '1.0', 'work', '--format', 'json').stdout);
		const back = changesOf(runSop(folder, 'diff', 'SOP-FIN-900', 'work', '1.0', '--format', 'json').stdout);
		expect(forth.length).toBeGreaterThan(0);
		expect(back.map(({ words }) => words)).toContain('Owner cfo → controller');
	});

	it('tells of a branch what came, went and changed, committed or not', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop, 'b.sop.yaml': sopWithId('SOP-FIN-901') });
		commitAll(folder);
		git(folder, 'checkout', '--quiet', '-b', 'feature');
		rmSync(join(folder, 'b.sop.yaml'));
		writeFileSync(join(folder, 'c.sop.yaml'), sopWithId('SOP-FIN-902'));
		git(folder, 'add', '--all');
		git(folder, 'commit', '--quiet', '--message', 'Replace one');
		writeFileSync(join(folder, 'a.sop.yaml'), smallSop.replace(/^owner: .*$/m, 'owner: cfo'));
		const { stdout } = runSop(folder, 'diff', '--changed', '--format', 'json');
		const { diffs } = JSON.parse(stdout) as { diffs: { document: string; from: unknown; to: unknown }[] };
		expect(diffs.map(({ document, from, to }) => [document, from !== null, to !== null])).toEqual([
			['SOP-FIN-900', true, true],
			['SOP-FIN-901', true, false],
			['SOP-FIN-902', false, true],
		]);
		expect(runSop(folder, 'diff', '--changed', 'main', '--format', 'markdown').stdout).toMatch(
			/^<!-- sop diff -->\n\n### 3 documents changed/,
		);
	});

	it('says of a text that cannot be read that it was not compared', () => {
		const folder = revised();
		writeFileSync(join(folder, 'a.sop.yaml'), 'id: SOP-FIN-900\ntitle: [\n');
		const { code, stderr } = runSop(folder, 'diff', 'SOP-FIN-900');
		expect(code).toBe(3);
		expect(stderr).toContain('SOP-FIN-900 cannot be compared: the text of the file here cannot be read');
	});

	it.each([
		[[], 'sop diff needs an id, or --changed'],
		[['SOP-FIN-900', '--changed'], 'not both'],
		[['SOP-FIN-90'], 'Did you mean SOP-FIN-900?'],
		[['SOP-FIN-900', '7.0'], 'never had a version "7.0"'],
		[['SOP-FIN-900', '--upload-pack=x'], 'unknown option'],
		[['--changed', 'no-such-branch'], 'git knows no commit "no-such-branch"'],
	])('refuses %j with a sentence', (words, sentence) => {
		const { code, stdout, stderr } = runSop(revised(), 'diff', ...words);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain(sentence);
	});
});
