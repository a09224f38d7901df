import { pathKey } from '../../../../library/history/library-history.ts';
import { readTexts } from '../../../../library/history/read-texts.ts';
import { legibleEntries } from '../../../../library/legible-entries.ts';
import type { OpenLibrary } from '../../../../library/open-library.ts';
import type { LostEntry } from '../../../../lint/history-subject.ts';
import { lastingEntries } from '../../../../model/register-entries.ts';
import type { Registers } from '../../../../model/registers.ts';
import { dayAt } from '../../../../model/zone.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import { isKnown } from './is-known.ts';

/**
 * Entries that stood in the registers on the mainline and stand in them no more; `untold` says of which registers nobody can
 * tell, each as a cause.
 */
export async function lostEntries(
	record: OpenRecord,
	library: OpenLibrary,
): Promise<{ readonly lost: readonly LostEntry[]; readonly untold: readonly string[] }> {
	const { history, git, policy } = record;
	const lost: LostEntry[] = [];
	const untold: string[] = [];
	for (const kind of ['people', 'roles'] as const) {
		const file = `registers/${kind}.yaml`;
		const known = (history.trail(pathKey(file))?.entries ?? []).filter(isKnown);
		if (known.length === 0) continue;
		const here = library.supporting.get(kind === 'people' ? library.peopleFile : file);
		const stand = here === undefined ? [] : legibleEntries(here, kind);
		if (stand === undefined) {
			untold.push(`the ${kind} register cannot be read`);
			continue;
		}
		// The day until which an entry stood is that of the commit that took it out, or of the newest one.
		const days = new Map<string, number>();
		const texts = new Map<string, readonly string[]>();
		const wanted = known.flatMap(({ after }) => after.map(({ blob }) => ({ blob, file })));
		for await (const { blob, read } of readTexts(git, wanted, history.state.filtered))
			texts.set(blob, entriesIn(kind, read.checked));
		const oldestFirst = [...known].reverse();
		for (const [index, entry] of oldestFirst.entries()) {
			const until = oldestFirst[index + 1]?.mainline ?? history.mainline.length - 1;
			for (const name of texts.get(entry.after[0]?.blob ?? '') ?? []) days.set(name, until);
		}
		const stands = new Set(stand);
		for (const [entry, position] of days) {
			if (stands.has(entry)) continue;
			lost.push({ file, entry, day: dayAt(history.mainline.at(position)?.time ?? 0, policy.zone) });
		}
	}
	return { lost, untold };
}

function entriesIn(kind: 'people' | 'roles', checked: unknown): readonly string[] {
	// `checked` passed the schema of its kind.
	return typeof checked === 'object' && checked !== null
		? lastingEntries({ [kind]: checked } as Registers)
		: [];
}
