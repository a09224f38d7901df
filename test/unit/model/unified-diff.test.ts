import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { editedLines } from '../../../src/model/diff/edited-lines.ts';
import { unifiedDiff } from '../../../src/model/diff/unified-diff.ts';

const texts = fc
	.array(fc.constantFrom('a', 'b', 'c', 'd', '', ' x'), { maxLength: 30 })
	.chain((lines) => fc.constantFrom(lines.join('\n'), `${lines.join('\n')}\n`));

describe('unifiedDiff', () => {
	it('shows what changed with the lines around it, and joins changes that are near', () => {
		const before = Array.from({ length: 20 }, (_, line) => `${line + 1}\n`);
		const after = before.with(4, 'five\n').with(16, 'seventeen\n');
		expect(unifiedDiff('x.yaml', before.join(''), after.join(''))).toBe(
			[
				'--- a/x.yaml',
				'+++ b/x.yaml',
				'@@ -2,7 +2,7 @@',
				...[' 2', ' 3', ' 4', '-5', '+five', ' 6', ' 7', ' 8'],
				'@@ -14,7 +14,7 @@',
				...[' 14', ' 15', ' 16', '-17', '+seventeen', ' 18', ' 19', ' 20', ''],
			].join('\n'),
		);
	});

	it('names no file where there is none, and says nothing where nothing differs', () => {
		expect(unifiedDiff('x', undefined, 'a\n')).toBe('--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+a\n');
		expect(unifiedDiff('x', 'a', undefined)).toBe(
			'--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n\\ No newline at end of file\n',
		);
		expect(unifiedDiff('x', 'a', 'a')).toBe('');
	});

	it('gives lines from which patch makes the one text of the other', () => {
		const folder = mkdtempSync(join(tmpdir(), 'sop-diff-'));
		onTestFinished(() => rmSync(folder, { recursive: true }));
		fc.assert(
			fc.property(texts, texts, (before, after) => {
				fc.pre(before !== '' && after !== '' && before !== after);
				writeFileSync(join(folder, 'x'), before);
				const input = unifiedDiff('x', before, after);
				const { status, stdout } = spawnSync('patch', ['-p1', '--output=-', '--quiet', 'x'], {
					cwd: folder,
					input,
					encoding: 'utf8',
				});
				expect({ status, stdout }).toEqual({ status: 0, stdout: after });
			}),
			{ numRuns: 60 },
		);
	});

	it('needs no more lines than have to go and come', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('a', 'b', 'c')),
				fc.array(fc.constantFrom('a', 'b', 'c')),
				(a, b) => {
					const edits = editedLines(a, b);
					expect(edits.filter(({ sign }) => sign !== '+').map(({ text }) => text)).toEqual(a);
					expect(edits.filter(({ sign }) => sign !== '-').map(({ text }) => text)).toEqual(b);
					const common = edits.filter(({ sign }) => sign === ' ').length;
					expect(common).toBe(longestCommon(a, b));
				},
			),
		);
	});

	it('does not line up thousands of lines that differ', () => {
		const lines = (name: string) => Array.from({ length: 3000 }, (_, line) => `${name} ${line}`);
		const edits = editedLines(lines('a'), lines('b'));
		expect(edits.map(({ sign }) => sign).join('')).toBe('-'.repeat(3000) + '+'.repeat(3000));
	});
});

/** The length of the longest common subsequence, by the table of the textbook. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
	let row = Array.from({ length: b.length + 1 }, () => 0);
	for (const one of a) {
		const next = [0];
		for (const [at, other] of b.entries())
			next.push(one === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
		row = next;
	}
	return row.at(-1) ?? 0;
}
