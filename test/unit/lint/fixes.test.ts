import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/library/read-document.ts';
import { fixText } from '../../../src/lint/fix-text.ts';
import { rules } from '../../../src/lint/rules.generated.ts';
import { settingsFrom } from '../../../src/lint/settings.ts';
import type { FileKind } from '../../../src/model/file-kind.ts';

const library = { today: '2026-11-22', registers: {}, config: {}, ruleNames: rules.map((rule) => rule.name) };

/** A text after the fixes of one rule. */
function fixed(name: string, text: string, options: { kind?: FileKind; unsafe?: boolean } = {}): string {
	const { kind = 'sop', unsafe = true } = options;
	const chosen = rules.filter((rule) => rule.name === name);
	const read = (one: string) => readDocument(kind, 'a.sop.yaml', new TextEncoder().encode(one));
	return fixText(read(text), read, { rules: chosen, settings: settingsFrom(chosen, []), library, unsafe })
		.text;
}

describe('fixes', () => {
	it.each([
		[
			'document/version-not-text',
			'version: 2.10  # as it stands\nchange_log:\n  - { version: 2.10, date: 2026-01-20 }\n  - version: 1e1\n',
			'version: "2.10"  # as it stands\nchange_log:\n  - { version: "2.10", date: 2026-01-20 }\n  - version: 1e1\n',
		],
		[
			'document/unknown-key',
			'titl: Pay an invoice # why\nowner: clerk\nownr: controller\nprocedure:\n  - id: enter\n    "don_when": It is done.\n',
			'title: Pay an invoice # why\nowner: clerk\nownr: controller\nprocedure:\n  - id: enter\n    done_when: It is done.\n',
		],
		[
			'document/not-normalised',
			'title: U\u0308ber  # u\u0308\npurpose:\n  why: >-\n    gru\u0308n\n    blau\u0308\n  in_scope: ["U\\u0308"]\n',
			'title: \u00dcber  # u\u0308\npurpose:\n  why: >-\n    gr\u00fcn\n    bla\u00fc\n  in_scope: ["U\\u0308"]\n'.replace(
				'bla\u00fc',
				'blau\u0308'.normalize('NFC'),
			),
		],
		[
			'document/lost-text',
			'title: Pay from account #4711\npurpose:\n  why: Say "no" in #chat\n  in_scope: [Check the amount,\n    and the date, Cards] # all\n',
			'title: "Pay from account #4711"\npurpose:\n  why: "Say \\"no\\" in #chat"\n  in_scope: ["Check the amount, and the date", Cards] # all\n',
		],
		[
			'document/section-order',
			'# yaml-language-server: $schema=x\nformat: 1\n\n# Nobody asks for more.\ntools:\n  - name: SAP # the old one\n\npurpose:\n  why: |\n    Text\n\n    # no comment\noutputs:\n  - id: b\ninputs:\n  - id: a',
			'# yaml-language-server: $schema=x\nformat: 1\n\npurpose:\n  why: |\n    Text\n\n    # no comment\n\n# Nobody asks for more.\ntools:\n  - name: SAP # the old one\ninputs:\n  - id: a\noutputs:\n  - id: b',
		],
	])('%s', (name, before, after) => {
		expect(fixed(name, before)).toBe(after);
		expect(fixed(name, after)).toBe(after);
		const { fix } = rules.find((rule) => rule.name === name) ?? {};
		if (fix?.safety === 'unsafe') expect(fixed(name, before, { unsafe: false })).toBe(before);
	});

	it.each([
		['an alias would come before its anchor', 'tools: &x\n  - name: SAP\npurpose:\n  why: a\n  x-copy: *x\n'],
		['a text keeps the blank lines below it', 'tools:\n  - name: |+\n      SAP\n\n\npurpose:\n  why: a\n'],
		['the document is written in braces', '{ tools: [], purpose: { why: a } }\n'],
		['a key stands twice', 'tools:\n  - name: SAP\npurpose:\n  why: a\ntools:\n  - name: Excel\n'],
	])('sections stay where %s', (_, text) => {
		expect(fixed('document/section-order', text)).toBe(text);
	});
});
