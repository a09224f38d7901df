import type { Change, Commit, FileState, Identity } from '../../model/history/commit.ts';
import type { Git } from '../open-git.ts';

/** Which commits to read: all that can be reached from `from` and not from `without`. */
export interface CommitRange {
	readonly from: readonly string[];
	readonly without: readonly string[];
	/** Which paths matter: changes of others are left out. */
	readonly isWanted: (path: string) => boolean;
	/** Called now and then with the number of commits read. */
	readonly onCommits?: (count: number) => void;
}

const fields = ['%H', '%P', '%an', '%ae', '%ad', '%cn', '%ce', '%cd', '%s'];

const plainLog = [
	'log',
	'--topo-order',
	'--raw',
	'--root',
	'-z',
	'--no-abbrev',
	'--no-renames',
	'--no-ext-diff',
	'--no-textconv',
	'--no-color',
	'--no-mailmap',
	'--no-notes',
	'--no-decorate',
	'--no-show-signature',
	'--ignore-submodules=none',
	'--date=raw',
	'--stdin',
];

/**
 * Reads commits in one pass, children before parents, each with what it changes against its first parent: of a merge
 * that is what it brings. Side branches are read too; which commits are the mainline is for the caller to tell.
 */
export async function readCommits(git: Git, range: CommitRange): Promise<readonly Commit[]> {
	if (range.from.length === 0) return [];
	// On standard input, so that a thousand refs are no thousand words; an id is never an option.
	const tips = [...range.from, ...range.without.map((id) => `^${id}`)].map((id) => `${id}\n`);
	const format = `--format=tformat:${fields.join('%x00')}`;
	const commits = new CommitParser(range);
	for await (const piece of git.stream([...plainLog, '--diff-merges=first-parent', format], tips)) {
		commits.take(piece);
	}
	const read = commits.end();
	const merges = read.some(({ parents }) => parents.length > 1);
	return merges ? withChangesInMerges(git, read, tips, range.isWanted) : read;
}

/** Adds to merges what they changed themselves: content that none of the parents has (`-c` of git-log(1)). */
async function withChangesInMerges(
	git: Git,
	commits: readonly Commit[],
	tips: readonly string[],
	isWanted: (path: string) => boolean,
): Promise<readonly Commit[]> {
	const inMerges = new Map<string, string[]>();
	let merge = '';
	let expectsPath = false;
	for await (const token of tokensOf(
		git.stream([...plainLog, '--merges', '--diff-merges=combined', '--format=tformat:%H'], tips),
	)) {
		if (expectsPath) {
			if (isWanted(token)) inMerges.set(merge, [...(inMerges.get(merge) ?? []), token]);
			expectsPath = false;
		} else if (/^\n?::/.test(token)) expectsPath = true;
		else if (token !== '') merge = token;
	}
	return commits.map((commit) => {
		const changedInMerge = inMerges.get(commit.id);
		return changedInMerge === undefined ? commit : { ...commit, changedInMerge };
	});
}

async function* tokensOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let rest = '';
	for await (const piece of pieces) {
		const tokens = (rest + decoder.decode(piece, { stream: true })).split('\0');
		rest = tokens.pop() ?? '';
		yield* tokens;
	}
}

/** Takes up `git log --raw -z` as it comes. A token ends at a NUL, which no name, message or path can hold. */
class CommitParser {
	readonly #range: CommitRange;
	readonly #decoder = new TextDecoder();
	readonly #commits: Commit[] = [];
	#rest = '';
	#fields: string[] = [];
	#changes: Change[] = [];
	#header = '';

	constructor(range: CommitRange) {
		this.#range = range;
	}

	take(piece: Buffer): void {
		const tokens = (this.#rest + this.#decoder.decode(piece, { stream: true })).split('\0');
		this.#rest = tokens.pop() ?? '';
		for (const token of tokens) this.#token(token);
	}

	end(): readonly Commit[] {
		this.#finish();
		return this.#commits;
	}

	#token(token: string): void {
		if (this.#header !== '') {
			if (this.#range.isWanted(token)) this.#changes.push(changeOf(this.#header, token));
			this.#header = '';
		} else if (this.#fields.length === fields.length) {
			// After the fields come changes, each a header and a path, the first one on a line of its own.
			if (token.startsWith(':')) this.#header = token;
			else if (token.startsWith('\n:')) this.#header = token.slice(1);
			else {
				this.#finish();
				this.#fields.push(token);
			}
		} else this.#fields.push(token);
	}

	#finish(): void {
		if (this.#fields.length < fields.length) return;
		const [id = '', parents = '', an = '', ae = '', ad = '', cn = '', ce = '', cd = '', subject = ''] =
			this.#fields;
		this.#commits.push({
			id,
			parents: parents === '' ? [] : parents.split(' '),
			author: identityOf(an, ae, ad),
			committer: identityOf(cn, ce, cd),
			subject,
			changes: this.#changes,
		});
		this.#fields = [];
		this.#changes = [];
		if (this.#commits.length % 1000 === 0) this.#range.onCommits?.(this.#commits.length);
	}
}

/** `:100644 100644 BEFORE AFTER M` (git-diff(1), "raw output format"). */
function changeOf(header: string, path: string): Change {
	const [before = '', after = '', from = '', to = ''] = header.slice(1).split(' ');
	return { path, before: stateOf(before, from), after: stateOf(after, to) };
}

function stateOf(mode: string, blob: string): FileState | null {
	if (mode === '000000') return null;
	return { blob, kind: mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file' };
}

/** A date as `--date=raw` writes it: seconds and an offset such as `+0530`. */
function identityOf(name: string, email: string, date: string): Identity {
	const [, seconds = '0', sign = '+', hours = '0', minutes = '0'] =
		/^(-?\d+) ([+-])(\d\d)(\d\d)/.exec(date) ?? [];
	const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
	return { name, email, at: Number(seconds), offset: offset === 0 ? 0 : offset };
}
