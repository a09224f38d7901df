import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { line } from '../src/report/line.ts';
import { lintTexts } from './support/lint-texts.ts';

// Faithful copies of published procedures that have a defect. The linter must find it, and nothing else; beside each
// copy stands `expected.txt` with the exact lines, and a README that quotes the source.
const root = new URL('real/', import.meta.url).pathname;
const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(folders.map((entry) => entry.name))('%s', (name) => {
	const folder = join(root, name);
	const documents = readdirSync(folder).filter((file) => file.endsWith('.yaml'));

	it('names its source, its licence and its defect', () => {
		const readme = readFileSync(join(folder, 'README.md'), 'utf8');
		expect(readme).toMatch(/CC0|CC[ -]BY|Apache/);
		expect(documents).not.toEqual([]);
	});

	it('has exactly the findings it is known for', async () => {
		const texts = Object.fromEntries(
			documents.map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
		);
		const report = await lintTexts({ ...texts, 'sop.config.yaml': config });
		const options = {
			color: false,
			width: 100,
			root: { fromWorkingDirectory: '', fromRepository: '' },
			rules: new Map(),
		};
		const lines = await line(report, options);
		const expected = join(folder, 'expected.txt');
		if (process.env['UPDATE'] === '1' || !existsSync(expected)) writeFileSync(expected, lines);
		expect(lines).toBe(readFileSync(expected, 'utf8'));
		expect(lines).not.toBe('');
	});

	it('is named by its README with every rule that fires', () => {
		const readme = readFileSync(join(folder, 'README.md'), 'utf8');
		const fired = [
			...readFileSync(join(folder, 'expected.txt'), 'utf8').matchAll(/\[([a-z-]+\/[a-z-]+)\]$/gm),
		];
		for (const [, rule] of fired) expect(readme).toContain(rule);
	});
});

const config = `format: 1
library: 5e0c7a1fd2b94e6c8a3f6d0b1c2e4f58
preset: strict
`;
