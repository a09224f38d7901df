import { CommandError } from '../diagnostics/command-error.ts';
import { nearest } from '../model/nearest.ts';
import { shellWord } from '../model/shell-word.ts';
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

/**
 * The pipeline that lints a library; its path is relative to the top of the repository. The whole history is fetched.
 * `template` is the text of `ci/gitlab.yml`.
 */
export function ciFile(service: CiService, facts: PipelineFacts, template: string): PlannedFile {
	return service === 'github'
		? { path: '.github/workflows/sop.yml', text: githubWorkflow(facts) }
		: { path: '.gitlab-ci.yml', text: gitlabPipeline(facts, template) };
}

/** The mainline as a fresh checkout of a service has it. */
function policyFrom(mainline: string): string {
	return `origin/${mainline}`;
}

function githubWorkflow({ version, mainline, folder }: PipelineFacts): string {
	const lint = `npx --yes sop-as-code@${version} lint --format github --policy-from=${shellWord(policyFrom(mainline))}`;
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
      - uses: actions/setup-node@v6.4.0
        with:
          node-version: 22
          package-manager-cache: false
      # A change is judged by the rules of where it began: it cannot loosen them. Protect this file too.
      - run: ${yamlText(lint)}
${folder === '' ? '' : `        working-directory: ${yamlText(folder)}\n`}`;
}

/** The job of `ci/gitlab.yml`, with what is known here filled in, and without the words on how to include it. */
function gitlabPipeline({ version, mainline, folder }: PipelineFacts, template: string): string {
	const [first = ''] = template.split('\n', 1);
	const job = template.slice(template.search(/^sop-lint:/m));
	// GitLab puts values for $NAME in variables.
	const path = yamlText((folder === '' ? '.' : folder).replaceAll('$', '$$$$'));
	const values = [
		['SOP_PACKAGE', `sop-as-code@${version}`],
		['SOP_PATH', path],
		['SOP_POLICY_FROM', yamlText(policyFrom(mainline).replaceAll('$', '$$$$'))],
	] as const;
	return `${first}\n${values.reduce((text, [variable, value]) => filledIn(text, variable, value), job)}`;
}

function filledIn(job: string, variable: string, value: string): string {
	const line = new RegExp(`^( +${variable}: ).*$`, 'm');
	if (!line.test(job)) throw new Error(`ci/gitlab.yml has no line for ${variable}`);
	return job.replace(line, (_, key: string) => key + value);
}
