import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import {
	environment,
	exampleRepository,
	packTool,
	projectText,
	projectYaml,
	run,
	workFolder,
} from './packed-tool.ts';

interface Template {
	readonly 'sop-lint': {
		readonly image: string;
		readonly variables: Readonly<Record<string, string>>;
		readonly script: readonly string[];
		readonly artifacts: { readonly when: string; readonly reports: Readonly<Record<string, string>> };
	};
}

const template = projectYaml<Template>('ci/gitlab.yml');
const { image, variables, script, artifacts } = template['sop-lint'];
const version: string = JSON.parse(projectText('package.json')).version;

describe('ci/gitlab.yml', () => {
	it('is one job, and names full versions', () => {
		expect(Object.keys(template)).toEqual(['sop-lint']);
		expect(variables['SOP_PACKAGE']).toBe(`sop-as-code@${version}`);
		expect(image).toMatch(/^node:\d+\.\d+\.\d+$/);
		expect(variables['GIT_DEPTH']).toBe('0');
	});

	it('keeps both reports, also of a run that fails', () => {
		expect(artifacts.when).toBe('always');
		const written = [...script.join('\n').matchAll(/--output (\S+)/g)].map(([, file]) => file);
		expect(Object.values(artifacts.reports).sort()).toEqual(written.sort());
	});
});

describe('the job of ci/gitlab.yml, run', () => {
	const top = workFolder();
	const folder = join(top, 'repository');
	const broken = 'sops/hr/term-extension.sop.yaml';
	let tarball = '';
	const [install, ...lint] = script;

	/** Runs lines of the job as a runner does: all in one shell that stops at the first failure. */
	function runJob(lines: readonly (string | undefined)[], set: Readonly<Record<string, string>> = {}) {
		const home = join(top, 'home');
		const path = `${join(top, 'npm/bin')}:${environment(home)['PATH']}`;
		const env = environment(home, { npm_config_prefix: join(top, 'npm'), ...variables, ...set, PATH: path });
		return run({ folder, env }, 'sh', '-e', '-c', lines.join('\n'));
	}
	const report = (name: string) => readFileSync(join(folder, artifacts.reports[name] ?? ''), 'utf8');

	beforeAll(() => {
		for (const name of ['repository', 'home', 'npm']) mkdirSync(join(top, name));
		exampleRepository(folder, environment(join(top, 'home')));
		tarball = packTool(top);
		const { code, stderr } = runJob([install], { SOP_PACKAGE: tarball });
		if (code !== 0) throw new Error(stderr);
	});
	afterAll(() => rmSync(top, { recursive: true, force: true }));

	it('passes a clean library and writes empty reports', async () => {
		expect(runJob(lint)).toMatchObject({ code: 0, stderr: '' });
		expect(JSON.parse(report('codequality'))).toEqual([]);
		await expectJunit(report('junit'));
	});

	it('fails on a finding, shows it in the log and in both reports', async () => {
		const text = readFileSync(join(folder, broken), 'utf8');
		writeFileSync(join(folder, broken), text.replace(/^owner: .*$/m, ''));
		const { code, stdout } = runJob(lint, { SOP_CHANGED: 'main' });
		expect(code).toBe(1);
		expect(stdout).toContain(broken);
		const [first] = JSON.parse(report('codequality'));
		expect(first).toMatchObject({ location: { path: broken }, severity: 'major' });
		expect(Object.keys(first)).toEqual(expect.arrayContaining(['description', 'check_name', 'fingerprint']));
		expect(report('junit')).toContain('<failure');
		await expectJunit(report('junit'));
		expect(runJob(lint, { SOP_PATH: 'sops/it' }).code).toBe(0);
		const judged = runJob(lint, { SOP_PATH: 'sops/it', SOP_POLICY_FROM: 'main' });
		expect(judged.code).toBe(0);
		expect(judged.stderr).toContain('Judged by the config of main at ');
	});

	it('stops where sop cannot run, and takes hostile settings for names of nothing', () => {
		for (const SOP_PATH of ['no-such-folder', '$(touch pwned)', '--fix']) {
			expect(runJob(lint, { SOP_PATH }).code, SOP_PATH).toBe(2);
		}
		for (const name of ['SOP_CHANGED', 'SOP_POLICY_FROM'])
			expect(runJob(lint, { [name]: '"; touch pwned; "' }).code).toBe(2);
		expect(run({ folder, env: environment(top) }, 'git', 'status', '--porcelain').stdout).not.toContain(
			'pwned',
		);
	});
});

async function expectJunit(contents: string): Promise<void> {
	const { errors } = await validateXML({
		xml: [{ fileName: 'report.xml', contents }],
		schema: [{ fileName: 'JUnit.xsd', contents: projectText('test/fixtures/conformance/JUnit.xsd') }],
	});
	expect(errors).toEqual([]);
}
