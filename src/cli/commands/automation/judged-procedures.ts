import { type ProcedureFacts, procedureFactsOf } from '../../../control/automation/procedure-facts.ts';
import { type Readiness, readinessOf } from '../../../control/automation/readiness.ts';
import type { ShownText } from '../../../control/automation/stability.ts';
import { readTexts } from '../../../library/history/read-texts.ts';
import type { Version } from '../../../model/history/version.ts';
import { dayAt } from '../../../model/zone.ts';
import { type DocumentTexts, knownTexts } from '../../history/known-texts.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { whyNoRuns } from '../../history/why-no-runs.ts';
import { type Withheld, type Withholding, withheldItem } from '../../withholding.ts';
import { type FindingsOfTexts, findingsOfTexts } from './findings-of-texts.ts';

/** The procedures of a library, and those that are withheld. */
export interface JudgedProcedures {
	readonly told: readonly Readiness[];
	readonly withheld: readonly Withheld[];
	/** Documents of which nothing can be said, with the reason. */
	readonly notEvaluated: readonly { readonly document: string; readonly reason: string }[];
}

type Texts = DocumentTexts<ProcedureFacts | null>;

/** Judges all procedures that the mainline holds, but what is retired. */
export async function judgedProcedures(
	record: OpenRecord,
	withholding: Withholding,
	ids: readonly string[] = record.history.ids,
): Promise<JudgedProcedures> {
	const all = await knownTexts(record, procedureFactsOf, ids);
	const open = all.filter(
		({ state, inForce, standing }) =>
			state.status !== 'retired' &&
			state.status !== 'missing' &&
			// A checklist is no procedure; what cannot be read might be one.
			((inForce?.taken ?? standing) !== null || isUnreadSop(state.standing?.path)),
	);
	const findings = await findingsOfTexts(record);
	const factsOf = await factsOfVersions(record, open);
	const told: Readiness[] = [];
	const notEvaluated: { document: string; reason: string }[] = [];
	for (const one of open) {
		if (withholding.withholds(one.classification)) continue;
		const readiness = judged(record, one, findings, factsOf);
		if (readiness === undefined) notEvaluated.push({ document: one.id, reason: 'its text cannot be read' });
		else told.push(readiness);
	}
	return {
		told,
		withheld: open
			.filter(({ classification }) => withholding.withholds(classification))
			.map(({ id, inForce }) => withheldItem(id, inForce?.digest)),
		notEvaluated,
	};
}

function isUnreadSop(path: string | undefined): boolean {
	return path?.endsWith('.sop.yaml') === true;
}

function judged(
	record: OpenRecord,
	{ id, state, inForce, standing }: Texts,
	findings: FindingsOfTexts,
	factsOf: ReadonlyMap<string, ProcedureFacts | null>,
): Readiness | undefined {
	const facts = inForce?.taken ?? standing;
	if (facts === null || facts === undefined) return undefined;
	const { moment, policy, history } = record;
	const texts = shownBy(state.timeline.versions, moment.on).map(
		({ blob, known }): ShownText => ({ known, facts: factsOf.get(blob) ?? null }),
	);
	// What stands is what was linted.
	const isStanding = state.inForce === undefined || state.inForce.blob === state.standing?.blob;
	return readinessOf({
		id,
		facts,
		texts,
		unseen: state.notEvaluated ?? history.partial,
		isInForce: state.notEvaluated === null ? state.inForce !== undefined : null,
		standing: state.notEvaluated ?? `${facts.version} is ${state.status}, not in force`,
		findings: isStanding && findings.of !== undefined ? findings.of(id) : null,
		notLinted:
			findings.why ?? 'what stands is another text than the one in force, and only what stands is linted',
		noRuns: whyNoRuns(record),
		on: moment.on,
		today: dayAt(moment.on, policy.zone),
	});
}

/** The facts of all texts that the mainline had shown by the moment, by object id. */
async function factsOfVersions(
	{ git, history, moment }: OpenRecord,
	documents: readonly Texts[],
): Promise<ReadonlyMap<string, ProcedureFacts | null>> {
	const wanted = documents
		.flatMap(({ state }) => shownBy(state.timeline.versions, moment.on))
		.map(({ blob, path }) => ({ blob, file: path.slice(history.prefix.length) }));
	const facts = new Map<string, ProcedureFacts | null>();
	// A copy, because pieces of a text keep the whole text in memory.
	for await (const { blob, read } of readTexts(git, wanted, history.state.filtered))
		facts.set(blob, structuredClone(procedureFactsOf(read)));
	return facts;
}

function shownBy(versions: readonly Version[], on: number): readonly Version[] {
	return versions.filter(({ known }) => known <= on);
}
