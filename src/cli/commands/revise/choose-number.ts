import { CommandError } from '../../../diagnostics/command-error.ts';
import type { Trail } from '../../../model/history/trail.ts';
import { highestVersion, nextVersion } from '../../../model/next-version.ts';
import { rows } from '../../../model/several.ts';
import { compareVersions, isVersion } from '../../../model/version-number.ts';
import type { CommandContext } from '../../command-context.ts';

/** Every number that a document ever had: in any commit on any branch, and what its file here says. */
export function usedNumbers({ entries }: Trail, value: unknown): readonly string[] {
	const { version, change_log: log } = (value ?? {}) as Readonly<Record<string, unknown>>;
	// Rows of a content value may be anything.
	const claimed = rows(log as readonly unknown[]).map((row) =>
		typeof row === 'object' && row !== null ? Reflect.get(row, 'version') : undefined,
	);
	const committed = entries.flatMap(({ before, after }) =>
		[...before, ...after].map((state) => state.version),
	);
	return [...committed, version, ...claimed].flatMap((one) =>
		one === undefined || one === null ? [] : String(one),
	);
}

/** The number of the next version: `--number`, else the next whole or minor one after the highest. */
export function chooseNumber(context: CommandContext, id: string, used: readonly string[]): string {
	const highest = highestVersion(used) ?? '0';
	const asked = context.text('number');
	if (asked === undefined) return nextVersion(highest, context.has('major') ? 'major' : 'minor');
	if (context.has('major')) throw new CommandError('--number says the version: leave --major out');
	if (!isVersion(asked))
		throw new CommandError(`--number takes a version such as 2.5, not ${JSON.stringify(asked)}`, {
			help: 'One to four whole numbers with dots between them.',
		});
	if ((compareVersions(asked, highest) ?? 0) <= 0)
		throw new CommandError(`${asked} is not higher than ${highest}, which ${id} has had already`, {
			help: `A number is never used twice, on whatever branch it stood: leave --number out for ${nextVersion(highest, 'minor')}.`,
		});
	return asked;
}
