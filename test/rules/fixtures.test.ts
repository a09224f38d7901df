import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/lint/rules.generated.ts';
import { line } from '../../src/report/line.ts';
import { lintHistory } from '../support/lint-history.ts';
import { lintTexts } from '../support/lint-texts.ts';

// Each case is a document (or a folder of files) beside a `.txt` with the exact lines a user sees.
// UPDATE=1 writes the texts anew: read every one of them before it is committed.
const root = new URL('.', import.meta.url).pathname;
const known = new Map(rules.map((rule) => [rule.name as string, rule]));

const folders = (path: string) =>
	readdirSync(path).filter((name) => statSync(join(path, name)).isDirectory());
const ruleFolders = folders(root).flatMap((family) =>
	folders(join(root, family)).map((problem) => `${family}/${problem}`),
);

it('every rule has fixtures, and every fixture a rule', () => {
	expect(ruleFolders.sort()).toEqual([...known.keys()].sort());
});

describe.each(ruleFolders)('%s', (name) => {
	const folder = join(root, name);
	const entries = readdirSync(folder);
	const cases = entries.filter((entry) => !entry.endsWith('.txt'));

	it('has a failing case and a passing one, and no stray text', () => {
		const texts = entries.filter((entry) => entry.endsWith('.txt'));
		expect(texts.map((text) => text.slice(0, -4)).sort()).toEqual(cases.map(caseName).sort());
		expect(texts.some((text) => readFileSync(join(folder, text), 'utf8') !== '')).toBe(true);
		expect(texts.some((text) => readFileSync(join(folder, text), 'utf8') === '')).toBe(true);
	});

	it.each(cases)('%s', async (entry) => {
		const rule = known.get(name);
		if (rule === undefined) throw new Error(`no rule ${name}`);
		// What keeps other rules quiet can only be judged where those have run.
		const run = rule.scope === 'silencing' ? rules : [rule];
		if (rule.scope === 'history') {
			expectText(join(folder, `${caseName(entry)}.txt`), await historyText(join(folder, entry), name));
			return;
		}
		const everything = await lintTexts(filesAt(join(folder, entry)), { rules: run });
		const report = {
			...everything,
			findings: everything.findings.filter((finding) => finding.rule === name),
		};
		const text = await line(report, {
			color: false,
			width: 100,
			root: { fromWorkingDirectory: '', fromRepository: '' },
			rules: new Map(),
		});
		const unevaluated = report.notEvaluated
			.filter((one) => one.rule === name)
			.map((one) => `not evaluated: ${one.reason}\n`)
			.join('');
		expectText(join(folder, `${caseName(entry)}.txt`), text + unevaluated);
	});
});

/** What a rule about the past says of a case that is played in a real repository; ids of commits differ by machine. */
async function historyText(path: string, name: string): Promise<string> {
	const { findings, notEvaluated } = await lintHistory(readFileSync(path, 'utf8'), [name]);
	const lines = findings.map(
		({ file, range, message }) =>
			`${file}:${range.start.line}: ${message.replace(/\b[0-9a-f]{7}\b/g, '<commit>')}\n`,
	);
	return [...lines, ...notEvaluated.map(({ reason }) => `not evaluated: ${reason}\n`)].join('');
}

function expectText(file: string, text: string): void {
	if (process.env['UPDATE'] === '1' || !existsSync(file)) writeFileSync(file, text);
	expect(text).toBe(readFileSync(file, 'utf8'));
}

function caseName(entry: string): string {
	return entry.replace(/\.(?:(?:sop|checklist)?\.?yaml|history)$/, '');
}

function filesAt(path: string): Record<string, string> {
	const base = statSync(path).isDirectory() ? path : join(path, '..');
	return Object.fromEntries(
		filesBelow(path).map((file) => [relative(base, file), readFileSync(file, 'utf8')]),
	);
}

function filesBelow(path: string): string[] {
	return statSync(path).isDirectory()
		? readdirSync(path).flatMap((name) => filesBelow(join(path, name)))
		: [path];
}
