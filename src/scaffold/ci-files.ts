import { CommandError } from '../diagnostics/command-error.ts';
import { nearest } from '../model/nearest.ts';
import { yamlText } from '../source/yaml-text.ts';
import type { PlannedFile } from './planned-file.ts';

/** What a pipeline is written for. */
export interface PipelineFacts {
	/** The version of the package that it installs. */
	readonly version: string;
	readonly mainline: string;
	/** The library, relative to the top of the repository; empty where it is the top. */
	readonly folder: string;
}

const services = ['github', 'gitlab'] as const;
export type CiService = (typeof services)[number];

/** The services of `--ci github,gitlab`; a usage error for others. */
export function ciServices(written: string | undefined): readonly CiService[] {
	if (written === undefined) return [];
	return written.split(',').map((word) => {
		const found = services.find((service) => service === word.trim().toLowerCase());
		if (found !== undefined) return found;
		const near = nearest(word.trim(), services);
		throw new CommandError(`--ci knows no service ${JSON.stringify(word.trim().slice(0, 40))}`, {
			help: `${near === undefined ? '' : `Did you mean ${near}? `}Known are ${services.join(' and ')}.`,
		});
	});
}

/** The pipeline that lints a library; its path is relative to the top of the repository. The whole history is fetched. */
export function ciFile(service: CiService, facts: PipelineFacts): PlannedFile {
	return service === 'github'
		? { path: '.github/workflows/sop.yml', text: githubWorkflow(facts) }
		: { path: '.gitlab-ci.yml', text: gitlabPipeline(facts) };
}

function githubWorkflow({ version, mainline, folder }: PipelineFacts): string {
	return `# Checks the SOPs and checklists of every change.
name: sop
on:
  push:
    branches:
      - ${yamlText(mainline)}
  pull_request:
permissions:
  contents: read
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0  # ids, versions and approvals are judged by the whole history
          persist-credentials: false
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npx --yes sop-as-code@${version} lint --format github
${folder === '' ? '' : `        working-directory: ${yamlText(folder)}\n`}`;
}

function gitlabPipeline({ version, folder }: PipelineFacts): string {
	const at = folder === '' ? '' : `/${folder}`;
	return `# Checks the SOPs and checklists of every change.
sop:
  image: node:22
  variables:
    GIT_DEPTH: "0"  # ids, versions and approvals are judged by the whole history
  script:
${folder === '' ? '' : `    - ${yamlText(`cd "${folder}"`)}\n`}    - npx --yes sop-as-code@${version} lint --format gitlab --output gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: ${yamlText(`${at.slice(1)}${at === '' ? '' : '/'}gl-code-quality-report.json`)}
`;
}
