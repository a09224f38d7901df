import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CommandContext } from '../../src/cli/command-context.ts';
import { repositoryChecks } from '../../src/cli/commands/verify/repository-checks.ts';
import { openPacket } from '../../src/cli/packet/open-packet.ts';
import { nodeIo } from '../../src/io/node-io.ts';
import { verifyPacket } from '../../src/packet/verify/verify-packet.ts';
import { cleanEnvironment } from '../support/run-sop.ts';
import { type SmallWords, smallPacket, writeFolder } from '../support/small-packet.ts';
import { commitAll, git, smallSop, temporaryFolder, temporaryLibrary } from '../support/temporary-library.ts';

const file = 'sops/a.sop.yaml';
const changed = smallSop.replace('supplier', 'customer');

/** A repository with one SOP, and its commits: of the SOP, and one after it. */
function library(prefix = '', id = '3f1b0c6a9d4e4f7aa2c5d8e1b7064c92') {
	const folder = temporaryFolder({
		[`${prefix}sop.config.yaml`]: `format: 1\nlibrary: ${id}\n`,
		[`${prefix}${file}`]: smallSop,
	});
	commitAll(folder);
	const first = git(folder, 'rev-parse', 'HEAD').trim();
	git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Later');
	return { folder, first, head: git(folder, 'rev-parse', 'HEAD').trim() };
}

const source = (commit: string, text = smallSop) => ({
	document: 'SOP-FIN-900',
	version: '1.0',
	file,
	commit,
	text,
});

async function checked(folder: string, words: SmallWords) {
	const path = join(temporaryFolder(), 'packet');
	await writeFolder(path, smallPacket(words));
	const io = { ...nodeIo(), workingDirectory: folder, environment: cleanEnvironment() };
	const context = new CommandContext(io, [], {}, { commands: [], showHelp() {} });
	const packet = await openPacket(context, path);
	const nothing = { trusted: undefined, head: undefined, previous: undefined, instant: 0 };
	const verified = await verifyPacket(packet, {
		...nothing,
		canonicalOf: () => undefined,
		recordIn: () => undefined,
	});
	const checks = await repositoryChecks(context, packet, verified);
	const results = checks.map(({ result }) => result);
	const [head, documents] = checks.map(({ detail }) => detail);
	return { results, head, documents };
}

describe('a packet beside its repository', () => {
	it.each(['', 'controlled/'])('agrees with it (library in "%s")', async (prefix) => {
		const { folder, first, head } = library(prefix);
		const { results, documents } = await checked(join(folder, prefix), {
			head,
			sources: [{ ...source(first), file: `${prefix}${file}` }],
		});
		expect(results).toEqual(['holds', 'holds', 'not evaluated']);
		expect(documents).toBe('1 source, each as git has it at its commit');
	});

	it('still agrees when the mainline went on', async () => {
		const { folder, first } = library();
		expect((await checked(folder, { head: first, sources: [source(first)] })).results.slice(0, 2)).toEqual([
			'holds',
			'holds',
		]);
	});

	it('does not where the mainline was replaced by another history', async () => {
		const { folder, first, head } = library();
		git(folder, 'reset', '--quiet', '--hard', first);
		git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Otherwise');
		const { results, head: said } = await checked(folder, { head, sources: [source(first)] });
		expect(results).toEqual(['does not hold', 'holds', 'not evaluated']);
		expect(said).toContain('its history was rewritten, or it was replaced since');
	});

	it('does not where its commit is only on the other side of a merge', async () => {
		const { folder, first } = library();
		git(folder, 'switch', '--quiet', '--create', 'side', first);
		git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Side');
		const side = git(folder, 'rev-parse', 'HEAD').trim();
		git(folder, 'switch', '--quiet', 'main');
		git(folder, 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'side');
		expect((await checked(folder, { head: side, sources: [source(first)] })).results[0]).toBe(
			'does not hold',
		);
	});

	it('is not evaluated where its commit is not here, or may have been cut off', async () => {
		const { folder, head } = library();
		const absent = await checked(folder, { head: '7'.repeat(40) });
		expect(absent.results).toEqual(['not evaluated', 'not evaluated', 'not evaluated']);
		expect(absent.head).toContain('is not here');
		git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'Last');
		const clone = join(temporaryFolder(), 'clone');
		git(folder, 'clone', '--quiet', '--depth', '1', `file://${folder}`, clone);
		const shallow = await checked(clone, { head });
		expect(shallow.results).toEqual(['not evaluated', 'not evaluated', 'not evaluated']);
		expect(shallow.head).toContain('cut off');
	});

	it('does not agree where a source is another than git has', async () => {
		const { folder, first, head } = library();
		const { results, documents } = await checked(folder, { head, sources: [source(first, changed)] });
		expect(results[1]).toBe('does not hold');
		expect(documents).toBe('1 differ from git at their commit: documents/SOP-FIN-900/SOP-FIN-900@1.0.yaml');
	});

	it('does not take words of a list for options of git, nor a working tree for a commit', async () => {
		const { folder, head } = library();
		for (const commit of ['--all', 'HEAD', ':0', `${'a'.repeat(40)}\n${head}`]) {
			const { results } = await checked(folder, { head, sources: [source(commit, changed)] });
			expect(results[1], commit).toBe('not evaluated');
		}
	});

	it('is not held against a repository of another library, nor where there is none', async () => {
		const { folder, first, head } = library('', 'a'.repeat(32));
		const { results, head: said } = await checked(folder, { head, sources: [source(first)] });
		expect(results).toEqual(['not evaluated', 'not evaluated', 'not evaluated']);
		expect(said).toBe(`the repository here is of another library (${'a'.repeat(32)})`);
		expect((await checked(temporaryLibrary(), { head })).head).toBe(
			'there is no repository here; --cwd DIR names one',
		);
	});
});
