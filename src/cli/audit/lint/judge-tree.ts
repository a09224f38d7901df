import { join } from 'node:path';
import { baselineFileName } from '../../../lint/baseline.ts';
import { type JudgedLibrary, judgeLibrary } from '../../../lint/lint-library.ts';
import type { FileResult } from '../../../lint/lint-one.ts';
import type { Rule } from '../../../lint/rule.ts';
import type { FileSettings } from '../../../lint/settings.ts';
import { libraryFacts } from '../../commands/lint/library-facts.ts';
import { lintFiles } from '../../commands/lint/lint-files.ts';
import { historyFacts } from '../../commands/lint/past/history-facts.ts';
import { parseBaseline, type ReadBaseline } from '../../commands/lint/read-baseline.ts';
import { everyFile } from '../../commands/lint/select-files.ts';
import { onDisk } from '../../commands/lint/selection.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { version } from '../../version.ts';
import type { CommitTree } from './commit-tree.ts';

/** What rules say of a tree, and of each of its files. */
export interface JudgedTree extends JudgedLibrary {
	readonly results: readonly FileResult[];
	readonly baseline: ReadBaseline | undefined;
}

/** Runs some rules under some settings over all files of a tree, in this thread. */
export async function judgeTree(
	record: OpenRecord,
	{ files, library }: CommitTree,
	today: string,
	rules: readonly Rule[],
	settingsFor: (file: string) => FileSettings,
): Promise<JudgedTree> {
	const facts = libraryFacts(files, library, today);
	const found = await everyFile(files, library, '');
	// A config is found by its name, and as one that the library goes by.
	const byName = new Map(found.files.map((one) => [one.file, onDisk(files, library, one)]));
	const selected = [...byName.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
	const results = await lintFiles({ files: selected, rules, settingsFor, facts });
	const baseline = baselineOfTree({ files, library });
	const judged = { files, library, selected: byName, results, context: [], whole: true };
	return {
		results,
		baseline,
		...judgeLibrary({
			rules,
			settingsFor,
			library: facts,
			results,
			context: [],
			readAgain: (file) => byName.get(file)?.read(),
			baseline,
			whole: true,
			toolVersion: version,
			readBeside: (file) => library.supporting.get(file),
			// Whether a checkout would replace the mainline is no question to a commit of the mainline.
			history: { ...(await historyFacts(record, judged)), replacesMainline: undefined },
		}),
	};
}

function baselineOfTree({ files, library }: CommitTree): ReadBaseline | undefined {
	const read = files.read(join(library.root.path, baselineFileName));
	if (!read.ok) return undefined;
	const text = new TextDecoder().decode(read.bytes);
	const content = parseBaseline(text);
	return content === undefined ? undefined : { file: baselineFileName, content, text };
}
