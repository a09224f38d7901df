import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/lint-library.ts';
import { smallSop, temporaryLibrary } from '../support/temporary-library.ts';

const faulty = smallSop.replace('version: "1.0"', 'version: 1.0');
const today = new Date().toISOString().slice(0, 10);

/** Findings of a document in which some lines stand above the version in line 5. */
function above(lines: string, form: (text: string) => string = (text) => text): readonly string[] {
	const text = form(faulty.replace('version: 1.0', `${lines}version: 1.0`));
	return findingsOf(temporaryLibrary({ 'a.sop.yaml': text }), []).map((line) => line.replace('a.sop.yaml:', ''));
}

const off = '# sop-disable-next-line';
const rule = 'document/version-not-text';

describe('suppression comments', () => {
	it.each([
		['with a reason', `${off} ${rule} -- the old system\n`, []],
		['until today', `${off} ${rule} -- the old system [until ${today}]\n`, []],
		['over blank lines and comments', `${off} ${rule} -- the old system\n\n  # more\n\n`, []],
		['several rules, one of them needed', `${off} document/placeholder, ${rule} -- the old system\n`, ['5:25 warning suppression/unused']],
		['two comments, one with a reason', `${off} ${rule}\n${off} ${rule} -- the old system\n`, ['5:25 error suppression/no-reason']],
		['without a reason', `${off} ${rule}\n`, ['5:25 error suppression/no-reason', `6:10 error ${rule}`]],
		['expired', `${off} ${rule} -- the old system [until 2020-01-31]\n`, ['5:25 error suppression/expired', `6:10 error ${rule}`]],
		['for another rule', `${off} document/placeholder -- the old system\n`, ['5:25 warning suppression/unused', `6:10 error ${rule}`]],
		['for no rule', `${off} document/version -- the old system\n`, ['5:25 warning suppression/unused', `6:10 error ${rule}`]],
		['of another form', `# sop-disable ${rule}\n`, ['5:1 error suppression/no-reason', `6:10 error ${rule}`]],
		['for a rule that cannot be silenced', `${off} suppression/no-reason -- we know\n${off} ${rule}\n`, [
			'5:25 warning suppression/unused',
			'6:25 error suppression/no-reason',
			`7:10 error ${rule}`,
		]],
	])('%s', (_, lines, expected) => {
		expect(above(lines)).toEqual(expected);
	});

	it('counts in lists and with CRLF, and not inside a text', () => {
		expect(above(`${off} ${rule} -- the old system\n`, (text) => text.replaceAll('\n', '\r\n'))).toEqual([]);
		const list = smallSop.replace('    what: First version', `    ${off} document/placeholder -- on purpose\n    what: TODO`);
		expect(findingsOf(temporaryLibrary({ 'a.sop.yaml': list }), [])).toEqual([]);
		const inText = smallSop.replace('why: Pay each supplier once, the right amount, on time.', `why: |\n    ${off} document/placeholder -- no comment\n    TODO`);
		expect(findingsOf(temporaryLibrary({ 'a.sop.yaml': inText }), []).map((line) => line.split(' ').at(-1))).toEqual(['document/placeholder']);
	});

	it('are not called needless where their rule could not run', () => {
		const broken = `${off} document/placeholder -- on purpose\n${smallSop}x: [\n`;
		expect(findingsOf(temporaryLibrary({ 'a.sop.yaml': broken }), []).every((line) => line.endsWith('document/syntax'))).toBe(true);
		const german = smallSop.replace('language: en', 'language: de').replace('    do: Enter', `    ${off} procedure/not-imperative -- in German\n    do: Enter`);
		expect(findingsOf(temporaryLibrary({ 'a.sop.yaml': german }), [])).toEqual([]);
		const quiet = smallSop.replace('owner:', `${off} document/placeholder -- on purpose\nowner:`);
		expect(findingsOf(temporaryLibrary({ 'a.sop.yaml': quiet }), ['--rule', 'suppression'])).toEqual([]);
	});
});
