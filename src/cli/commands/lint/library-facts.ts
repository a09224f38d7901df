import type { Files } from '../../../io/io.ts';
import { readCodeOwners } from '../../../library/code-owners.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { rules as everyRule } from '../../../lint/rules.generated.ts';
import { rulesToCome } from '../../../lint/rules-to-come.ts';
import type { LibraryFacts } from '../../../lint/subject.ts';
import { loadUnaryTestParser } from '../../../model/decision/load-unary-test-parser.ts';
import type { ReadDocument } from '../../../model/read-document.ts';

/** What rules may know of the library before any document is read. */
export function libraryFacts(files: Files, library: OpenLibrary, today: string): LibraryFacts {
	return {
		today,
		registers: library.registers,
		config: library.config,
		// Also those that do not run: the config and comments may name them.
		ruleNames: [...everyRule.map((rule) => rule.name), ...rulesToCome],
		ruleSeverities: Object.fromEntries(everyRule.map((rule) => [rule.name, rule.severity])),
		ruleOptions: Object.fromEntries(everyRule.map((rule) => [rule.name, rule.options ?? {}])),
		...readCodeOwners(files, library.root),
	};
}

/** Loads what only some documents need, when the first of them comes. */
export async function withWhatItNeeds(facts: LibraryFacts, read: ReadDocument): Promise<LibraryFacts> {
	if (facts.feel === undefined && read.text.includes('test:')) {
		return { ...facts, feel: await loadUnaryTestParser() };
	}
	return facts;
}
