import { countOf } from '../../../diagnostics/count-of.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import type { CommandContext } from '../../command-context.ts';
import { fixerOf } from './fix-read.ts';
import type { LintRun } from './lint-paths.ts';
import type { SelectedFile } from './selection.ts';

const byteOrderMark = '\ufeff';

/** Mends the selected files in place, each written whole or not at all, and says how many fixes it made. */
export async function fixFiles(
	context: CommandContext,
	library: OpenLibrary,
	selected: readonly SelectedFile[],
	run: LintRun,
): Promise<void> {
	const fix = fixerOf(context, library, run);
	const { files } = context.io;
	const written = new Set<string>();
	let fixes = 0;
	for (const one of selected) {
		const read = one.read();
		// What was signed or recorded is never mended: whoever reads it has to see what was written.
		if (one.path === undefined || read.text === '' || read.kind.startsWith('record-')) continue;
		// A link keeps being a link: what it leads to is written, and only once.
		const path = files.realPath(one.path) ?? one.path;
		if (written.has(path)) continue;
		const fixed = await fix(read);
		if (fixed.text === read.text) continue;
		const before = files.read(path);
		const text = before.ok ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(before.bytes) : '';
		const mark = text.startsWith(byteOrderMark) ? byteOrderMark : '';
		if (text !== mark + read.text) {
			context.warn(`${one.file} has just been changed by somebody else and was left alone; run it again.`);
			continue;
		}
		context.write(path, mark + fixed.text);
		written.add(path);
		fixes += fixed.applied;
	}
	context.say(`${fixes} ${fixes === 1 ? 'fix' : 'fixes'} made in ${countOf(written.size, 'file')}`);
}
