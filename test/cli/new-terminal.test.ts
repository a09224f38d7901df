import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openQuestions } from '../../src/scaffold/questions/open-questions.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import { git, introduce } from '../support/git.ts';
import { hasPython, onTerminal } from '../support/on-terminal.ts';
import { runMain, tempFolder } from '../support/run-main.ts';
import { shippedTemplates } from '../support/shipped-templates.ts';

const enter = '\r';
const down = '\u001b[B';
const controlC = '\u0003';
const config = { 'sop.config.yaml': 'format: 1\nlibrary: 7f3c9d0e5b1a4c2d8e6f0a9b3c5d7e1f\n' };

describe.skipIf(!hasPython)('sop new on a terminal', () => {
	it('asks by name what a template leaves open, and leaves for later what is not answered', async () => {
		const at = tempFolder(config);
		introduce(at);
		const template = shippedTemplates.find(({ name }) => name === 'bank-reconciliation')?.text ?? '';
		// The reason for the change log is asked last.
		const count = openQuestions(template).placeholders.length + 1;
		const typed = (index: number) => (index === 1 ? `Rule "7": # cash${enter}` : enter);
		const script = Array.from({ length: count }, (_, at) => [`(${at + 1} of ${count}; Enter: later)`, typed(at + 1)] as const);
		const ended = onTerminal(['new', 'bank-reconciliation', '--author', 'jane.doe'], script, at);
		expect(ended).toMatchObject({ code: 0, missed: null });
		expect(ended.shown).toContain('It stands in:');
		expect(ended.shown).toContain(`To fill in (${count - 1}):`);
		const text = readFileSync(join(at.folder, 'sops/finance/bank-reconciliation.sop.yaml'), 'utf8');
		expect(readYaml(text).problems).toEqual([]);
		expect(JSON.stringify(readYaml(text).value)).toContain('Rule \\"7\\": # cash');
		const [first = { words: '' }] = openQuestions(template).placeholders;
		expect(text).not.toContain(`<${first.words}>`);
	});

	it('asks in words and writes the answers as decisions, exceptions and a change log', async () => {
		const at = tempFolder(config);
		introduce(at);
		const ended = onTerminal(
			['new'],
			[
				['What is it called?', `Answer a request: # 7${enter}`],
				['Which function', `${down}${enter}`],
				['Which role answers', `hr-manager${enter}`],
				['What can turn out differently?', `The request is "urgent"${enter}`],
				['Then what?', `Call back within the hour.${enter}`],
				['What else can turn out', enter],
				['out of the ordinary?', `Nobody is there${enter}`],
				['What then?', `Pass it to the deputy.${enter}`],
				['Who allows it?', `hr-director${enter}`],
				['Until when?', `some day${enter}`],
				['say once, or a length of time', `${'\u007f'.repeat(8)}2 weeks${enter}`],
				['What else can go wrong', enter],
				['Who writes it?', enter],
				['Why is it written now?', `Requests got lost${enter}`],
			],
			at,
		);
		expect(ended).toMatchObject({ code: 0, missed: null });
		const text = readFileSync(join(at.folder, 'sops/hr/answer-a-request-7.sop.yaml'), 'utf8');
		expect(readYaml(text).value).toMatchObject({
			id: 'SOP-HR-001',
			title: 'Answer a request: # 7',
			function: 'hr',
			owner: 'hr-manager',
			decisions: [
				{
					branches: [
						{ if: 'The request is "urgent"', goto: 'call-back-within-the-hour' },
						{ otherwise: 'It goes as planned', goto: 'finish' },
					],
				},
			],
			exceptions: [
				{ when: 'Nobody is there', do: 'Pass it to the deputy.', approved_by: 'hr-director', limit: '2 weeks' },
			],
			change_log: [{ version: '1.0', author: 'jane.doe', why: 'Requests got lost' }],
		});
		const { stdout } = await runMain(['lint', '--format', 'json'], at);
		const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] };
		expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['document/placeholder']));
	});

	it('asks only for what flags have not said', () => {
		const at = tempFolder(config);
		const ended = onTerminal(['new', '--title', 'Keys', '--owner', 'caretaker', '--author', 'j.roe', '--kind', 'checklist'], [
			['Which function', enter],
			['out of the ordinary?', enter],
			['Why is it written now?', `Keys were lost${enter}`],
		], at);
		expect(ended).toMatchObject({ code: 0, missed: null });
		expect(ended.shown).not.toContain('What can turn out differently');
		expect(readFileSync(join(at.folder, 'checklists/finance/keys.checklist.yaml'), 'utf8')).toContain('why: Keys were lost');
	});

	it.each([
		['at the first question', []],
		['in the middle', [['What is it called?', `Keys${enter}`], ['Which function', enter]]],
	] as const)('Ctrl-C %s ends it with 3, and nothing is written', (_, before) => {
		const at = tempFolder(config);
		const last = before.length === 0 ? 'What is it called?' : 'Which role answers';
		const ended = onTerminal(['new'], [...before, [last, controlC]], at);
		expect(ended).toMatchObject({ code: 3, missed: null });
		expect(ended.shown).toContain('Stopped; nothing was written');
		expect(readdirSync(at.folder)).toEqual(['sop.config.yaml']);
	});
});

describe.skipIf(!hasPython)('sop init on a terminal', () => {
	it('asks whether to make a repository, and makes it with a first commit', () => {
		const at = tempFolder();
		introduce(at);
		expect(onTerminal(['init'], [['no git repository', enter]], at)).toMatchObject({ code: 0, missed: null });
		expect(git(at, 'log', '--format=%an %s')).toBe('Jane Doe Lay out a library of SOPs and checklists\n');
		expect(git(at, 'status', '--porcelain')).toBe('');
	});

	it('does nothing to git where the answer is no', () => {
		const at = tempFolder();
		const ended = onTerminal(['init'], [['no git repository', `n`]], at);
		expect(ended).toMatchObject({ code: 0, missed: null });
		expect(existsSync(join(at.folder, '.git'))).toBe(false);
		expect(existsSync(join(at.folder, 'sop.config.yaml'))).toBe(true);
	});

	it('writes nothing after Ctrl-C', () => {
		const at = tempFolder();
		expect(onTerminal(['init'], [['no git repository', controlC]], at)).toMatchObject({ code: 3, missed: null });
		expect(readdirSync(at.folder)).toEqual([]);
	});
});
