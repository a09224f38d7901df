import type { AuditedPolicy, PolicyChange } from '../../../audit/audited-policy.ts';
import { documentsInText } from '../../../audit/documents-in-text.ts';
import { readDocument } from '../../../library/read-document.ts';
import { type Baseline, baselineFileName, narrowBaseline } from '../../../lint/baseline.ts';
import { unifiedDiff } from '../../../model/diff/unified-diff.ts';
import type { Config } from '../../../model/documents.generated.ts';
import { configFileName, registerKinds } from '../../../model/file-kind.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { lastingEntries } from '../../../model/register-entries.ts';
import type { Registers } from '../../../model/registers.ts';
import { parseBaseline } from '../../commands/lint/read-baseline.ts';
import type { KnownConfig } from '../../history/known-configs.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { placeOfPeopleBy } from '../../history/people-places.ts';
import { factsOfTexts, type ShownText, shownTexts } from '../lint/shown-texts.ts';
import { changeAuthors } from './change-authors.ts';
import { extendedFiles } from './extended-files.ts';
import { loosenedBy } from './loosened-by.ts';
import type { PolicyPeriod } from './policy-period.ts';

/** A file that decides what is asked of the library. */
interface PolicyFile {
	readonly file: string;
	readonly kind: PolicyChange['kind'];
}

type Found = Omit<PolicyChange, 'commit' | 'known' | 'who'> & ShownText;

/** What the mainline commits of a period did to configs, the baseline and registers, and which registers stood in it. */
export async function policyChanges(
	record: OpenRecord,
	positions: PolicyPeriod['positions'],
	configs: readonly KnownConfig[],
): Promise<Pick<AuditedPolicy, 'changes' | 'registers'>> {
	const found: Found[] = [];
	const registers: string[] = [];
	for (const one of await policyFiles(record, positions, configs)) {
		const shown = await shownTexts(record, one.file, null);
		found.push(...(await changesOf(record, one, shown, positions, configs)));
		const known = shown.filter(({ position }) => position <= positions.closing);
		const stood = known.some(
			({ position, blob }, index) =>
				blob !== undefined &&
				(known[index + 1]?.position ?? Number.POSITIVE_INFINITY) > positions.opening &&
				position <= positions.closing,
		);
		if (one.kind === 'register' && stood) registers.push(one.file);
	}
	found.sort((a, b) => a.position - b.position || (a.file < b.file ? -1 : 1));
	const authors = await changeAuthors(record, found);
	return {
		registers: registers.sort(),
		changes: found.flatMap(({ position: _, blob: __, commits: ___, ...change }, index) => {
			const by = authors[index];
			return by === undefined ? [] : [{ ...change, ...by }];
		}),
	};
}

async function policyFiles(
	record: OpenRecord,
	positions: PolicyPeriod['positions'],
	configs: readonly KnownConfig[],
): Promise<readonly PolicyFile[]> {
	const people = [{} as Config, ...configs.flatMap(({ config }) => config ?? [])].flatMap((config) => {
		const place = placeOfPeopleBy(config);
		return 'file' in place ? [place.file] : [];
	});
	const registers = [...registerKinds.map((kind) => `registers/${kind}.yaml`), ...people];
	const kinds = new Map<string, PolicyChange['kind']>(registers.map((file) => [file, 'register']));
	for (const file of await extendedFiles(record, positions, configs)) kinds.set(file, 'config');
	kinds.set(configFileName, 'config').set(baselineFileName, 'baseline');
	return [...kinds].map(([file, kind]) => ({ file, kind }));
}

async function changesOf(
	record: OpenRecord,
	{ file, kind }: PolicyFile,
	shown: readonly ShownText[],
	{ opening, closing }: PolicyPeriod['positions'],
	configs: readonly KnownConfig[],
): Promise<readonly Found[]> {
	const changed = shown.flatMap((state, index) => {
		const before = shown[index - 1]?.blob;
		const isIn = state.position > opening && state.position <= closing;
		return isIn && before !== state.blob ? [{ state, before }] : [];
	});
	if (changed.length === 0) return [];
	const texts = await factsOfTexts(record, file, shown, (_, bytes) => bytes.toString());
	const { ids, prefix, trail } = record.history;
	const namedIn = documentsInText(
		ids.map((id) => ({ id, trail: trail(id) })),
		prefix,
	);
	const textOf = (blob: string | undefined) => (blob === undefined ? null : texts.get(blob));
	return changed.map(({ state, before }): Found => {
		const [old, now] = [textOf(before), textOf(state.blob)];
		const what = old === null ? 'added' : now === null ? 'removed' : 'changed';
		if (old === undefined || now === undefined)
			return { ...state, file, kind, what, loosens: undefined, unclear: [], diff: null, of: [] };
		const told =
			kind === 'config'
				? configChange(configs, state.position)
				: { loosens: kind === 'baseline' ? moreCovered(old, now) : lostEntries(file, old, now), unclear: [] };
		return {
			...state,
			file,
			kind,
			what,
			...told,
			diff: unifiedDiff(file, old ?? undefined, now ?? undefined),
			of: namedIn(`${old ?? ''}\n${now ?? ''}`),
		};
	});
}

/** By what the configs came to, with all that they extend: one that is not valid leaves the one before it in place. */
function configChange(
	configs: readonly KnownConfig[],
	position: number,
): Pick<PolicyChange, 'loosens' | 'unclear'> {
	const before = configs.findLast((one) => one.position < position);
	const now = configs.findLast((one) => one.position <= position);
	// The first config asks for something where nothing was asked.
	if (before === undefined || now === before) return { loosens: [], unclear: [] };
	if (before.config === undefined || now?.config === undefined) return { loosens: undefined, unclear: [] };
	return loosenedBy(before.config, now.config);
}

/** How many more findings a baseline covers, by rule; all of the first one. */
function moreCovered(before: string | null, now: string | null): readonly string[] {
	const baselineIn = (text: string | null): Baseline =>
		(text === null ? undefined : parseBaseline(text)) ?? { format: 1, entries: [] };
	const { newEntries } = narrowBaseline(baselineIn(now), baselineIn(before));
	const more = new Map<string, number>();
	for (const entry of newEntries) more.set(entry.rule, (more.get(entry.rule) ?? 0) + entry.more);
	return [...more]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([rule, count]) => `covers ${count} more of ${rule}`);
}

function lostEntries(file: string, before: string | null, now: string | null): readonly string[] {
	const kind = registerKinds.find((one) => file === `registers/${one}.yaml`) ?? 'people';
	const entriesIn = (text: string | null): readonly string[] => {
		if (text === null) return [];
		const { checked }: ReadDocument = readDocument(kind, file, Buffer.from(text));
		// What is left of it passed the schema of its kind.
		return typeof checked === 'object' && checked !== null
			? lastingEntries({ [kind]: checked } as Registers)
			: [];
	};
	const left = new Set(entriesIn(now));
	return [...new Set(entriesIn(before))].filter((entry) => !left.has(entry)).map((entry) => `lost ${entry}`);
}
