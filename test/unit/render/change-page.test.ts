import { expect, test } from 'vitest';
import { changePage } from '../../../src/render/change-page.tsx';
import { checklistDiff, hostileDiff, noDiff, sopDiff } from '../report/diff-text/sample-diff.ts';
import { pageOf, textOf } from './page-of.ts';
import { context, hostile } from './sample-pages.ts';

const at = { ...context, path: 'changes/SOP-FIN-002/2.1..2.2.html' };

test('tells by section what changed, and marks what touches the control', () => {
	const page = pageOf(changePage(sopDiff, at));
	expect([...page.querySelectorAll('h2')].map(textOf)).toEqual(['Header', '3 Definitions', '7 Procedure']);
	expect([...page.querySelectorAll('.changes > li')].map(textOf)).toEqual([
		'Version 2.1 → 2.2',
		'Definition GL: meaning "General ledger" → "The general ledger"',
		'! control-relevant: Step collect: due time 2 business days → 3 business days',
		'! control-relevant: Step match: doer preparer → controller',
	]);
	expect(textOf(page.querySelector('dl.fields'))).toContain('version 2.1 (main, digest');
	expect(textOf(page.querySelector('dl.fields'))).toContain('4 changes: 2 control-relevant');
	expect(page.querySelector('link')?.getAttribute('href')).toBe('../../packet.css');
});

test('gives the whole texts where the words shorten them', () => {
	const before = `Agree ${'every bank account '.repeat(30)}with the ledger.`;
	const [first] = sopDiff.changes;
	if (first === undefined) throw new Error('the sample has changes');
	const changes = [{ ...first, before, after: 'Agree all.', words: 'Purpose "Agree every…" → "Agree all."' }];
	const page = pageOf(changePage({ ...sopDiff, changes }, at));
	expect([...page.querySelectorAll('.whole dd')].map(textOf)).toEqual([before, 'Agree all.']);
});

test('tells of a checklist, of a new document, of one that is gone, and of no change', () => {
	expect([...pageOf(changePage(checklistDiff, at)).querySelectorAll('h2')].map(textOf)).toContain('Items');
	expect(textOf(pageOf(changePage({ ...sopDiff, from: null }, at)).querySelector('dl'))).toContain('is new');
	expect(textOf(pageOf(changePage({ ...sopDiff, to: null }, at)).querySelector('dl'))).toContain('is gone');
	expect(textOf(pageOf(changePage(noDiff, at)).querySelector('main'))).toContain('Nothing changed');
});

test('hostile text is inert', () => {
	pageOf(changePage(hostileDiff(hostile), at));
});
