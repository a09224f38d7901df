import { CommandError } from '../../../diagnostics/command-error.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { inertText } from '../../../report/inert-text.ts';
import { LineIndex } from '../../../source/line-index.ts';
import type { CommandContext } from '../../command-context.ts';

/**
 * A config that a run does not report on must not be passed over in silence: one that cannot be read stops the run,
 * since nobody could tell which rules hold; of a wrong setting the user is told.
 */
export function checkConfigIsRead(
	context: CommandContext,
	library: OpenLibrary,
	reported: ReadonlySet<string>,
): void {
	for (const { file } of library.configLayers) {
		const read = library.supporting.get(file);
		if (read === undefined || reported.has(file)) continue;
		const broken = read.problems.find(({ rule }) => rule === 'document/syntax');
		const name = inertText(file);
		if (broken !== undefined) {
			const from = 'offsets' in broken.place ? broken.place.offsets.from : 0;
			const { line, column } = new LineIndex(read.text).position(from);
			throw new CommandError(`The config ${name}:${line}:${column} cannot be read: ${broken.message}`, {
				help: broken.help ?? `sop lint ${name} shows where.`,
			});
		}
		if (read.problems.length > 0)
			context.say(`${name} has settings that do not count: sop lint ${name} shows them.`);
	}
}
