import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../../src/report/display-width.ts';
import { tableText, tableWidth } from '../../../src/report/table.ts';

const columns = [{ title: 'id' }, { title: 'title' }, { title: 'due', align: 'right' }] as const;
const rows = [
	['SOP-FIN-002', 'Bank reconciliation', 12],
	['SOP-HR-001', '経理担当者 onboarding', 3],
];

describe('tableText', () => {
	test('sets columns side by side without borders', async () => {
		expect(await tableText(columns, rows, { width: 80, color: false })).toBe(
			[
				'id           title                  due',
				'SOP-FIN-002  Bank reconciliation     12',
				'SOP-HR-001   経理担当者 onboarding    3',
				'',
			].join('\n'),
		);
	});

	test('knows its width', () => {
		expect(tableWidth(columns, rows)).toBe(39);
	});

	test('never wraps a column that is to stay whole', async () => {
		const [id, title] = [{ title: 'result', isWhole: true }, { title: 'found' }] as const;
		expect(
			await tableText([id, title], [['does not hold', 'two files differ']], { width: 24, color: false }),
		).toBe(['result         found', 'does not hold  two files', '               differ', ''].join('\n'));
	});

	test('wraps the widest text first and keeps to the width', async () => {
		const text = await tableText(columns, rows, { width: 30, color: false });
		expect(text).toBe(
			[
				'id           title         due',
				'SOP-FIN-002  Bank           12',
				'             reconciliati',
				'             on',
				'SOP-HR-001   経理担当者      3',
				'             onboarding',
				'',
			].join('\n'),
		);
		for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(30);
	});

	test('makes text inert', async () => {
		const text = await tableText([{ title: 'a\nb' }], [['x\u001B[2J\ny']], { width: 80, color: false });
		expect(text).toBe('a␊b\nx␛[2J␊y\n');
	});

	test('colours titles only where asked', async () => {
		expect(await tableText([{ title: 'id' }], [['x']], { width: 80, color: true })).toBe(
			'\u001B[2mid\u001B[22m\nx\n',
		);
	});
});
