import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../src/lint/rules.generated.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const fresh = mkdtempSync(join(tmpdir(), 'sop-rule-reference-'));
afterAll(() => rmSync(fresh, { recursive: true, force: true }));

const pagesOf = (folder: string) =>
	Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

describe('docs/rules', () => {
	beforeAll(() => {
		const { status, stderr } = spawnSync(process.execPath, ['scripts/rule-reference.mjs', fresh], {
			cwd: root,
			encoding: 'utf8',
		});
		expect(stderr).toBe('');
		expect(status).toBe(0);
	});

	it('is what npm run generate:docs writes', () => {
		expect(pagesOf(join(root, 'docs/rules'))).toEqual(pagesOf(fresh));
	});

	it('has every rule, and every link in the overview leads to its heading', () => {
		const { 'README.md': overview = '', ...families } = pagesOf(fresh);
		const links = [...overview.matchAll(/\[([a-z-]+\/[a-z-]+)\]\(([a-z-]+\.md)#([a-z-]+)\)/g)];
		expect(links.map(([, name]) => name)).toEqual(rules.map((rule) => rule.name));
		for (const [, name = '', page = '', anchor] of links) {
			expect(families[page]).toContain(`\n## ${name}\n`);
			expect(anchor).toBe(name.replace('/', ''));
		}
	});

	it('holds no text that Markdown would take for HTML', () => {
		for (const page of Object.values(pagesOf(fresh))) {
			const outsideCode = page.replace(/^(`{3,}).*?^\1$/gms, '').replace(/`[^`\n]*`/g, '');
			expect(outsideCode).not.toMatch(/(?<!\\)<[a-z!/?]/i);
		}
	});
});
