import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { LintReport } from '../../../src/diagnostics/lint-report.ts';
import { inertText } from '../../../src/report/inert-text.ts';
import { markdown } from '../../../src/report/markdown.ts';
import { markdownText } from '../../../src/report/markdown-text.ts';
import {
	hostileReport,
	hostileText,
	sampleFile,
	sampleFinding,
	sampleOptions,
	sampleReport,
	shallowClone,
} from './sample-report.ts';

const renderer = new MarkdownIt({ html: true, linkify: true });
// GitHub and GitLab make links of schemes, `www.` and addresses, not of every `name.tld`.
renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: true });

const render = (report: LintReport): string => renderer.render(markdown(report, sampleOptions()));

/** The text of a page outside code, as filters for mentions and references see it. */
function textOf(html: string): string {
	return html
		.replace(/<(pre|code)\b.*?<\/\1>/gs, '')
		.replace(/<[^>]*>/g, '')
		.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&amp;', '&');
}

const ours = new Set([
	'!--',
	'details',
	'summary',
	'code',
	'h3',
	'p',
	'table',
	'thead',
	'tbody',
	'tr',
	'th',
	'td',
	'pre',
	'ul',
	'li',
	'strong',
]);

describe('markdown', () => {
	test('reads well', async () => {
		const finding = sampleFinding({ clauses: ['ISO 9001:2015 7.5.2 a'], fix: 'safe' });
		const report = sampleReport([finding], { documents: 12, notEvaluated: [shallowClone] });
		await expect(markdown(report, sampleOptions())).toMatchFileSnapshot('fixtures/markdown.txt');
		await expect(render(report)).toMatchFileSnapshot('fixtures/markdown-rendered.txt');
	});

	test('says of a clean library only that', () => {
		expect(markdown(sampleReport([], { documents: 12 }), sampleOptions())).toBe(
			'<!-- sop lint -->\n\n### 12 documents: no findings\n',
		);
	});

	test('lets document text make no HTML, no link and no table cell', () => {
		const html = render(hostileReport());
		const tags = Array.from(html.matchAll(/<\/?([a-z!][^\s>]*)([^>]*)>/gi));
		for (const [, name, attributes] of tags) {
			expect(ours).toContain(name);
			if (name !== '!--')
				expect(attributes?.replace(/ (style="text-align:right"|class="language-text")/, '')).toBe('');
		}
		expect(html.match(/<td/g)).toHaveLength(4);
		expect(html.match(/<details>/g)).toHaveLength(1);
		expect(html.match(/<\/details>/g)).toHaveLength(1);
	});

	test('lets document text mention nobody and refer to nothing', () => {
		const text = textOf(render(hostileReport()));
		expect(text).toContain('everyone');
		expect(text).not.toMatch(/[@#!$&%~^][\p{L}\p{N}_"]/u);
		expect(text).not.toMatch(/:[a-z+-]+:/i);
		expect(text).not.toMatch(/gh-\d|www\.|:\/\//i);
		expect(markdown(hostileReport(), sampleOptions())).not.toMatch(/^\s*\/\w/m);
	});

	test('shows the text that it escapes', () => {
		const shown = textOf(renderer.render(`x ${markdownText(hostileText)}`)).replaceAll('\u200B', '');
		expect(shown).toContain('</failure>]]><script>alert(1)</script><img src=x onerror=alert(1)>');
		expect(shown).toContain('a|b|c `x` **bold** ~~gone~~ _it_ \\');
		expect(shown).toContain('@everyone #1 !1 GH-12 :tada: ~"bug"');
		expect(shown).toContain('␛[2J␛]0;owned␇');
	});

	test('stays one cell of text, whatever is put together', () => {
		const unit = fc.constantFrom(
			...[
				'<b>',
				'</td>',
				'</summary>',
				'<!--',
				'-->',
				'<a href=x>',
				'&lt;',
				'&#60;',
				'[x](y)',
				'![',
				'](',
				'<http://a.b>',
			],
			...[
				'http://a.b',
				'www.a.b',
				'a@b.c',
				'@a',
				'#1',
				'`',
				'``',
				'|',
				'\\',
				'*',
				'_',
				'~',
				'~~',
				'[^1]',
				'{+',
				'+}',
				'[-',
			],
			...['\n', '\n\n', ' ', 'x', ':', '://', 'http', 'www', '.', '@', '-', '=', '#', '\u200B', '::error::'],
		);
		fc.assert(
			fc.property(fc.array(unit), (parts) => {
				const text = parts.join('');
				const html = renderer.render(`| a | b |\n|---|---|\n| x ${markdownText(text)} | y |\n`);
				expect(html.match(/<(?!\/?(?:table|thead|tbody|tr|th|td)>)/g)).toBeNull();
				expect(html.match(/<td>/g)).toHaveLength(2);
				const shown = textOf(html.slice(html.indexOf('<tbody>')))
					.trim()
					.replaceAll('\u200B', '');
				expect(shown.replace(/\s+/g, ' ')).toBe(`x ${inertText(text)} y`.replace(/\s+/g, ' '));
			}),
		);
	});

	test('keeps a fence of backticks in its code block', () => {
		const finding = sampleFinding({ excerpt: { firstLine: 88, lines: ['a: `````', '```'] } });
		const html = render(sampleReport([finding]));
		expect(html.match(/<pre>/g)).toHaveLength(1);
		expect(html).toContain('89 │ ```\n</code></pre>');
	});

	test('stays short enough for a comment', () => {
		const files = Array.from({ length: 400 }, (_, at) => sampleFile({ file: `sops/${at}.sop.yaml` }));
		const findings = files.map(({ file }) => sampleFinding({ file, message: hostileText }));
		const text = markdown(sampleReport(findings, { files }), sampleOptions());
		expect(text.length).toBeLessThan(65_536);
		expect(text).toContain('| and 300 more files | | | |');
		expect(text).toMatch(
			/\nThe findings of \d+ more files are left out here: run `sop lint` to see them\.\n$/,
		);
	});
});
