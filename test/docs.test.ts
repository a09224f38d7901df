import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { hasAnchor } from '../src/model/link-anchors.ts';
import { markdownLinks } from '../src/model/markdown/links.ts';
import { sections } from '../src/model/sections.ts';
import { readPlainYaml } from '../src/source/plain-yaml.ts';
import { filesOf } from './support/lay-over.ts';
import { lintTexts } from './support/lint-texts.ts';
import { fencedBlocks, outputPattern } from './support/markdown-blocks.ts';
import { runPage } from './support/run-page.ts';

// Every example of the documentation is run. UPDATE=1 writes what was printed into the pages: read the diff.

const root = fileURLToPath(new URL('..', import.meta.url));
const under = (folder: string) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.md'))
		.map((file) => join(folder, file));
const atTop = readdirSync(root).filter((file) => file.endsWith('.md'));
const pages = [...atTop, ...under('docs'), ...under('examples'), ...under('test/real')];
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

/** Pages whose examples a user copies. The rule reference is made from examples that its own test runs. */
const taught = pages.filter((page) => !/^(?:docs\/rules|examples|test)\//.test(page));
const withBlocks = (language: string) =>
	taught.filter((page) => fencedBlocks(textOf(page)).some((block) => block.language === language));

describe('the blocks of the documentation', () => {
	it('are there', () => {
		expect(withBlocks('console')).toContain('README.md');
		expect(withBlocks('yaml')).toContain('docs/guide.md');
	});

	it.each(taught)('%s fences only what is run, and what a test cannot run', (page) => {
		const languages = new Set(fencedBlocks(textOf(page)).map(({ language }) => language));
		expect([...languages].filter((one) => !['console', 'yaml', 'sh', 'text'].includes(one))).toEqual([]);
		const unchecked = fencedBlocks(textOf(page)).filter(({ language }) => language === 'sh');
		for (const { text } of unchecked)
			expect(text, 'a call of sop belongs in a console block').not.toMatch(/^\$? ?sop /m);
	});
});

describe.each(withBlocks('console'))('the calls in %s', (page) => {
	const outcomes = runPage(fencedBlocks(textOf(page)));
	if (process.env['UPDATE'] === '1') {
		let [text, from] = [textOf(page), 0];
		for (const { command, expected, printed } of outcomes) {
			const written = `${[`$ ${command}`, ...expected].join('\n')}\n`;
			const fresh = outputPattern(expected).test(printed) ? written : `$ ${command}\n${printed}`;
			from = text.indexOf(written, from);
			text = text.slice(0, from) + fresh + text.slice(from + written.length);
			from += fresh.length;
		}
		writeFileSync(join(root, page), text);
	}
	it.each(outcomes)('line $line: $command', ({ expected, printed }) => {
		const whole = expected.length === 0 ? '' : `${expected.join('\n')}\n`;
		if (!outputPattern(expected).test(printed)) expect(printed).toBe(whole);
	});
});

describe.each(withBlocks('yaml'))('the YAML in %s', (page) => {
	const blocks = fencedBlocks(textOf(page)).filter(({ language }) => language === 'yaml');
	it.each(blocks)('line $line has the findings it says', async ({ text }) => {
		const [first = '', ...rest] = text.split('\n');
		const says = /^# finds: (?<rules>.+)$/.exec(first)?.groups?.['rules'];
		const files = filesOf(says === undefined ? text : rest.join('\n'));
		const report = await lintTexts(mapValues(files, raciBesideRoles));
		const found = report.findings.map(({ rule, message }) => (says === undefined ? message : rule));
		expect([...new Set(found)].sort()).toEqual(says === undefined ? [] : says.split(', ').sort());
	});
});

describe('the links of the documentation', () => {
	it.each(pages)('in %s lead somewhere', (page) => {
		const broken = markdownLinks(textOf(page)).flatMap(({ target, written }) => {
			if (/^[a-z][a-z+.-]*:/i.test(target)) return [];
			const [path = '', anchor = ''] = target.split('#');
			const file = path === '' ? join(root, page) : resolve(root, dirname(page), decodeURIComponent(path));
			const facts = statSync(file, { throwIfNoEntry: false });
			if (facts === undefined || relative(root, file).startsWith('..')) return [written];
			if (anchor === '') return [];
			const text = readFileSync(file, 'utf8');
			return hasAnchor(file, text, decodeURIComponent(anchor)) === true ? [] : [written];
		});
		expect(broken).toEqual([]);
	});

	it('reach every page of docs from its index', () => {
		const index = textOf('docs/README.md');
		for (const page of readdirSync(join(root, 'docs')).filter(
			(file) => file.endsWith('.md') && file !== 'README.md',
		))
			expect(index).toContain(`(${page})`);
	});
});

describe('the README', () => {
	it('names the fifteen sections as the linter does', () => {
		const rows = [...textOf('README.md').matchAll(/^\| (\d+) \| ([^|]+) \| `(\w+)`/gm)];
		expect(rows.map(([, number, name, key]) => ({ number: Number(number), name, key }))).toEqual(
			sections.map(({ number, name, key }) => ({ number, name, key })),
		);
	});

	it('shows a pre-commit config as the official schema has it', () => {
		const [schema, hooks] = ['config', 'hooks'].map((name) =>
			JSON.parse(textOf(`test/fixtures/conformance/pre-commit-${name}.json`)),
		);
		const config = fencedBlocks(textOf('README.md')).find(({ text }) => text.startsWith('repos:'));
		const ajv = new Ajv({ strict: false, logger: false }).addSchema(hooks);
		const validate = ajv.compile(schema);
		expect(validate(readPlainYaml(config?.text ?? '')?.value), JSON.stringify(validate.errors)).toBe(true);
	});

	it('can be read in one sitting', () => {
		expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(210);
	});
});

/** New sections are laid at the end; this one belongs to section 4. */
function raciBesideRoles(text: string): string {
	const raci = /^raci:\n(?:[ ].*\n)+/m.exec(text)?.[0] ?? '';
	return text.replace(raci, '').replace(/^tools:/m, () => `${raci}tools:`);
}

function mapValues(files: Readonly<Record<string, string>>, change: (text: string) => string) {
	return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, change(text)]));
}
