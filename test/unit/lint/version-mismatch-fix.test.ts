import { expect, it } from 'vitest';
import { readDocument } from '../../../src/library/read-document.ts';
import { fixText } from '../../../src/lint/fix-text.ts';
import { versionMismatch } from '../../../src/lint/rules/change-log/version-mismatch.ts';
import { settingsFrom } from '../../../src/lint/settings.ts';

const read = (text: string) => readDocument('sop', 'a.sop.yaml', new TextEncoder().encode(text));

function fix(text: string): string {
	return fixText(read(text), read, {
		rules: [versionMismatch],
		settings: settingsFrom([versionMismatch], []),
		library: { today: '2026-11-22', registers: {}, config: {}, ruleNames: [] },
		unsafe: false,
	}).text;
}

const log =
	'change_log:\n  - version: "2.10"\n    date: 2026-01-20\n  - version: "2.9"\n    date: 2025-01-20\n';

it.each([
	['version: "2.9"  # ours', 'version: "2.10"  # ours'],
	["version: '2'", 'version: "2.10"'],
	['version: 2.9', 'version: "2.10"'],
])('raises %s', (before, after) => {
	expect(fix(`${before}\n${log}`)).toBe(`${after}\n${log}`);
});

it.each(['version: "2.11"', 'version: "2.10.0"', 'version: draft', 'version:'])(
	'leaves %s alone',
	(header) => {
		expect(fix(`${header}\n${log}`)).toBe(`${header}\n${log}`);
	},
);
