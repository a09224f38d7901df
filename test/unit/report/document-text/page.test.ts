import { describe, expect, test } from 'vitest';
import { Page } from '../../../../src/report/document-text/page.ts';

describe('Page', () => {
	test('hangs the lines of a paragraph', () => {
		const page = new Page(40, false);
		page.line(`• ${'word '.repeat(12)}`, 2, 4);
		expect(page.text()).toBe(`  • word word word word word word word\n    word word word word word\n`);
	});

	test('leaves out a field without a value', () => {
		const page = new Page(80, false);
		for (const value of [undefined, '', ' \n']) page.field('by', value);
		page.field('due', '2 days');
		expect(page.text()).toBe('  due: 2 days\n');
	});

	test('never wraps the colours away, and adds none unless asked', () => {
		const page = new Page(40, true);
		page.heading('7 Procedure');
		page.field('owner', 'controller');
		page.warning('Not all of it is shown');
		expect(page.text()).toMatch(/\u001b\[1m7 Procedure\u001b\[22m/);
		expect(page.text()).toContain('\u001b[2mowner: \u001b[22mcontroller');
	});

	test('lets no label or value bring a line or a colour of its own', () => {
		const page = new Page(80, false);
		page.field('a\u001b[1m', 'x\n9 Forged heading\u001b[31m\r::error::y');
		page.heading('z\u0007\n1 Forged');
		const [field, , heading] = page.text().split('\n');
		expect(field).toBe('  a␛[1m: x 9 Forged heading␛[31m :\\u{3A}error::y');
		expect(heading).toBe('z␇ 1 Forged');
	});
});
