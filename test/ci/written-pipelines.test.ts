import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { ciFile } from '../../src/scaffold/ci-files.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { projectText } from './packed-tool.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(projectText('test/fixtures/conformance/github-workflow.json')));

/** Mainlines and folders as people name them, and as nobody should. */
const cases = [
	{ mainline: 'main', folder: '' },
	{ mainline: 'trunk', folder: 'docs/sops' },
	{ mainline: 'no', folder: '007' },
	{ mainline: "it's: #1", folder: 'on & off/[sops]: *all*' },
].map((one) => ({ ...one, version: '0.1.0' }));

describe.each(cases)('the pipelines that sop init writes for $mainline and $folder', (facts) => {
	const lint = 'npx --yes sop-as-code@0.1.0 lint';

	it('are a workflow that the official schema accepts, in the folder of the library', () => {
		const { value } = readYaml(ciFile('github', facts).text);
		expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
		expect(value).toMatchObject({
			on: { push: { branches: [facts.mainline] } },
			permissions: { contents: 'read' },
			jobs: { lint: { steps: [{ with: { 'fetch-depth': 0 } }, {}, { run: `${lint} --format github` }] } },
		});
		const { jobs } = value as { jobs: { lint: { steps: { 'working-directory'?: string }[] } } };
		expect(jobs.lint.steps[2]?.['working-directory'] ?? '').toBe(facts.folder);
	});

	it('are a GitLab job whose report lies where it is written', () => {
		const { value, problems } = readYaml(ciFile('gitlab', facts).text);
		expect(problems).toEqual([]);
		const file = 'gl-code-quality-report.json';
		const call = `${lint} --format gitlab --output ${file}`;
		const inFolder = facts.folder !== '';
		expect(value).toMatchObject({
			sop: {
				variables: { GIT_DEPTH: '0' },
				script: inFolder ? [`cd "${facts.folder}"`, call] : [call],
				artifacts: {
					when: 'always',
					reports: { codequality: inFolder ? `${facts.folder}/${file}` : file },
				},
			},
		});
	});
});

it('the schema refuses what is no workflow', () => {
	expect(validate({ on: 'push', jobs: { lint: { steps: [] } } })).toBe(false);
});
