import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	type Ended,
	environment,
	exampleRepository,
	packTool,
	projectText,
	projectYaml,
	run,
	workFolder,
} from './packed-tool.ts';

interface Step {
	readonly name?: string;
	readonly uses?: string;
	readonly run?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly with?: Readonly<Record<string, string>>;
	readonly if?: string;
}

interface Action {
	readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
	readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const action = projectYaml<Action>('action.yml');
const { steps } = action.runs;
const schema = JSON.parse(projectText('test/fixtures/conformance/github-workflow.json')) as object;
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(schema, 'workflow');

describe('action.yml', () => {
	it('has steps that the official schema of workflows accepts', () => {
		const validate = ajv.compile({ $ref: 'workflow#/definitions/step' });
		for (const step of steps) expect(validate(step), JSON.stringify(validate.errors)).toBe(true);
		expect(validate({ uses: 'actions/checkout@v6.0.2', shell: 'bash' })).toBe(false);
		expect(action.runs.using).toBe('composite');
	});

	it('takes actions of others by a full version', () => {
		const used = steps.flatMap((step) => step.uses ?? []);
		expect(used).toHaveLength(2);
		for (const uses of used) expect(uses).toMatch(/^[\w-]+\/[\w/-]+@v\d+\.\d+\.\d+$/);
	});

	it('puts no input into a script: whoever names a branch would write commands', () => {
		for (const { run: script, env } of steps) {
			expect(script ?? '').not.toContain('${{');
			for (const value of Object.values(env ?? {})) expect(value).toMatch(/^\$\{\{ inputs\.[a-z-]+ \}\}$/);
		}
	});

	it('uses each input it describes, and no other', () => {
		const used = new Set([...JSON.stringify(steps).matchAll(/inputs\.([a-z-]+)/g)].map(([, name]) => name));
		expect([...used].sort()).toEqual(Object.keys(action.inputs).sort());
	});

	it('reports to code scanning what it wrote, and never for a fork', () => {
		const last = steps.at(-1);
		expect(last?.with?.['sarif_file']).toMatch(/^\$\{\{ steps\.lint\.outputs\.sarif \}\}$/);
		expect(last?.if).toContain('!github.event.pull_request.head.repo.fork');
		expect(last?.if).toContain('!cancelled()');
	});
});

const [installStep, lintStep] = steps.filter((step) => step.run !== undefined);
const version: string = JSON.parse(projectText('package.json')).version;

describe('the action, run', () => {
	const top = workFolder();
	const folder = join(top, 'repository');
	const changedFile = 'sops/hr/term-extension.sop.yaml';

	/** Runs one script of the action as a runner does. */
	function runStep(
		step: Step | undefined,
		inputs: Readonly<Record<string, string>> = {},
		more: Readonly<Record<string, string>> = {},
	) {
		const output = join(top, 'output.txt');
		writeFileSync(output, '');
		const own = Object.entries(step?.env ?? {}).map(([name, value]) => [
			name,
			value.replace(
				/\$\{\{ inputs\.([a-z-]+) \}\}/,
				(_, input: string) => inputs[input] ?? action.inputs[input]?.default ?? '',
			),
		]);
		const env = environment(join(top, 'home'), {
			GITHUB_WORKSPACE: folder,
			GITHUB_ACTION_PATH: new URL('../..', import.meta.url).pathname,
			GITHUB_OUTPUT: output,
			RUNNER_TEMP: join(top, 'temp'),
			...Object.fromEntries(own),
			...more,
		});
		const bash = ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', step?.run ?? 'exit 99'];
		const ended: Ended = run({ folder, env }, 'bash', ...bash);
		const sarif = /^sarif=(.*)$/m.exec(readFileSync(output, 'utf8'))?.[1];
		return { ...ended, sarif };
	}

	beforeAll(() => {
		for (const name of ['repository', 'home', 'temp']) mkdirSync(join(top, name));
		exampleRepository(folder, environment(join(top, 'home')));
		packTool(top);
		const { code, stderr } = runStep(installStep, { tarball: `../sop-as-code-${version}.tgz` });
		if (code !== 0) throw new Error(stderr);
	});
	afterAll(() => rmSync(top, { recursive: true, force: true }));

	it('installs the version it was released with, or the one it is told', () => {
		// Nothing is fetched here: the log says what was asked for.
		const asked = (inputs = {}) => runStep(installStep, inputs, { npm_config_loglevel: 'verbose' }).stderr;
		expect(asked()).toContain(`"sop-as-code@${version}"`);
		expect(asked({ version: '9.9.9' })).toContain('"sop-as-code@9.9.9"');
	});

	it('passes a clean library, and leaves its results as SARIF', () => {
		const { code, stderr, sarif } = runStep(lintStep);
		expect(stderr).toBe('');
		expect(code).toBe(0);
		expect(JSON.parse(readFileSync(sarif ?? '', 'utf8')).runs[0].results).toEqual([]);
	});

	it('fails on a finding, marks it in the change and reports it', () => {
		const text = readFileSync(join(folder, changedFile), 'utf8');
		writeFileSync(join(folder, changedFile), text.replace(/^owner: .*$/m, ''));
		const { code, stdout, sarif } = runStep(lintStep, { changed: 'main' });
		expect(code).toBe(1);
		expect(stdout).toMatch(/^::error file=sops\/hr\/term-extension\.sop\.yaml,line=\d+/m);
		const [one] = JSON.parse(readFileSync(sarif ?? '', 'utf8')).runs[0].results;
		expect(one.locations[0].physicalLocation.artifactLocation.uri).toBe(changedFile);
		expect(runStep(lintStep, { path: 'sops/it\nsops/legal\n' }).code).toBe(0);
	});

	it('judges by the rules of where the branch began, where it is told to', () => {
		const config = join(folder, 'sop.config.yaml');
		const text = readFileSync(config, 'utf8');
		writeFileSync(config, `${text}\npreset: minimal\n`);
		expect(runStep(lintStep).stdout).not.toContain('Judged by');
		const { code, stdout, stderr, sarif } = runStep(lintStep, { 'policy-from': 'main' });
		writeFileSync(config, text);
		expect(code).toBe(1);
		expect(stderr).toContain('Judged by the config of main at ');
		expect(stdout).toMatch(/^::error file=sop\.config\.yaml,.*title=config\/loosened::The preset is minimal/);
		const [first] = JSON.parse(readFileSync(sarif ?? '', 'utf8')).runs[0].results;
		expect(first.ruleId).toBe('config/loosened');
	});

	it('fails, with nothing to report, where sop cannot run', () => {
		for (const inputs of [
			{ path: 'no-such' },
			{ 'fail-on': 'nothing' },
			{ changed: 'no-such' },
			{ 'policy-from': 'no-such' },
		]) {
			const { code, stderr, sarif } = runStep(lintStep, inputs);
			expect(code).toBe(2);
			expect(stderr).toContain('no');
			expect(sarif).toBeUndefined();
		}
	});

	it('takes hostile inputs for what they are: names of nothing', () => {
		const hostile = ['$(touch pwned)', '`touch pwned`', '"; touch pwned; "', '--fix', '--version'];
		for (const path of hostile) expect(runStep(lintStep, { path }).code, path).toBe(2);
		for (const changed of hostile) expect(runStep(lintStep, { changed }).code, changed).toBe(2);
		for (const from of hostile) expect(runStep(lintStep, { 'policy-from': from }).code, from).toBe(2);
		expect(existsSync(join(folder, 'pwned'))).toBe(false);
	});
});
