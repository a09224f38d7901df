import { nodeFiles } from '../io/node-files.ts';
import type { BranchPolicy } from '../library/branch-policy.ts';
import type { FoundFile } from '../library/find-files.ts';
import { openLibrary } from '../library/open-library.ts';
import { readFoundFile } from '../library/read-document.ts';
import { underPolicy } from '../library/under-policy.ts';
import type { FileResult } from '../lint/lint-one.ts';
import { rules as everyRule } from '../lint/rules.generated.ts';
import { libraryFacts } from './commands/lint/library-facts.ts';
import { lintFiles } from './commands/lint/lint-files.ts';
import { settingsReader } from './commands/lint/settings-for.ts';

/** What one thread is given to do: plain data. */
export interface WorkerShare {
	/** The root of the library. */
	readonly folder: string;
	readonly config: string | undefined;
	readonly policy: BranchPolicy | undefined;
	readonly preset: string | undefined;
	readonly rules: readonly string[];
	readonly today: string;
	readonly files: readonly FoundFile[];
}

/** How often a thread says how far it has come. */
const reportEvery = 50;

/** What one of the threads does that `sop lint` shares its files among: it opens the library anew and gives the results. */
export async function lintWorkerShare(
	{ folder, config, policy, preset, rules: names, today, files }: WorkerShare,
	onStep: (steps: number) => void,
): Promise<readonly FileResult[]> {
	const library = underPolicy(openLibrary(nodeFiles, folder, config), policy);
	const wanted = new Set(names);
	const rules = everyRule.filter((rule) => wanted.has(rule.name));
	let done = 0;
	return lintFiles({
		files: files.map((found) => ({
			file: found.file,
			read: () => library.supporting.get(found.file) ?? readFoundFile(nodeFiles, library.root.path, found),
		})),
		rules,
		settingsFor: settingsReader(library, rules, preset),
		facts: libraryFacts(nodeFiles, library, today),
		onFile: () => {
			done++;
			if (done % reportEvery === 0) onStep(reportEvery);
		},
	});
}
