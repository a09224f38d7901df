import { type FileResult, lintOne } from '../../../lint/lint-one.ts';
import type { Rule } from '../../../lint/rule.ts';
import type { FileSettings } from '../../../lint/settings.ts';
import type { LibraryFacts } from '../../../lint/subject.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { withWhatItNeeds } from './library-facts.ts';

/** Files to lint, and all that is needed for it besides the rest of the library. */
export interface LintShare {
	readonly files: readonly { readonly file: string; read(): ReadDocument }[];
	readonly rules: readonly Rule[];
	readonly settingsFor: (file: string) => FileSettings;
	readonly facts: LibraryFacts;
	/** Called after each file. */
	readonly onFile?: () => void;
}

/** Files between two looks at what else has come in. */
const breathEvery = 20;

/** Reads and judges files one after another, holding none of their texts. */
export async function lintFiles({
	files,
	rules,
	settingsFor,
	facts,
	onFile,
}: LintShare): Promise<FileResult[]> {
	let known = facts;
	const results: FileResult[] = [];
	for (const [index, one] of files.entries()) {
		// What git says meanwhile is taken up, so that it need not wait.
		if (index % breathEvery === breathEvery - 1) await breath();
		const read = one.read();
		known = await withWhatItNeeds(known, read);
		// A copy, because pieces of a text keep the whole text in memory.
		results.push(structuredClone(lintOne(read, rules, settingsFor(one.file), known)));
		onFile?.();
	}
	return results;
}

function breath(): Promise<void> {
	return new Promise((resolve) => {
		setImmediate(resolve);
	});
}
