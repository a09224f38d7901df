import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { rules } from '../../src/lint/rules.generated.ts';
import { runSop } from '../support/run-sop.ts';
import { smallSop, temporaryFolder, temporaryLibrary } from '../support/temporary-library.ts';

describe('sop rules', () => {
	test('lists every rule in each format', () => {
		const folder = temporaryFolder();
		const names = rules.map(({ name }) => name);
		const { format, rules: listed } = JSON.parse(runSop(folder, 'rules', '--format', 'json').stdout);
		expect(format).toBe(1);
		expect(listed.map(({ rule }: { rule: string }) => rule)).toEqual(names);
		expect(listed[0]).toEqual({
			rule: rules[0]?.name,
			family: rules[0]?.name.split('/')[0],
			severity: rules[0]?.severity,
			fix: rules[0]?.fix?.safety ?? null,
			summary: rules[0]?.summary,
		});
		const csv = parse(runSop(folder, 'rules', '--format', 'csv').stdout, { columns: true }) as { Rule: string }[];
		expect(csv.map(({ Rule }) => Rule)).toEqual(names);
	});
});

describe('sop explain', () => {
	test.each(['decisions/gap', 'DECISIONS/Gap', 'gap'])('explains %s', (word) => {
		const { code, stdout } = runSop(temporaryFolder(), 'explain', word);
		expect(code).toBe(0);
		expect(stdout).toMatch(/^decisions\/gap {3}error\n/);
		for (const part of ['fires', 'why', 'do', 'points', 'presets  minimal error'])
			expect(stdout).toContain(`\n${part}`);
		expect(stdout).toMatch(/\nbad:\n {4}decisions:\n[\s\S]*\ngood:\n {4}decisions:\n/);
	});

	test('explains a family, also as JSON', () => {
		const { stdout } = runSop(temporaryFolder(), 'explain', 'exceptions', '--format', 'json');
		const { format, rules: explained } = JSON.parse(stdout);
		expect(format).toBe(1);
		expect(explained.map(({ name }: { name: string }) => name)).toEqual(
			rules.map(({ name }) => name).filter((name) => name.startsWith('exceptions/')),
		);
		expect(Object.keys(explained[0].presets)).toEqual(['minimal', 'recommended', 'strict', 'audit']);
	});

	test('suggests the nearest', () => {
		const { code, stderr } = runSop(temporaryFolder(), 'explain', 'decisions/gpa');
		expect(code).toBe(2);
		expect(stderr).toContain('Did you mean decisions/gap?');
	});
});

describe('sop config --print', () => {
	const folderWith = () =>
		temporaryLibrary({
			'a.sop.yaml': smallSop,
			'old/b.sop.yaml': smallSop,
			'house.yaml': 'format: 1\ntimezone: Europe/Berlin\nrules:\n  quality/self-check: off\n',
			'sop.config.yaml': `format: 1
library: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92
extends: ./house.yaml
rules:
  decisions/gap: warning
overrides:
  - files: [old/**]
    rules:
      decisions/gap: off
`,
		});
	const rowsOf = (folder: string, ...words: string[]) => {
		const { code, stdout } = runSop(folder, 'config', '--format', 'json', ...words);
		expect(code).toBe(0);
		return JSON.parse(stdout).settings.map(({ setting, value, from }: Record<string, unknown>) => [
			setting,
			value,
			from,
		]);
	};

	test('shows what differs from the defaults, and which file says so', () => {
		expect(rowsOf(folderWith(), '--print', 'a.sop.yaml')).toEqual([
			['timezone', 'Europe/Berlin', 'house.yaml'],
			['library', '3f1b0c6a9d4e4f7aa2c5d8e1b7064c92', 'sop.config.yaml'],
			['decisions/gap', 'warning', 'sop.config.yaml'],
			['quality/self-check', 'off', 'house.yaml'],
		]);
	});

	test('names the override that speaks for the file, also for one that does not exist yet', () => {
		const folder = folderWith();
		for (const file of ['old/b.sop.yaml', 'old/new.sop.yaml'])
			expect(rowsOf(folder, '--print', file)).toContainEqual(['decisions/gap', 'off', 'overrides 1']);
	});

	test('--all lists every rule', () => {
		const rows = rowsOf(folderWith(), '--all', '--print', 'a.sop.yaml');
		expect(rows).toHaveLength(rules.length + 2);
		expect(rows).toContainEqual(['document/syntax', 'error', 'preset recommended']);
	});

	test('refuses a file outside the library, and a call without one', () => {
		expect(runSop(folderWith(), 'config', '--print', '../x.sop.yaml')).toMatchObject({ code: 2, stdout: '' });
		expect(runSop(folderWith(), 'config')).toMatchObject({ code: 2, stdout: '' });
	});
});
