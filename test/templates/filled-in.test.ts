import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/source/read-yaml.ts';
import { lintTexts } from '../support/lint-texts.ts';
import { runMain, tempFolder } from '../support/run-main.ts';
import { shippedTemplates } from '../support/shipped-templates.ts';

const config = 'format: 1\nlibrary: 7f3c9d0e5b1a4c2d8e6f0a9b3c5d7e1f\npreset: strict\napprovals: none\n';

interface Finding {
	readonly rule: string;
	readonly file: string;
	readonly message: string;
}

const said = ({ file, rule, message }: Finding) => `${file} ${rule}: ${message}`;

describe('a template', () => {
	it.each(shippedTemplates.map(({ name }) => name))(
		'%s lints with placeholders and nothing else',
		async (name) => {
			const at = tempFolder({ 'sop.config.yaml': config });
			const { stdout } = await runMain(['new', name, '--stdout'], at);
			const kind = name.endsWith('-checklist') ? 'checklist' : 'sop';
			const { findings } = await lintTexts({ 'sop.config.yaml': config, [`new.${kind}.yaml`]: stdout });
			expect(
				findings
					.filter(({ rule }) => rule !== 'document/placeholder')
					// A checklist waits for the SOP that says how, which the rules about ids say too.
					.filter(({ message }) => !message.includes('<id of the'))
					.map(said),
			).toEqual([]);
			expect(findings.length).toBeGreaterThan(2);
		},
	);
});

describe('the templates of an activity, filled in from files of answers', () => {
	const sops = shippedTemplates.filter(({ kind }) => kind === 'sop').map(({ name }) => name);

	it.each(sops)('%s and its checklist lint clean under strict', async (name) => {
		const at = tempFolder({ 'sop.config.yaml': config });
		for (const template of [name, `${name}-checklist`]) {
			const { stdout: questions } = await runMain(['new', template, '--questions'], at);
			writeFileSync(join(at.folder, 'answers.yaml'), answersTo(questions));
			const ended = await runMain(['new', template, '--answers', 'answers.yaml'], at);
			expect(ended).toMatchObject({ code: 0, stderr: expect.not.stringMatching(/To fill in|To confirm/) });
		}
		const { stdout } = await runMain(['lint', '--no-history', '--format', 'json'], at);
		const report = JSON.parse(stdout) as { summary: object; findings: readonly Finding[] };
		expect(report.findings.map(said)).toEqual([]);
		expect(report.summary).toMatchObject({ documents: 2 });
	});
});

describe('the templates of an activity, with one name for all that they ask', () => {
	const sops = shippedTemplates.filter(({ kind }) => kind === 'sop').map(({ name }) => name);

	it('have no tool twice and none without use', { timeout: 120_000 }, async () => {
		const at = tempFolder({ 'sop.config.yaml': config });
		for (const name of sops) {
			const { stdout: questions } = await runMain(['new', name, '--questions'], at);
			writeFileSync(
				join(at.folder, 'answers.yaml'),
				answersTo(questions, () => 'Acme'),
			);
			expect(await runMain(['new', name, '--answers', 'answers.yaml'], at), name).toMatchObject({ code: 0 });
		}
		const { stdout } = await runMain(['lint', '--no-history', '--format', 'json'], at);
		const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] };
		expect(findings.filter(({ rule }) => rule.startsWith('tools/')).map(said)).toEqual([]);
	});
});

describe('all templates together', () => {
	it('fit each other: beside placeholders nothing is found', { timeout: 60_000 }, async () => {
		const { stdout } = await runMain(
			[
				'lint',
				'--no-history',
				'--format',
				'json',
				'--cwd',
				fileURLToPath(new URL('../../templates', import.meta.url)),
			],
			tempFolder(),
		);
		const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] };
		expect(findings.filter(({ rule }) => rule !== 'document/placeholder').map(said)).toEqual([]);
	});
});

/** A file of answers with something written after each question. */
function answersTo(questions: string, answer = (words: string) => `The ${words} at Acme`): string {
	const { value, problems } = readYaml(questions);
	expect(problems).toEqual([]);
	const { placeholders = {}, confirm } = value as { placeholders?: Record<string, null>; confirm?: null };
	expect(confirm).toBeNull();
	expect(Object.values(placeholders)).toEqual(Object.values(placeholders).map(() => null));
	return (
		questions
			// Whoever answers has looked at each proposed value.
			.replace(/^# {2}(?=[a-z])/gm, '  ')
			.replace(/^author:.*$/m, 'author: jane.doe')
			.replace(/^reason:.*$/m, 'reason: Two people did it in two ways')
			.replace(
				/^( {2}(\p{L}[\p{L} ]*)): *# lines? .*$/gmu,
				(_, key: string, words: string) => `${key}: ${answer(words)}`,
			)
	);
}
