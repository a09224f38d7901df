import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { sopWithId } from '../support/lint-library.ts';
import { runSop } from '../support/run-sop.ts';
import { commitAll, git, temporaryFolder, temporaryLibrary } from '../support/temporary-library.ts';

const count = 60;

/** A library in git, large enough to be worth remembering: findings of files, of links and of the whole library. */
function library(): string {
	const folder = temporaryLibrary({
		'attachments/form.md': '# Form\n',
		...Object.fromEntries(
			Array.from({ length: count }, (_, at) => [
				`sops/p${at}.sop.yaml`,
				sopWithId(`SOP-FIN-${100 + Math.min(at, count - 2)}`, (text) =>
					at % 3 === 0
						? text.replace('"1.0"', '1.0')
						: at % 3 === 1
							? text.replace('First version', 'See [the form](../attachments/form.md#form) TODO')
							: `# sop-disable-next-line document/placeholder -- none there\n${text}`,
				),
			]),
		),
	});
	git(folder, 'init', '--quiet');
	return folder;
}

const lint = (folder: string, ...words: readonly string[]) => runSop(folder, 'lint', '--format', 'json', ...words);

function replace(path: string, from: string, to: string): void {
	const text = readFileSync(path, 'utf8');
	expect(text).toContain(from);
	writeFileSync(path, text.replace(from, to));
}

describe('what sop lint remembers', () => {
	let folder: string;
	let first: ReturnType<typeof lint>;
	const kept = () => join(folder, '.git/sop/lint-results');
	beforeEach(() => {
		folder = library();
		first = lint(folder);
		expect(first.code).toBe(1);
		expect(readFileSync(kept(), 'utf8').trim().split('\n')).toHaveLength(count + 1);
	});
	const answersAnew = (...words: readonly string[]) => {
		const anew = lint(folder, '--no-cache', ...words);
		expect(lint(folder, ...words)).toEqual(anew);
		return anew;
	};

	it('is the same to the byte, and is used', () => {
		expect(answersAnew()).toEqual(first);
		// Proof that the second run takes its answer from there: a result that nobody would find.
		const text = readFileSync(kept(), 'utf8');
		expect(text).toContain('The version 1.0 is a number');
		writeFileSync(kept(), text.replaceAll('The version 1.0 is a number', 'The version 1.0 is remembered'));
		expect(lint(folder).stdout).toContain('The version 1.0 is remembered');
		expect(lint(folder, '--no-cache')).toEqual(first);
	});

	it('does not show in git, and is not written with --no-cache or outside of git', () => {
		expect(git(folder, 'status', '--porcelain', '--untracked-files=all')).not.toContain('lint-results');
		rmSync(kept());
		lint(folder, '--no-cache');
		expect(existsSync(kept())).toBe(false);
		rmSync(join(folder, '.git'), { recursive: true });
		expect(JSON.parse(lint(folder).stdout).findings).toEqual(JSON.parse(first.stdout).findings);
		expect(existsSync(join(folder, '.git'))).toBe(false);
	});

	it('is given up for a file that changes, even within its size and time', () => {
		const path = join(folder, 'sops/p2.sop.yaml');
		const time = new Date(2026, 0, 1);
		utimesSync(path, time, time);
		lint(folder);
		replace(path, 'next: end', 'next: emd');
		utimesSync(path, time, time);
		expect(answersAnew().stdout).toContain('emd');
	});

	it('is given up for a file whose links change', () => {
		replace(join(folder, 'attachments/form.md'), '# Form', '# Sheet');
		expect(answersAnew().stdout).toContain('references/missing-file');
		rmSync(join(folder, 'attachments/form.md'));
		expect(answersAnew().stdout).not.toEqual(first.stdout);
	});

	it('is given up where the config, a register, the preset or the rules are others', () => {
		for (const words of [['--preset', 'strict'], ['--rule', 'document/placeholder']])
			expect(answersAnew(...words)).not.toEqual(first);
		writeFileSync(join(folder, 'sop.config.yaml'), 'format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\nrules: { document/version-not-text: warning }\n');
		expect(answersAnew()).not.toEqual(first);
		execFileSync('mkdir', ['-p', join(folder, 'registers')]);
		writeFileSync(join(folder, 'registers/roles.yaml'), 'format: 1\nroles:\n  - id: nobody\n    title: Nobody\n');
		expect(answersAnew()).not.toEqual(first);
	});

	it('moves with no file to another name', () => {
		execFileSync('mv', [join(folder, 'sops/p3.sop.yaml'), join(folder, 'sops/p4.sop.yaml')]);
		answersAnew();
	});

	it('does no harm when it is damaged', () => {
		const whole = readFileSync(kept());
		for (const damaged of [
			whole.subarray(0, whole.length / 2),
			Buffer.from(''),
			Buffer.from('\0\n{}\n'),
			Buffer.from(whole.toString().replaceAll('{"file"', '{"fil')),
		]) {
			writeFileSync(kept(), damaged);
			expect(lint(folder)).toEqual(first);
		}
		rmSync(kept());
		execFileSync('mkdir', [kept()]);
		expect(lint(folder)).toEqual(first);
	});

	it('is kept by each worktree for itself', () => {
		commitAll(folder);
		const other = join(temporaryFolder(), 'other');
		git(folder, 'worktree', 'add', '--quiet', '--detach', other);
		expect(lint(other).stdout).toEqual(lint(other).stdout);
		const folderOfIt = git(other, 'rev-parse', '--absolute-git-dir').trim();
		expect(existsSync(join(folderOfIt, 'sop/lint-results'))).toBe(true);
	});
});
