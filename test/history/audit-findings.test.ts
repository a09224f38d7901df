import { describe, expect, it } from 'vitest';
import type { AuditedLint } from '../../src/audit/audited-lint.ts';
import { lintAtEnd } from '../../src/cli/audit/lint/lint-at-end.ts';
import { lintCommit } from '../../src/cli/audit/lint/lint-commit.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { endOfDay } from '../../src/model/zone.ts';
import { recordOf } from '../support/audited-repository.ts';
import {
	configText,
	type HistoryRepository,
	libraryRepository,
	sopText,
} from '../support/history-repository.ts';

/** What the rules of an audit say of the newest commit, or of one before it, on a day. */
async function lintOf(
	repository: HistoryRepository,
	commit = 'HEAD',
	today = '2024-06-30',
): Promise<AuditedLint> {
	const record = await recordOf(repository);
	const { mainline } = record.history;
	const id = repository.id(commit);
	const position = Array.from({ length: mainline.length }, (_, at) => at).find(
		(at) => mainline.at(at)?.id === id,
	);
	if (position === undefined) throw new Error(`${commit} is no commit of the mainline`);
	return lintCommit(record, { position, today, on: endOfDay(today, 'UTC') ?? 0 });
}

const placeholder = (lint: AuditedLint) => {
	const found = lint.findings.filter(({ rule }) => rule === 'document/placeholder');
	expect(found).toHaveLength(1);
	return found[0]?.silenced;
};

/** A comment above the step that lacks something. */
const silent = (text: string) =>
	text.replace(
		/^( *)(do: Enter the invoice, TBD\.)$/m,
		'$1# sop-disable-next-line document/placeholder -- the supplier calls it so [until 2024-12-31]\n$1$2',
	);

const lacking = sopText({ wording: 'Enter the invoice, TBD.' });

describe('findings of an audit', () => {
	it('hears what the config has turned off, and says who did so, where and since when', async () => {
		const repository = libraryRepository('', { wording: 'Enter the invoice, TBD.' });
		repository.identity = { name: 'Max Muster', email: 'max@acme.example' };
		const off = 'rules:\n  document/placeholder: off\n';
		const commit = repository.commit('2024-03-01', { 'sop.config.yaml': configText(off) });
		repository.commit('2024-04-01', { 'sop.config.yaml': configText(`timezone: Europe/Berlin\n${off}`) });
		expect(placeholder(await lintOf(repository))).toEqual({
			by: 'config',
			file: 'sop.config.yaml',
			line: 5,
			since: {
				commit,
				known: Date.parse('2024-03-01T12:00:00Z') / 1000,
				who: [
					{
						name: 'Max Muster',
						email: 'max@acme.example',
						person: null,
						trust: 'claimed',
						cause: 'max@acme.example is no address of the people register of then',
					},
				],
			},
			reason: null,
			until: null,
		});
		expect(placeholder(await lintOf(repository, 'HEAD~2'))).toBeNull();
	});

	it('tells a rule that a preset or an override turns down from one turned down by its name', async () => {
		const preset = libraryRepository('preset: minimal\n', { wording: 'Enter the invoice, TBD.' });
		expect(placeholder(await lintOf(preset))).toMatchObject({
			by: 'preset',
			file: 'sop.config.yaml',
			line: 3,
		});
		const override = 'overrides:\n  - files: [a.sop.yaml]\n    rules:\n      document/placeholder: off\n';
		const repository = libraryRepository('', { wording: 'Enter the invoice, TBD.' });
		repository.commit('2024-03-01', { 'sop.config.yaml': configText(override) });
		expect(placeholder(await lintOf(repository))).toMatchObject({
			by: 'config',
			line: 6,
			since: { commit: repository.id() },
		});
	});

	it('hears what a rule would not find with the parameters that the library gave it', async () => {
		const repository = libraryRepository();
		const lint = await lintOf(repository, 'HEAD', '2026-06-30');
		const overdue = (one: AuditedLint) => one.findings.filter(({ rule }) => rule === 'review/overdue');
		expect(overdue(lint).map(({ silenced }) => silenced)).toEqual([null]);
		const commit = repository.commit('2024-03-01', {
			'sop.config.yaml': configText('rules:\n  review/overdue: { grace: 10 years }\n'),
		});
		const [silenced] = overdue(await lintOf(repository, 'HEAD', '2026-06-30'));
		expect(silenced?.silenced).toMatchObject({ by: 'config', line: 4, since: { commit } });
	});

	it('hears what a comment keeps quiet, by the commit of a branch that wrote it, since the merge that brought it', async () => {
		const repository = libraryRepository('', { wording: 'Enter the invoice, TBD.' });
		repository.branch('work');
		repository.commit('2024-02-01', { 'a.sop.yaml': lacking.replace('Pay', 'Settle') });
		repository.identity = { name: 'Max Muster', email: 'max@acme.example' };
		repository.commit('2024-02-02', { 'a.sop.yaml': silent(lacking) });
		repository.identity = { name: 'Jane Doe', email: 'jane.doe@acme.example' };
		repository.to('main');
		const merge = repository.merge('2024-03-01', 'work');
		repository.commit('2024-04-01', { 'a.sop.yaml': `# A line more\n${silent(lacking)}` });
		const silenced = placeholder(await lintOf(repository));
		expect(silenced).toMatchObject({
			by: 'suppression',
			file: 'a.sop.yaml',
			since: { commit: merge, who: [{ name: 'Max Muster', trust: 'claimed' }] },
			reason: 'the supplier calls it so',
			until: '2024-12-31',
		});
		const text = `# A line more\n${silent(lacking)}`.split('\n');
		expect(text[(silenced?.line ?? 0) - 1]).toContain('sop-disable-next-line');
		// Past its day it keeps nothing quiet.
		expect(placeholder(await lintOf(repository, 'HEAD', '2025-01-01'))).toBeNull();
	});

	it('hears what the baseline covers, since it covers as many', async () => {
		const repository = libraryRepository('', { wording: 'Enter the invoice, TBD.' });
		expect(repository.sop('baseline').code).toBe(0);
		const commit = repository.commit('2024-03-01');
		repository.commit('2024-04-01', { 'b.sop.yaml': sopText({ id: 'SOP-FIN-901' }) });
		const lint = await lintOf(repository);
		expect(placeholder(lint)).toMatchObject({
			by: 'baseline',
			file: '.sop-baseline.json',
			since: { commit },
		});
		expect(
			lint.findings
				.filter(({ silenced }) => silenced !== null)
				.every(({ silenced }) => silenced?.reason === null),
		).toBe(true);
	});

	it('names the person whose address it is, and what a signature of the commit proves', async () => {
		const repository = libraryRepository('', { wording: 'Enter the invoice, TBD.' });
		const person = '  - id: jane\n    addresses: [{ address: jane.doe@acme.example }]\n';
		repository.commit('2024-02-01', { 'registers/people.yaml': `format: 1\npeople:\n${person}` });
		repository.commit('2024-03-01', { 'a.sop.yaml': silent(lacking) });
		expect(placeholder(await lintOf(repository))?.since?.who).toEqual([
			{
				name: 'Jane Doe',
				email: 'jane.doe@acme.example',
				person: 'jane',
				trust: 'claimed',
				cause: 'the commit is not signed',
			},
		]);
	});

	it('reads what is committed, whatever the checkout, its filters and its attributes make of it', async () => {
		const repository = libraryRepository('', { wording: 'Enter the invoice $Id$, TBD.' });
		repository.commit('2024-03-01', { 'attachments/scan.txt': 'a scan\n', 'attachments/deep/form.txt': 'x' });
		const clean = await lintOf(repository);
		repository.write({ '.git/info/attributes': '* ident eol=crlf filter=shout\n' });
		repository.git('config', 'filter.shout.smudge', 'tr a-z A-Z');
		repository.write({ 'a.sop.yaml': null }).git('checkout', '--', 'a.sop.yaml');
		repository.write({
			'a.sop.yaml': 'nonsense: [',
			'b.sop.yaml': sopText({ id: 'SOP-FIN-777' }),
			'sop.config.yaml': configText('preset: minimal\nignore: ["**"]\n'),
			'registers/people.yaml': 'format: 1\npeople: []\n',
			'attachments/scan.txt': null,
		});
		expect(await lintOf(repository)).toEqual(clean);
		expect(placeholder(clean)).toBeNull();
	});

	it('knows nothing of what came later, or stands on other branches', async () => {
		const repository = libraryRepository('', { wording: 'Enter the invoice, TBD.' });
		const then = await lintOf(repository);
		repository.branch('side').commit('2024-03-01', { 'c.sop.yaml': sopText({ id: 'SOP-FIN-903' }) });
		repository.to('main');
		repository.commit('2024-04-01', { 'b.sop.yaml': sopText({ id: 'SOP-FIN-901' }) });
		repository.commit('2024-05-01', { 'a.sop.yaml': null });
		expect(await lintOf(repository, 'HEAD~2')).toEqual(then);
		const now = await lintOf(repository);
		expect(now.findings.filter(({ document }) => document === 'SOP-FIN-900')).toMatchObject([
			{ rule: 'document/vanished', severity: 'error', silenced: null },
		]);
	});

	it('follows links inside the repository, and none that leave it', async () => {
		const repository = libraryRepository('', { wording: 'Enter the invoice, TBD.' });
		repository.write({ 'lists/b.yaml': sopText({ id: 'SOP-FIN-901' }) });
		repository.link('b.sop.yaml', 'lists/b.yaml').link('c.sop.yaml', '/etc/hostname');
		repository.link('d.sop.yaml', '../outside.yaml').link('e.sop.yaml', 'nowhere.yaml');
		repository.commit('2024-03-01');
		const lint = await lintOf(repository);
		expect(lint.files.map(({ file, document }) => [file, document])).toContainEqual([
			'b.sop.yaml',
			'SOP-FIN-901',
		]);
		const refused = lint.findings.filter(({ rule }) => rule === 'document/syntax');
		expect(refused.map(({ file, message }) => `${file}: ${message}`)).toEqual([
			'c.sop.yaml: The link leaves the library',
			'd.sop.yaml: The link leaves the library',
			'e.sop.yaml: The link leads nowhere',
		]);
	});

	it('says the same as sop lint of a library that silences nothing', async () => {
		const repository = libraryRepository('', { wording: 'Enter the invoice, TBD.' });
		repository.commit('2024-03-01', { 'b.checklist.yaml': 'format: 1\nid: CHK-FIN-001\n' });
		const { stdout } = repository.sop('lint', '--format', 'json');
		const told = JSON.parse(stdout).findings.map(keyOf);
		expect(told.length).toBeGreaterThan(3);
		const lint = await lintOf(repository, 'HEAD', '2025-01-01');
		expect(lint.findings.map(keyOf)).toEqual(told);
		expect(lint.files.map(({ file }) => file)).toEqual(['a.sop.yaml', 'b.checklist.yaml', 'sop.config.yaml']);
	});

	it('stops where a text was left out of the clone', async () => {
		const repository = libraryRepository();
		repository.git('config', 'uploadpack.allowFilter', 'true');
		repository.commit('2024-03-01', { 'a.sop.yaml': sopText({ version: '1.1' }) });
		const clone = repository.another(
			'partial',
			'clone',
			'--quiet',
			'--filter=blob:none',
			`file://${repository.folder}`,
			'FOLDER',
		);
		clone.write({ 'a.sop.yaml': null });
		await expect(lintOf(clone, 'HEAD~1')).rejects.toThrow(/not in this repository/);
		// A packet says so of these checks, and goes on.
		const record = await recordOf(clone);
		const end = endOfDay('2024-02-01', 'UTC') ?? 0;
		const period = { from: '2024-01-01', to: '2024-02-01', start: 0, end, zone: 'UTC' };
		const at = (closing: number) => ({ record, period, positions: { opening: -1, closing, known: 1 } });
		expect(await lintAtEnd(at(0))).toBeUndefined();
		expect(await lintAtEnd(at(-1))).toBeUndefined();
	});
});

const keyOf = ({
	rule,
	file,
	message,
	severity,
	range,
}: Pick<Finding, 'rule' | 'file' | 'message' | 'severity' | 'range'>) =>
	[rule, severity, file, range.start.line, message].join(' | ');
