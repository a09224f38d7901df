import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import type { DocumentDiff } from '../../../../src/model/diff/document-diff.ts';
import { diffJson, diffsJson } from '../../../../src/report/diff-text/diff-json.ts';
import { diffMarkdown } from '../../../../src/report/diff-text/diff-markdown.ts';
import { diffTerminal } from '../../../../src/report/diff-text/diff-terminal.ts';
import { displayWidth } from '../../../../src/report/display-width.ts';
import { hostileText } from '../sample-report.ts';
import { checklistDiff, hostileDiff, noDiff, sopDiff } from './sample-diff.ts';

const plain = { width: 80, color: false };
const renderer = new MarkdownIt({ html: true, linkify: true });
const added: DocumentDiff = { ...sopDiff, from: null };
const removed: DocumentDiff = { ...sopDiff, to: null };
const short = (diff: DocumentDiff, side: 'from' | 'to') => diff[side]?.digest.slice('sha256:'.length, 19);

describe('diffTerminal', () => {
	test('reads well', () => {
		expect(diffTerminal([sopDiff], plain)).toBe(`SOP-FIN-002 Bank reconciliation
  from: version 2.1 (main, digest ${short(sopDiff, 'from')})
  to: version 2.2 (working tree, digest ${short(sopDiff, 'to')})

Header

  - Version 2.1 → 2.2

3 Definitions

  - Definition GL: meaning "General ledger" → "The general ledger"

7 Procedure

  ! control-relevant: Step collect: due time 2 business days → 3 business days
  ! control-relevant: Step match: doer preparer → controller

4 changes: 2 control-relevant
`);
	});

	test('prints several documents one after the other, and counts them', () => {
		const text = diffTerminal([sopDiff, noDiff, checklistDiff], plain);
		expect(text.match(/^(SOP|CHK)-.*/gm)).toEqual([
			'SOP-FIN-002 Bank reconciliation',
			'CHK-FIN-001 Month-end close',
		]);
		expect(text).toContain('\nItems\n\n  ! control-relevant: Item bank-rec: tolerance 0.01 → 1.00 (USD)\n');
		expect(text).toMatch(/\n\n2 documents changed: 2 control-relevant\n$/);
	});

	test('says of what did not change that it did not', () => {
		expect(diffTerminal([noDiff], plain)).toMatch(/^SOP-FIN-002 .*\n\nNothing changed\n$/s);
		expect(diffTerminal([noDiff, noDiff], plain)).toBe('Nothing changed\n');
		expect(diffTerminal([], plain)).toBe('Nothing changed\n');
	});

	test('says that a document is new or gone', () => {
		expect(diffTerminal([added], plain)).toContain('  from: nothing: the document is new\n');
		expect(diffTerminal([removed], plain)).toContain('  to: nothing: the document is gone\n');
	});

	test('says nothing with colours that it does not say without', () => {
		const painted = diffTerminal([sopDiff], { width: 80, color: true });
		expect(painted).toContain('\u001b[');
		expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(diffTerminal([sopDiff], plain));
	});

	test('makes hostile text harmless, and keeps its signs to itself', () => {
		const text = diffTerminal([hostileDiff(hostileText)], plain);
		expect(text).not.toMatch(/[^\n\P{Cc}]|[\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/u);
		expect(text).not.toMatch(/##\w*\[|^\s*::[a-z]/im);
		const faked = hostileDiff('x\n  ! control-relevant: Step a removed\n7 Procedure');
		const signs = diffTerminal([faked], plain).match(/^ {2}! control-relevant: .*/gm) ?? [];
		expect(signs).toHaveLength(faked.changes.filter((change) => change.controlRelevant).length);
		expect(diffTerminal([faked], plain).match(/^7 Procedure$/gm)).toHaveLength(1);
	});

	test('takes any text, in any width', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 40, max: 120 }), (any, width) => {
				const text = diffTerminal([hostileDiff(any)], { width, color: false });
				expect(text).not.toMatch(/[^\n\P{Cc}]/u);
				for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
			}),
			{ numRuns: 60 },
		);
	});
});

describe('diffMarkdown', () => {
	test('reads well', () => {
		expect(diffMarkdown([sopDiff, checklistDiff])).toBe(`<!-- sop diff -->

### 2 documents changed: 2 control-relevant

#### Document SOP-FIN-002 Bank reconciliation

From version 2.1 (main, digest ${short(sopDiff, 'from')}) to version 2.2 (working tree, digest ${short(sopDiff, 'to')}). 4 changes: 2 control-relevant.

**Header**

- Version 2.1 → 2.2

**3 Definitions**

- Definition GL: meaning "General ledger" → "The general ledger"

**7 Procedure**

- **! control-relevant:** Step collect: due time 2 business days → 3 business days
- **! control-relevant:** Step match: doer preparer → controller

#### Document CHK-FIN-001 Month-end close

From version 1.2 (main, digest ${short(checklistDiff, 'from')}) to version 1.2 (working tree, digest ${short(checklistDiff, 'to')}). 1 change: 1 control-relevant.

**Items**

- **! control-relevant:** Item bank-rec: tolerance 0.01 → 1.00 (USD)
`);
	});

	const ours = ['!--', 'h3', 'h4', 'p', 'ul', 'li', 'strong'];

	test('lets document text make no HTML, no link, no list and no heading', () => {
		const pieces = fc.constantFrom(
			...[
				'<b>',
				'<!--',
				'-->',
				'[x](y)',
				'![',
				'http://a.b',
				'www.a.b',
				'a@b.c',
				'@a',
				'`',
				'```',
				'|',
				'\\',
			],
			...[
				'*',
				'**',
				'_',
				'~~',
				'\n',
				'\n\n',
				'- ',
				'1. ',
				'# ',
				'> ',
				'    ',
				'---',
				'===',
				' ',
				'x',
				'&lt;',
			],
		);
		const text = fc.oneof(
			fc.constant(hostileText),
			fc.array(pieces).map((parts) => parts.join('')),
		);
		fc.assert(
			fc.property(text, (any) => {
				const diff = hostileDiff(any);
				const html = renderer.render(diffMarkdown([diff]));
				for (const [, name = '', attributes] of html.matchAll(/<\/?([a-z!][^\s>]*)([^>]*)>/gi)) {
					expect(ours).toContain(name);
					if (name !== '!--') expect(attributes).toBe('');
				}
				expect(html.match(/<li>/g) ?? []).toHaveLength(diff.changes.length);
				expect(html.match(/<h[34]>/g)).toHaveLength(diff.changes.length === 0 ? 1 : 2);
				const relevant = diff.changes.filter((change) => change.controlRelevant);
				expect(html.match(/<strong>! control-relevant:<\/strong>/g) ?? []).toHaveLength(relevant.length);
			}),
			{ numRuns: 200 },
		);
	});

	test('is never longer than a comment may be, and says how many changes it leaves out', () => {
		const change = sopDiff.changes[0];
		if (change === undefined) throw new Error('The sample has changes');
		const long = {
			...sopDiff,
			changes: Array.from({ length: 3000 }, () => ({ ...change, words: 'Version '.repeat(12) })),
		};
		const text = diffMarkdown([checklistDiff, long]);
		expect(text.length).toBeLessThan(65_536);
		const told = text.match(/^- /gm)?.length ?? 0;
		expect(told).toBeGreaterThan(100);
		expect(text).toMatch(
			new RegExp(`\\n\\n${3001 - told} more changes left out here: run \`sop diff\` to see them.\\n$`),
		);
	});

	test('says when nothing changed', () => {
		expect(diffMarkdown([noDiff])).toBe('<!-- sop diff -->\n\n### Nothing changed\n');
	});
});

describe('JSON', () => {
	test('of one diff holds everything', () => {
		const diff = hostileDiff(hostileText);
		const text = diffJson(diff);
		expect(JSON.parse(text)).toEqual({ format: 1, ...JSON.parse(JSON.stringify(diff)) });
		expect(Object.keys(JSON.parse(text))).toEqual(['format', 'document', 'title', 'from', 'to', 'changes']);
		expect(text).not.toMatch(/[^\n\P{Cc}]/u);
		expect(JSON.parse(diffJson(added)).from).toBeNull();
	});

	test('of several diffs counts them', () => {
		const value = JSON.parse(diffsJson([sopDiff, noDiff, checklistDiff]));
		expect(value.summary).toEqual({
			documents: 2,
			controlRelevantDocuments: 2,
			changes: 5,
			controlRelevantChanges: 3,
		});
		expect(value.diffs).toHaveLength(3);
		expect(value.diffs[1].changes).toEqual([]);
	});
});
