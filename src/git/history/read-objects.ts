import type { Git } from '../open-git.ts';

const newline = 0x0a;

/**
 * Reads objects in one process, in the order asked for; null where the repository does not have one. Bytes are as
 * git holds them: no filter and no line ending of a working tree touches them.
 */
export async function* readObjects(
	git: Git,
	ids: Iterable<string>,
): AsyncGenerator<{ readonly id: string; readonly bytes: Buffer | null }> {
	const output = git.stream(['cat-file', '--batch', '--buffer'], linesOf(ids));
	let rest: Buffer = Buffer.alloc(0);
	const waiting: Buffer[] = [];
	let wanted = 1;
	let length = 0;
	for await (const piece of output) {
		waiting.push(piece);
		length += piece.length;
		// Joined only when an object is whole: a large one comes in many pieces.
		if (rest.length + length < wanted) continue;
		rest = Buffer.concat([rest, ...waiting]);
		waiting.length = 0;
		length = 0;
		let from = 0;
		for (;;) {
			const end = rest.indexOf(newline, from);
			if (end < 0) {
				wanted = rest.length - from + 1;
				break;
			}
			const [id = '', kind = '', size = ''] = rest.toString('latin1', from, end).split(' ');
			if (kind === 'missing' || kind === 'ambiguous') {
				yield { id, bytes: null };
				from = end + 1;
				continue;
			}
			// A header, the content, and a newline after it.
			const next = end + 1 + Number(size) + 1;
			if (next > rest.length) {
				wanted = next - from;
				break;
			}
			yield { id, bytes: rest.subarray(end + 1, next - 1) };
			from = next;
		}
		rest = rest.subarray(from);
	}
}

function* linesOf(ids: Iterable<string>): Generator<string> {
	let lines = '';
	for (const id of ids) {
		lines += `${id}\n`;
		if (lines.length > 60_000) {
			yield lines;
			lines = '';
		}
	}
	if (lines !== '') yield lines;
}

/** Ids of all objects that are here: a partial clone left others out, and asking for one of those would fetch it. */
export async function localObjects(git: Git): Promise<ReadonlySet<string>> {
	const listed = await git.text([
		'cat-file',
		'--batch-all-objects',
		'--batch-check=%(objectname)',
		'--unordered',
	]);
	return new Set(listed.split('\n'));
}
