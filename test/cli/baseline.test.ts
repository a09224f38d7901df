import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingsOf, sopWithId } from '../support/lint-library.ts';
import { runSop } from '../support/run-sop.ts';
import { smallSop, temporaryLibrary } from '../support/temporary-library.ts';

const faulty = smallSop.replace('First version', 'TODO').replace('version: "1.0"', 'version: 1.0');
const baselineOf = (folder: string, name = '.sop-baseline.json') =>
	(JSON.parse(readFileSync(join(folder, name), 'utf8')) as { entries: { rule: string; document: string; place: string; count: number }[] }).entries;

describe('sop baseline', () => {
	it('puts off what is there; what comes new fails, wherever the old has moved', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': faulty });
		expect(runSop(folder, 'baseline')).toEqual({ code: 0, stdout: '', stderr: '.sop-baseline.json: 2 findings put off\n' });
		expect(baselineOf(folder)).toEqual([
			{ rule: 'document/placeholder', document: 'SOP-FIN-900', place: 'change_log/1.0/what', count: 1 },
			{ rule: 'document/version-not-text', document: 'SOP-FIN-900', place: 'version', count: 1 },
		]);
		expect(runSop(folder, 'lint', '--format', 'line')).toEqual({ code: 0, stdout: '', stderr: '' });
		rmSync(join(folder, 'a.sop.yaml'));
		writeFileSync(join(folder, 'renamed.sop.yaml'), `\n# Moved\n\n${faulty}`);
		expect(runSop(folder, 'lint', '--format', 'line')).toEqual({ code: 0, stdout: '', stderr: '' });
		writeFileSync(join(folder, 'renamed.sop.yaml'), faulty.replace('TODO', 'TODO and TBD').replace('why: Pay each', 'why: TODO pay each'));
		const more = findingsOf(folder, []).map((line) => line.split(' ').at(-1));
		expect(more.length).toBeGreaterThan(0);
		expect(new Set(more)).toEqual(new Set(['document/placeholder']));
	});

	it('is a ratchet: it is not written over, and --prune only takes out', () => {
		const folder = temporaryLibrary({ 'in/a.sop.yaml': faulty, 'b.sop.yaml': sopWithId('SOP-FIN-901', (text) => text.replace('"1.0"', '1.0')) });
		expect(runSop(folder, 'baseline', '--prune')).toEqual({ code: 2, stdout: '', stderr: 'sop: There is no baseline to prune\nsop baseline writes one.\n' });
		// Written and pruned from a folder below, it still speaks of the whole library.
		expect(runSop(join(folder, 'in'), 'baseline').stderr).toBe('.sop-baseline.json: 3 findings put off\n');
		expect(existsSync(join(folder, 'in/.sop-baseline.json'))).toBe(false);
		expect(runSop(folder, 'baseline')).toMatchObject({ code: 2, stdout: '' });
		writeFileSync(join(folder, 'in/a.sop.yaml'), smallSop.replace('why: Pay each', 'why: TBD pay each').replace('"1.0"', '1.0'));
		expect(findingsOf(folder, []).map((line) => line.replace(/:\d+:\d+/, ''))).toEqual([
			'.sop-baseline.json warning baseline/stale',
			'in/a.sop.yaml warning document/placeholder',
		]);
		expect(runSop(join(folder, 'in'), 'baseline', '--prune').stderr).toBe('.sop-baseline.json: 2 findings put off, 3 before\n');
		expect(findingsOf(folder, []).map((line) => line.replace(/:\d+:\d+/, ''))).toEqual(['in/a.sop.yaml warning document/placeholder']);
		expect(runSop(folder, 'baseline', '--force').stderr).toBe('.sop-baseline.json: 3 findings put off, 2 before\n');
	});

	it('calls entries stale only where the run could tell', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': faulty, 'b.sop.yaml': sopWithId('SOP-FIN-901', (text) => text.replace('"1.0"', '1.0')) });
		runSop(folder, 'baseline');
		rmSync(join(folder, 'b.sop.yaml'));
		expect(findingsOf(folder, ['a.sop.yaml'])).toEqual([]);
		expect(findingsOf(folder, ['--rule', 'document/placeholder', '--rule', 'baseline'])).toEqual([]);
		expect(findingsOf(folder, []).map((line) => line.split(' ').at(-1))).toEqual(['baseline/stale']);
		expect(runSop(folder, 'baseline', '--prune').code).toBe(0);
		expect(findingsOf(folder, [])).toEqual([]);
	});

	it('adds up an entry that a merge has left twice', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': faulty });
		runSop(folder, 'baseline');
		const path = join(folder, '.sop-baseline.json');
		const entries = baselineOf(folder);
		writeFileSync(path, JSON.stringify({ format: 1, entries: [...entries, ...entries] }));
		expect(findingsOf(folder, []).map((line) => line.split(' ').at(-1))).toEqual(['baseline/stale', 'baseline/stale']);
		runSop(folder, 'baseline', '--prune');
		expect(baselineOf(folder)).toEqual(entries);
	});

	it('never puts off what cannot be silenced', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': faulty.replace('version:', '# sop-disable-next-line document/placeholder\nversion:') });
		expect(runSop(folder, 'baseline').stderr).toBe(
			'.sop-baseline.json: 2 findings put off\n1 more cannot be put off: mend them. sop lint shows them.\n',
		);
		expect(findingsOf(folder, []).map((line) => line.split(' ').at(-1))).toEqual(['suppression/no-reason']);
	});

	it('can be another file', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': faulty });
		expect(runSop(folder, 'baseline', '--baseline', 'old.json').stderr).toBe('old.json: 2 findings put off\n');
		expect(existsSync(join(folder, '.sop-baseline.json'))).toBe(false);
		expect(findingsOf(folder, [])).toHaveLength(2);
		expect(findingsOf(folder, ['--baseline', 'old.json'])).toEqual([]);
		renameSync(join(folder, 'old.json'), join(folder, '.sop-baseline.json'));
		expect(findingsOf(folder, [])).toEqual([]);
	});

	it.each(['', '[]', '{', '{"format":2,"entries":[]}', '{"format":1,"entries":[{"rule":1}]}', '{"format":1,"entries":[{"rule":"a/b","document":"x","place":"","count":0}]}'])(
		'refuses %j as a baseline',
		(text) => {
			const folder = temporaryLibrary({ 'a.sop.yaml': smallSop, '.sop-baseline.json': text });
			expect(runSop(folder, 'lint')).toEqual({
				code: 2,
				stdout: '',
				stderr: 'sop: The baseline .sop-baseline.json is not what sop baseline writes\nRestore it from git, or write it anew.\n',
			});
		},
	);
});
