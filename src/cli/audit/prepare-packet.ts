import { createHash } from 'node:crypto';
import type { AuditInput } from '../../audit/audit-input.ts';
import type { AuditedPolicy } from '../../audit/audited-policy.ts';
import { basisDigests } from '../../audit/basis-digests.ts';
import { libraryItself } from '../../audit/library-itself.ts';
import type { AuditorRequest } from '../../audit/pbc/auditor-request.ts';
import type { Section } from '../../audit/section.ts';
import { clausePacks } from '../../model/clause-packs/packs.ts';
import type { Basis } from '../../packet/basis.ts';
import { findingsSarif } from '../../packet/findings-sarif.ts';
import { packetContents } from '../../packet/packet-contents.ts';
import type { PacketFile } from '../../packet/packet-file.ts';
import { redactSection } from '../../packet/redact-people.ts';
import { withhold } from '../../packet/withhold.ts';
import type { CommandContext } from '../command-context.ts';
import { version } from '../version.ts';
import { withholdingOf } from '../withholding.ts';
import { allSections } from './all-sections.ts';
import { basisOf } from './files/basis-of.ts';
import { callOf } from './files/call-of.ts';
import { coverOf } from './files/cover-of.ts';
import { documentFiles } from './files/document-files.ts';
import { documentPages, partPages } from './files/packet-pages.ts';
import { policyFiles } from './files/policy-files.ts';
import { recordFiles } from './files/record-files.ts';
import { redactionFor } from './files/redaction.ts';
import type { Told } from './files/told.ts';
import { gather } from './gather/gather.ts';
import { integrityFacts, objectsChecked } from './gather/integrity-facts.ts';
import { openAudit } from './gather/open-audit.ts';
import { requestsPath } from './given/requests-path.ts';
import { lintAtEnd } from './lint/lint-at-end.ts';
import { ruleSet } from './lint/rule-set.ts';
import { policyFacts } from './policy/policy-facts.ts';

/** What comes with a call from outside the repository. */
export interface GivenToPacket {
	/** The packet before this one. */
	readonly previous: Basis['previous'];
	/** The auditor's list of requests: its bytes, and what they say. */
	readonly requests: { readonly bytes: Uint8Array; readonly read: readonly AuditorRequest[] } | null;
	/** Where the packet goes; undefined where it goes nowhere. */
	readonly place: string | undefined;
}

/** A section without its lists. */
export type ToldSection = Omit<Section, 'lists'>;

/** A packet as it will be: what it says, and its files one by one. */
export interface PreparedPacket {
	readonly input: AuditInput;
	readonly basis: Basis;
	/** All files but the manifest; they can be asked for once. */
	files(): AsyncGenerator<PacketFile>;
	/** All sections but the cover and P-12, as they are told; their lists are in the files alone. To be asked after the files. */
	sections(): Promise<readonly ToldSection[]>;
}

/** Reads the repository and works out all that a packet says. */
export async function preparePacket(context: CommandContext, given: GivenToPacket): Promise<PreparedPacket> {
	const audit = await openAudit(context);
	const { record } = audit;
	const gathered = await during(context, 'reading versions and records', () =>
		gather(context, audit, callOf(context, record.moment.known.id)),
	);
	// Not before that: whoever asked for what is not there is told at once.
	const checked = objectsChecked(record);
	const lint = await during(context, 'judging texts by every rule', () => lintAtEnd(audit));
	const ownPolicy = policyTold(context, await policyFacts(record, audit));
	const input = { ...gathered.input, lint, ownPolicy };
	const basis = basisOf(context, record, input, {
		scope: gathered.scope,
		previous: given.previous,
		requestsSha256:
			given.requests === null ? null : createHash('sha256').update(given.requests.bytes).digest('hex'),
		...basisDigests(ruleSet(), clausePacks),
	});
	const told = toldOf(context, input, given.place);
	const limit = limitOf(context, input, told);
	const leftOut = new Set(input.documents.flatMap(({ id, isInScope }) => (isInScope ? [] : [id])));
	let known: readonly ToldSection[] | undefined;
	const tellSections = async () => {
		const integrity = await during(context, 'looking at every object of git', () =>
			integrityFacts(record, input, given.previous, checked),
		);
		const facts = { input, integrity, requests: given.requests?.read ?? null };
		const sections = toldSections(allSections(facts), limit, told);
		// Nobody holds their lists, tens of thousands of rows, any more once they are written.
		known = sections.map(({ lists: _, ...rest }) => rest);
		return sections;
	};
	return {
		input,
		basis,
		async *files() {
			// First what git need not have looked at all objects for: it does that meanwhile.
			yield* documentFiles(record, input, told, documentPages(input, told));
			yield* recordFiles(record, input, told);
			yield* policyFiles(record, input, told);
			if (given.requests !== null && told.redact === undefined)
				yield { path: requestsPath, content: given.requests.bytes };
			// Without texts to judge, a file without findings would say that there are none.
			if (lint !== undefined)
				yield {
					path: 'findings.sarif',
					content: findingsSarif(lint, {
						version,
						prefix: input.prefix,
						isLeftOut: (id) => leftOut.has(id),
						isWithheld: limit.isWithheld,
						nameOf: limit.nameOf,
						redact: told.redact,
					}),
				};
			const sections = await tellSections();
			yield* packetContents({
				sections,
				basis,
				command: input.command,
				pages: partPages(input, sections, (all) => coverOf(input, basis, all)),
			});
		},
		async sections() {
			return known ?? (await tellSections());
		},
	};
}

/** Where people or comments are left out, so are the lines that changed in config and registers: they hold names, keys and comments. */
function policyTold(context: CommandContext, own: AuditedPolicy): AuditedPolicy {
	if (context.text('redact') === undefined && !context.has('asAuditor')) return own;
	return { ...own, changes: own.changes.map((change) => ({ ...change, diff: null })) };
}

/** Says on a terminal what is being done while it is. */
async function during<Found>(
	context: CommandContext,
	what: string,
	work: () => Promise<Found>,
): Promise<Found> {
	const said = context.doing(what);
	try {
		return await work();
	} finally {
		said.end();
	}
}

function toldOf(context: CommandContext, input: AuditInput, place: string | undefined): Told {
	const withholding = withholdingOf(context, input.policy.classification);
	return {
		asAuditor: context.has('asAuditor'),
		isLimited: withholding.isLimited,
		isUsualTold: !withholding.withholds(input.policy.classification),
		redact: redactionFor(context, input, place),
	};
}

/** What is withheld, and what it is called. */
interface Limit {
	readonly isWithheld: (id: string) => boolean;
	readonly nameOf: (id: string) => string;
}

function limitOf(
	context: CommandContext,
	{ documents }: AuditInput,
	{ isLimited, isUsualTold }: Told,
): Limit {
	const secret = documents.filter(({ isWithheld }) => isWithheld).map(({ id }) => id);
	const names = new Map(
		secret.map((id, at) => [
			id,
			context.has('opaqueIds') ? `withheld-${String(at + 1).padStart(4, '0')}` : id,
		]),
	);
	// A document that nobody knows may have been one that is withheld.
	const known = new Set(documents.map(({ id }) => id));
	return {
		isWithheld: (id) =>
			id === libraryItself ? !isUsualTold : isLimited && (names.has(id) || !known.has(id)),
		nameOf: (id) => names.get(id) ?? (id === libraryItself || known.has(id) || !isLimited ? id : 'unknown'),
	};
}

/** What may be told of sections, by the limits of the call. */
function toldSections(
	sections: readonly Section[],
	{ isWithheld, nameOf }: Limit,
	{ redact }: Told,
): readonly Section[] {
	const told = sections.map((section) => withhold(section, isWithheld, nameOf));
	return redact === undefined ? told : told.map((section) => redactSection(section, redact));
}
