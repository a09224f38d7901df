import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../../src/model/shell-word.ts';
import { ciFile } from '../../src/scaffold/ci-files.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { projectText, projectYaml } from './packed-tool.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(projectText('test/fixtures/conformance/github-workflow.json')));

/** Mainlines and folders as people name them, and as nobody should. */
const cases = [
	{ mainline: 'main', folder: '' },
	{ mainline: 'trunk', folder: 'docs/sops' },
	{ mainline: 'no', folder: '007' },
	{ mainline: 'main', folder: 'cost $HOME $$ $&' },
	{ mainline: "it's: #1", folder: 'on & off/[sops]: *all*' },
].map((one) => ({ ...one, version: '9.8.7' }));
const template = projectText('ci/gitlab.yml');

describe.each(cases)('the pipelines that sop init writes for $mainline and $folder', (facts) => {
	const lint = 'npx --yes sop-as-code@9.8.7 lint --format github';
	const from = `origin/${facts.mainline}`;

	it('are a workflow that the official schema accepts, in the folder of the library', () => {
		const { value } = readYaml(ciFile('github', facts, template).text);
		expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
		expect(value).toMatchObject({
			on: { push: { branches: [facts.mainline] } },
			permissions: { contents: 'read' },
			jobs: {
				lint: {
					steps: [{ with: { 'fetch-depth': 0 } }, {}, { run: `${lint} --policy-from=${shellWord(from)}` }],
				},
			},
		});
		const { jobs } = value as { jobs: { lint: { steps: { 'working-directory'?: string }[] } } };
		expect(jobs.lint.steps[2]?.['working-directory'] ?? '').toBe(facts.folder);
	});

	it('are the job of ci/gitlab.yml for this version and folder, and nothing else', () => {
		const { value, problems } = readYaml(ciFile('gitlab', facts, template).text);
		expect(problems).toEqual([]);
		const job = projectYaml<{ 'sop-lint': { variables: object } }>('ci/gitlab.yml')['sop-lint'];
		const variables = {
			...job.variables,
			SOP_PACKAGE: 'sop-as-code@9.8.7',
			SOP_PATH: facts.folder === '' ? '.' : facts.folder.replaceAll('$', '$$$$'),
			SOP_POLICY_FROM: from,
		};
		expect(value).toEqual({ 'sop-lint': { ...job, variables } });
	});

	it('are a workflow on the same ground as action.yml', () => {
		const { value } = readYaml(ciFile('github', facts, template).text);
		const { jobs } = value as { jobs: { lint: { steps: readonly object[] } } };
		const action = projectYaml<{ runs: { steps: readonly object[] } }>('action.yml');
		expect(jobs.lint.steps[1]).toEqual(action.runs.steps[0]);
	});
});

it('both services are told to fetch the whole history, for the same reason', () => {
	const [first] = cases;
	if (first === undefined) throw new Error('no case');
	const reason = '# ids, versions and approvals are judged by the whole history';
	expect(ciFile('github', first, template).text).toContain(`fetch-depth: 0  ${reason}\n`);
	expect(ciFile('gitlab', first, template).text).toContain(`GIT_DEPTH: "0"  ${reason}\n`);
});

it('the schema refuses what is no workflow', () => {
	expect(validate({ on: 'push', jobs: { lint: { steps: [] } } })).toBe(false);
});
