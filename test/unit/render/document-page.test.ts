import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { digestOf } from '../../../src/model/digest.ts';
import { sections } from '../../../src/model/sections.ts';
import { documentPage, type ShownDocument } from '../../../src/render/document-page.tsx';
import { oddValue, withOddPart } from '../../support/odd-parts.ts';
import { pageOf, textOf } from './page-of.ts';
import { context, hostile } from './sample-pages.ts';

const root = new URL('../../../', import.meta.url).pathname;
const files = ['examples', 'test/fixtures/format-md'].flatMap((folder) =>
	readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(?:sop|checklist)\.yaml$/.test(file))
		.map((file) => `${folder}/${file}`),
);

/** What is needed to show a value as a document. */
function shown(value: unknown, kind: 'sop' | 'checklist' = 'sop'): ShownDocument {
	const { id, version } = Object(value) as { id?: unknown; version?: unknown };
	return {
		id: String(id),
		kind,
		version: String(version),
		digest: digestOf(value),
		file: 'sops/one.sop.yaml',
		value,
		classification: null,
		status: ['In force since 2026-02-01.'],
		bytes: `documents/${String(id)}/${String(id)}@${String(version)}.yaml`,
		canonical: null,
	};
}

const at = { ...context, path: 'documents/SOP-FIN-002/SOP-FIN-002@2.1.html' };
const show = (value: unknown, kind?: 'sop' | 'checklist') => pageOf(documentPage(shown(value, kind), at));

/** Every text and number of a value, and every key that is not of the format. */
function leaves(value: unknown): string[] {
	if (Array.isArray(value)) return value.flatMap(leaves);
	if (typeof value === 'object' && value !== null)
		return Object.entries(value).flatMap(([key, one]) => [
			...(key.startsWith('x-') ? [key] : []),
			...leaves(one),
		]);
	return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** A text without what Markdown says by signs, and without the way it is laid out. */
function words(text: string): string {
	return text
		.replace(/^\s*(?:[-*+]|\d+[.)])\s+/gm, ' ')
		.replace(/[\\`*_[\]()<>#~"]/g, '')
		.replace(/\s+/g, '');
}

function missingFrom(value: unknown, page: Document): string[] {
	const text = words(page.body.textContent ?? '');
	return leaves(value).filter((leaf) => !text.includes(words(leaf)));
}

describe('every example', () => {
	test('was found', () => expect(files.length).toBeGreaterThan(10));

	test.each(files)('%s is shown whole', (file) => {
		const value: unknown = parse(readFileSync(root + file, 'utf8'));
		const page = show(value, file.endsWith('.sop.yaml') ? 'sop' : 'checklist');
		expect(missingFrom(value, page)).toEqual([]);
	});
});

test('no value breaks a page, or loses a word of it', () => {
	const values = files.map((file): unknown => parse(readFileSync(root + file, 'utf8')));
	fc.assert(
		fc.property(
			fc.nat(values.length - 1),
			fc.array(fc.nat(), { maxLength: 6 }),
			oddValue,
			fc.constantFrom('sop', 'checklist'),
			(which, turns, by, kind) => {
				const odd = withOddPart(structuredClone(values[which]), turns, by);
				const page = show(odd, kind);
				// What cannot be seen is shown by other signs.
				const seen = leaves(odd).filter((leaf) => !/[\u202e\ud800]/.test(leaf));
				expect(missingFrom(seen, page)).toEqual([]);
			},
		),
		{ numRuns: 60 },
	);
});

test('an SOP has fifteen sections in their order, written or not', () => {
	const page = show({
		id: 'SOP-FIN-002',
		version: '2.1',
		title: 'Small',
		tools: { not_applicable: 'Nothing is used.' },
	});
	const headings = [...page.querySelectorAll('h2')].map(textOf);
	expect(headings).toEqual(sections.map(({ number, name }) => `${number} ${name}`));
	expect(textOf(page.querySelector('[aria-labelledby="section-5"]'))).toContain(
		'Not applicable: Nothing is used.',
	);
	expect(textOf(page.querySelector('[aria-labelledby="section-7"]'))).toContain('Not written.');
});

test('own keys are shown as a table, wherever they stand', () => {
	const page = show({
		id: 'SOP-FIN-002',
		version: '2.1',
		title: 'Small',
		'x-cost-centre': 4711,
		'x-nested': { deep: [{ er: 'still here' }] },
		procedure: [{ id: 'one', do: 'Do it.', by: 'me', 'x-system': 'S/4' }],
	});
	expect(textOf(page.querySelector('[aria-labelledby="own-keys"] table'))).toBe(
		'x-cost-centre4711x-nesteddeeperstill here',
	);
	expect(textOf(page.querySelector('#at-one table'))).toBe('x-systemS/4');
});

test('a text that breaks its schema is shown whole', () => {
	const odd = {
		id: 7,
		version: { major: 'two' },
		title: ['not', 'one'],
		owner: { who: 'nobody-knows' },
		purpose: 'just a sentence',
		roles: 'everybody-here',
		raci: { steps: 'all-of-them' },
		procedure: [
			null,
			'a bare line',
			{ do: { deep: 'verb' }, only_if: { input: 'x', odd: 'key-of-condition' } },
		],
		decisions: [
			{
				id: 'd',
				question: 'Which?',
				branches: [{ if: 'this', below: 77, goto: { to: 'nowhere-at-all' } }, 'loose'],
			},
			{ branches: { not: 'a-list' } },
		],
		exceptions: { not_applicable: 'none', 'x-why': 'because-of-it' },
		approval: ['signed-somewhere'],
		unknown: 'key-nobody-knows',
	};
	expect(missingFrom(odd, show(odd))).toEqual([]);
	expect(missingFrom(odd, show(odd, 'checklist'))).toEqual([]);
	expect(textOf(show('only a text').querySelector('main'))).toContain('only a text');
});

test('hostile text is inert and visible in every place', () => {
	const parts = { id: hostile, do: hostile, question: hostile, when: hostile, by: [hostile], goto: hostile };
	const value = {
		id: 'SOP-FIN-002',
		version: '2.1',
		title: hostile,
		purpose: {
			why: `[click](javascript:alert(1) "t") ![p](http://tracker.example/p.png) ${hostile.replace('&lt;', '')}`,
		},
		procedure: [parts, parts],
		decisions: [{ ...parts, branches: [parts] }],
		exceptions: [parts],
		change_log: [{ version: hostile, what: `<javascript:alert(4)> ${hostile}` }],
		[hostile]: hostile,
	};
	const page = show(value);
	expect(textOf(page.querySelector('h1'))).toContain('<script>alert(1)</script>');
	expect(textOf(page.querySelector('h1'))).toContain(
		'␛[31mred␛[0m ␇\\u{202E}evil\\u{202C} zero\\u{200B}width␀',
	);
	expect(textOf(page.querySelector('[aria-labelledby="section-1"]'))).toContain(
		'click (javascript:alert(1) "t") p (picture http://tracker.example/p.png)',
	);
});

describe('prose', () => {
	const prose = (why: string) =>
		show({ id: 'A', version: '1', title: 't', purpose: { why } }).querySelector(
			'[aria-labelledby="section-1"] dd',
		);

	test('is Markdown', () => {
		const read = prose(
			'First *this*, then:\n\n1. `code`\n2. **strong**\n\n> quoted\n\n# Heading\n\n```sh\nls -l\n```',
		);
		expect(read?.querySelector('em')?.textContent).toBe('this');
		expect([...(read?.querySelectorAll('ol > li') ?? [])].map(textOf)).toEqual(['code', 'strong']);
		expect(textOf(read?.querySelector('blockquote') ?? null)).toBe('quoted');
		expect(read?.querySelector('h1')).toBeNull();
		expect(textOf(read?.querySelector('pre') ?? null)).toBe('ls -l');
	});

	test.each([
		['a definition of a link that nothing uses', '[unused]: http://hidden.example "where"'],
		['an entity', 'AT&amp;T and &copy; and &#x202E;'],
		['deep nesting', `${'> '.repeat(200)}at the bottom`],
		['deep lists', Array.from({ length: 60 }, (_, n) => `${'  '.repeat(n)}- level${n}`).join('\n')],
		['a reference', 'See [the guide][g].\n\n[g]: https://guide.example/a%20b (The guide)'],
	])('loses nothing of %s', (_, text) => {
		const read = prose(text)?.textContent ?? '';
		for (const word of text.match(/[\p{L}\p{N}]{2,}/gu) ?? []) expect(read).toContain(word);
	});

	test('keeps the numbers of a list', () => {
		const items = prose('7. seven\n9. nine')?.querySelectorAll('li') ?? [];
		expect([...items].map((item) => item.getAttribute('value'))).toEqual(['7', '9']);
	});

	test('of one million signs does not hang', () => {
		expect(prose('[a](b '.repeat(160_000))?.textContent).toContain('[a](b');
	}, 20_000);
});
