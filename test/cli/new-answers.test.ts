import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/source/read-yaml.ts';
import { runMain, tempFolder } from '../support/run-main.ts';

const config = 'format: 1\nlibrary: 7f3c9d0e5b1a4c2d8e6f0a9b3c5d7e1f\npreset: strict\napprovals: none\n';
const library = (files: Record<string, string> = {}) =>
	tempFolder({ 'sop.config.yaml': config, ...files });

type Library = ReturnType<typeof library>;

const payroll = 'sops/hr/payroll-and-withholding.sop.yaml';
const offboarding = 'sops/hr/offboarding.sop.yaml';
const valueIn = (at: Library, path: string) => readYaml(readFileSync(join(at.folder, path), 'utf8')).value;

/** Runs `sop new` with a file of answers. */
async function answer(at: Library, template: string, answers: string, ...flags: readonly string[]) {
	writeFileSync(join(at.folder, 'answers.yaml'), answers);
	return await runMain(['new', template, '--answers', 'answers.yaml', ...flags], at);
}

async function findingsIn(at: Library) {
	const { stdout } = await runMain(['lint', '--no-history', '--format', 'json'], at);
	const { findings } = JSON.parse(stdout) as { findings: readonly { rule: string; message: string }[] };
	return findings.filter(({ rule }) => rule !== 'document/placeholder');
}

async function nothingWritten(at: Library) {
	expect(readdirSync(at.folder).sort()).toEqual(['answers.yaml', 'sop.config.yaml']);
}

describe('one system in the place of two', () => {
	const answers = 'placeholders:\n  name of the payroll system: Personio\n  name of the HR system: Personio\n';

	it('has one entry in section 5, with what each said, and is named once by a step', async () => {
		const at = library();
		const ended = await answer(at, 'payroll', answers);
		expect(ended).toMatchObject({
			code: 0,
			stderr: expect.stringContaining('Section 5 had several entries that are Personio here'),
		});
		const { tools, procedure } = valueIn(at, payroll) as {
			tools: readonly { name: string; use: string }[];
			procedure: readonly { uses?: readonly string[] }[];
		};
		const [personio, ...others] = tools.filter(({ name }) => name === 'Personio');
		expect(others).toEqual([]);
		expect(personio?.use).toContain('calculation');
		expect(personio?.use).toContain('Approved records of starters');
		for (const { uses = [] } of procedure) expect([...uses]).toEqual([...new Set(uses)]);
		expect(await findingsIn(at)).toEqual([]);
	});

	it('stays two entries where the answers differ', async () => {
		const at = library();
		const ended = await answer(at, 'payroll', answers.replace('HR system: Personio', 'HR system: Workday'));
		expect(ended.stderr).not.toContain('several entries');
		expect(JSON.stringify(valueIn(at, payroll))).toContain('Workday');
	});
});

describe('activities that the register here does not have', () => {
	it('are named, since the copy cannot cover them', async () => {
		const at = library({ 'registers/activities.yaml': 'format: 1\nactivities:\n  - id: hospitality.coffee\n' });
		for (const flags of [['--stdout'], []]) {
			const ended = await runMain(['new', 'payroll', ...flags], at);
			expect(ended.stderr).toContain('hr.payroll is not in registers/activities.yaml');
		}
		expect(valueIn(at, payroll)).not.toHaveProperty('covers');
		const known = library({ 'registers/activities.yaml': 'format: 1\nactivities:\n  - id: hr.payroll\n' });
		for (const one of [known, library()]) {
			expect((await runMain(['new', 'payroll'], one)).stderr).not.toContain('activities.yaml');
			expect(valueIn(one, payroll)).toMatchObject({ covers: ['hr.payroll'] });
		}
	});
});

describe('roles that become one', () => {
	const answers = 'roles:\n  hr-specialist: boss\n  hr-manager: boss\n  hr-director: boss\n';

	it('are said, and what they would then judge of their own', async () => {
		const at = library();
		const { code, stderr } = await answer(at, 'offboarding', answers);
		expect(code).toBe(0);
		expect(stderr).toMatch(/hr-manager, hr-specialist and hr-director are one role here now: boss/);
		const { procedure, quality, exceptions } = valueIn(at, offboarding) as Record<
			'procedure' | 'quality' | 'exceptions',
			readonly { id: string; by?: string; approved_by?: string }[]
		>;
		const own = [...stderr.matchAll(/^ {2}(quality|exceptions)\.(\S+): (\S+) .* (\S+), done by (\S+)$/gm)];
		expect(own.length).toBeGreaterThan(0);
		for (const [, section, id, judge, step, doer] of own) {
			const rows = section === 'quality' ? quality : exceptions;
			expect(rows.find((row) => row.id === id)).toMatchObject(
				section === 'quality' ? { by: judge } : { approved_by: judge },
			);
			expect(procedure.find((row) => row.id === step)).toMatchObject({ by: doer });
			expect([judge, doer].every((name) => /^hr-(?:specialist|manager|director)$/.test(name ?? ''))).toBe(true);
		}
	});

	it('are no matter where each has its own', async () => {
		const at = library();
		const { stderr } = await answer(
			at,
			'offboarding',
			'roles:\n  hr-specialist: clerk\n  hr-manager: boss\n  hr-director:\n',
		);
		expect(stderr).not.toMatch(/one role|judge/);
	});

	it('are found by lint as soon as one person alone holds them, and not evaluated before', async () => {
		const at = library();
		const all = `${answers}  payroll-manager: boss\n`;
		await answer(at, 'offboarding', all);
		const lint = async () => {
			const { stdout } = await runMain(['lint', '--no-history', '--format', 'json'], at);
			return JSON.parse(stdout) as {
				findings: readonly { rule: string }[];
				notEvaluated: readonly { rule: string; reason: string }[];
			};
		};
		const about = (rule: string) => (one: { rule: string }) => one.rule === rule;
		const before = await lint();
		for (const rule of ['quality/self-check', 'exceptions/self-approved']) {
			expect(before.findings.filter(about(rule))).toEqual([]);
			expect(before.notEvaluated.filter(about(rule))).toMatchObject([{ reason: 'no people register' }]);
		}
		const people = 'format: 1\npeople:\n  - id: ann.lee\n    name: Ann Lee\n    roles:\n      - role: boss\n';
		const one = library({ 'registers/people.yaml': people });
		await answer(one, 'offboarding', all);
		const { stdout } = await runMain(['lint', '--no-history', '--format', 'json'], one);
		const { findings } = JSON.parse(stdout) as { findings: readonly { rule: string; message: string }[] };
		for (const rule of ['quality/self-check', 'exceptions/self-approved'])
			expect(findings.filter(about(rule))[0]?.message).toContain('ann.lee is the only');
	});
});

describe('an answer to a value to confirm', () => {
	it.each([
		['retention: forever', '"retention" is "forever", which is no duration', '"7 years"'],
		['retention: 0 years', '"retention" is "0 years", which is no time at all', '"7 years"'],
		['approval.review.every: 0 months', '"every" is "0 months", which is no time at all', '"6 months"'],
		['procedure.enter-changes.due.at_least: soon', '"at_least" is "soon", which is no duration', '"7 business days"'],
		['decisions.gross-moved.branches.1.below: lots', 'is "lots", and a number is asked for', '-3'],
	])('is refused where the format does not allow it: %s', async (line, reason, proposed) => {
		const at = library();
		const ended = await answer(at, 'payroll', `confirm:\n  ${line}\n`);
		expect(ended).toMatchObject({ code: 2, stdout: '' });
		expect(ended.stderr).toContain(`The answer to ${line.split(':')[0]}`);
		expect(ended.stderr).toContain(reason);
		expect(ended.stderr).toContain(`Proposed is ${proposed}`);
		await nothingWritten(at);
	});

	it('is taken where it does', async () => {
		const at = library();
		const ended = await answer(at, 'payroll', 'confirm:\n  retention: 10 years\n');
		expect(ended.code).toBe(0);
		expect(valueIn(at, payroll)).toMatchObject({ retention: '10 years' });
	});
});

describe('the answers for another template', () => {
	it('are refused even where nothing is filled in', async () => {
		const at = library();
		const { stdout } = await runMain(['new', 'offboarding', '--questions'], at);
		const ended = await answer(at, 'payroll', stdout);
		expect(ended).toMatchObject({ code: 2, stdout: '' });
		expect(ended.stderr).toMatch(/There is no role "hr-\w+" here/);
		expect(ended.stderr).toContain('answers for another template');
		await nothingWritten(at);
	});

	it.each(['placeholders:\n  name of the moon:\n', 'confirm:\n  moon.phase:\n', 'roles:\n  astronaut:\n'])(
		'are known by any name that is not asked: %j',
		async (answers) => {
			const at = library();
			expect(await answer(at, 'payroll', answers)).toMatchObject({ code: 2, stdout: '' });
			await nothingWritten(at);
		},
	);

	it('are not those for this one that the library has answered in the meantime', async () => {
		const at = library();
		const { stdout: questions } = await runMain(['new', 'payroll-checklist', '--questions'], at);
		expect(questions).toContain('id of the SOP that says how:');
		expect((await runMain(['new', 'payroll'], at)).code).toBe(0);
		expect(await answer(at, 'payroll-checklist', questions)).toMatchObject({ code: 0 });
		expect(await answer(at, 'payroll', `title: Other\nowner: boss\nroles:\n  payroll-manager:\n`)).toMatchObject({
			code: 0,
		});
	});
});
