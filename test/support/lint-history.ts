import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import { nodeIo } from '../../src/io/node-io.ts';
import { cleanEnvironment } from './run-sop.ts';
import { people, peopleWithKey, StoryRecords } from './story-records.ts';
import { git, smallSop, temporaryFolder } from './temporary-library.ts';

interface FoundInHistory {
	readonly findings: readonly {
		readonly rule: string;
		readonly severity: 'error' | 'warning';
		readonly section: number | null;
		readonly file: string;
		readonly message: string;
		readonly range: { readonly start: { readonly line: number } };
	}[];
	readonly notEvaluated: readonly { readonly rule: string; readonly reason: string }[];
}

const config = 'format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\n';

/**
 * Lints what an example of a rule about the past tells, in a real repository: `# commit: DAY` begins what was committed
 * on a day (`by NAME` where not by jane.doe), `# branch: NAME` goes to a branch, `# now` begins what stands uncommitted at the end. What is committed is
 * all there is, but for the config and records. `{{small ID TITLE}}` stands for the small SOP with that id and title, `{{people}}`
 * for a register of an author (jane.doe, a clerk) and two controllers (ann.smith, max.muster), `{{people with a key}}` for one in which
 * ann.smith has a key, `{{people with a key compromised from DAY}}` for one that has lost it; `signature: true` in a record signs with that. `# record: KIND {…}` writes
 * a record about the text of that moment, where nothing else is said, two hours before it is committed; it stays until `# without records`.
 */
export async function lintHistory(example: string, rules: readonly string[] = []): Promise<FoundInHistory> {
	const folder = temporaryFolder();
	git(folder, 'init', '--quiet', '--initial-branch', 'main');
	const text = example.replace(
		/\{\{small (\S+?)(?: ([^}]+))?\}\}/g,
		(_, id: string, title: string | undefined) =>
			smallSop
				.replace(/^id: .*$/m, `id: ${id}`)
				.replace(/^title: .*$/m, (line) => (title === undefined ? line : `title: ${title}`)),
	);
	const records = new StoryRecords();
	for (const part of text
		.replaceAll('{{people}}', people)
		.replace(/\{\{people with a key(?: compromised from (\S+))?\}\}/g, (_, from: string | undefined) =>
			peopleWithKey(from),
		)
		.split(/^(?=# (?:commit|branch|now|remote|push)\b)/m)) {
		const [first = '', ...rest] = part.split('\n');
		const [, word, value = ''] = /^# (commit|branch|now|remote|push)(?::? (.*))?$/.exec(first) ?? [];
		if (word === 'branch')
			git(
				folder,
				'checkout',
				'--quiet',
				value === 'main' ? 'main' : '-b',
				...(value === 'main' ? [] : [value]),
			);
		else if (word === 'remote') git(folder, 'init', '--quiet', '--bare', join(folder, '.git/elsewhere'));
		else if (word === 'push') pushTheWrongWayRound(folder);
		else if (word !== undefined) {
			lay(folder, records.filesWith(rest.join('\n'), value.split(' ')[0] ?? ''));
			if (word === 'commit') commit(folder, value.split(' '));
		}
	}
	if (text.includes('# remote') && !text.includes('# push')) share(folder);
	return lint(folder, ['--branches', ...rules.flatMap((name) => ['--rule', name])]);
}

/** Puts files in the place of all that stand in a folder. */
function lay(folder: string, files: Readonly<Record<string, string>>): void {
	for (const name of readdirSync(folder))
		if (name !== '.git') rmSync(join(folder, name), { recursive: true });
	for (const [name, content] of Object.entries({ 'sop.config.yaml': config, ...files })) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
}

function commit(folder: string, [day = '', , who = 'jane.doe']: readonly string[]): void {
	const at = `${day}T12:00:00Z`;
	const address = `${who}@acme.example`;
	git(folder, 'add', '--all');
	execFileSync('git', ['commit', '--quiet', '--allow-empty', '-m', `Commit of ${day}`], {
		cwd: folder,
		env: {
			...cleanEnvironment(),
			GIT_AUTHOR_DATE: at,
			GIT_COMMITTER_DATE: at,
			...(who === 'jane.doe' ? {} : { GIT_AUTHOR_EMAIL: address, GIT_COMMITTER_EMAIL: address }),
		},
	});
}

function share(folder: string): void {
	git(folder, 'remote', 'add', 'origin', join(folder, '.git/elsewhere'));
	git(folder, 'push', '--quiet', 'origin', 'main');
	git(folder, 'fetch', '--quiet', 'origin');
}

/** Merges the mainline into a branch, and lets the mainline follow: the foxtrot. */
function pushTheWrongWayRound(folder: string): void {
	share(folder);
	git(folder, 'checkout', '--quiet', '-b', 'feature', 'HEAD~1');
	writeFileSync(join(folder, 'notes.txt'), 'a note\n');
	commit(folder, ['2026-01-22']);
	git(folder, 'merge', '--quiet', '--no-edit', 'main');
	git(folder, 'branch', '--force', 'main', 'feature');
	git(folder, 'checkout', '--quiet', 'main');
}

async function lint(folder: string, words: readonly string[]): Promise<FoundInHistory> {
	const io = nodeIo();
	let [stdout, stderr] = ['', ''];
	const stream = (take: (text: string) => void) => ({
		write: take,
		isTerminal: false,
		columns: 80,
		colorLevel: 0 as const,
	});
	const code = await main(['lint', '--format', 'json', ...words], {
		...io,
		stdout: stream((text) => {
			stdout += text;
		}),
		stderr: stream((text) => {
			stderr += text;
		}),
		workingDirectory: folder,
		environment: cleanEnvironment(),
		now: () => new Date('2026-11-22T12:00:00Z'),
	});
	if (code > 1) throw new Error(stderr);
	return JSON.parse(stdout) as FoundInHistory;
}
