import type { AuditedDocument, AuditedVersion, AuditInput } from '../../../audit/audit-input.ts';
import type { AuditedText } from '../../../audit/audited-text.ts';
import type { DocumentState } from '../../../control/document-state.ts';
import { knownRecords } from '../../../library/records/known-records.ts';
import { highestClass } from '../../../model/classification.ts';
import { fileKindOf } from '../../../model/file-kind.ts';
import type { Registers } from '../../../model/registers.ts';
import type { CommandContext } from '../../command-context.ts';
import { answerTexts } from '../../history/answer-texts.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import { type BindingDocument, knownTrainings } from '../../history/known-trainings.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { knownConfig } from '../../history/policy-at.ts';
import { registersAt } from '../../history/registers-at.ts';
import { withholdingOf } from '../../withholding.ts';
import { type AuditScope, auditScope } from './audit-scope.ts';
import { drawnVersions, periodVersions } from './drawn-versions.ts';
import { filesWithoutId } from './files-without-id.ts';
import type { OpenAudit } from './open-audit.ts';
import { statesAndTexts, type Texts } from './states-and-texts.ts';
import { statesThen } from './states-then.ts';
import { whoMade } from './who-made.ts';

/** What a packet is made from, and what it was asked to be about. */
export interface Gathered {
	readonly input: AuditInput;
	readonly scope: AuditScope;
}

/** Reads all that a packet needs from the repository: what the working tree or a cache holds has no part in it. */
export async function gather(context: CommandContext, audit: OpenAudit, command: string): Promise<Gathered> {
	const { record, period, positions } = audit;
	const { history } = record;
	const { classification: usual } = record.policy;
	const { states, texts, factsOf } = await statesAndTexts(audit);
	const mainline = history.mainlineUpTo(positions.known);
	const records = await knownRecords({ git: record.git, history, mainline, upTo: positions.known });
	const then = await statesThen(audit, states, records, factsOf);
	const config = await knownConfig(record, positions.known);
	const registers = {
		opening: await registersAtPosition(record, positions.opening),
		closing: await registersAtPosition(record, positions.closing),
	};
	const functionOf = (one: KnownDocument) => textOf(one.state, texts)?.summary.function;
	const scope = auditScope(
		context,
		history.ids,
		[...new Set(states.flatMap((one) => functionOf(one) ?? []))].sort(),
	);
	const withholding = withholdingOf(context, usual);
	const documents = states.map((one): AuditedDocument => {
		const text = textOf(one.state, texts);
		const versions = periodVersions(one.state, period).map(
			(version): AuditedVersion => ({ version, text: texts.get(version.blob) }),
		);
		const drawn = drawnVersions(one.state, period).map(
			({ blob }) => texts.get(blob)?.classification ?? 'restricted',
		);
		const classification = highestClass(drawn);
		const [newest] = one.trail.entries.flatMap(({ after, before }) => after[0] ?? before[0] ?? []);
		const { title = null, function: owned = null, owner = null } = text?.summary ?? {};
		return {
			id: one.id,
			kind: fileKindOf(newest?.path ?? '') === 'checklist' ? 'checklist' : 'sop',
			title,
			function: owned,
			owner,
			text,
			trail: one.trail,
			state: one.state,
			stateThen: then.get(one.id) ?? one.state,
			versions,
			classification,
			isWithheld: withholding.withholds(classification),
			isInScope:
				(scope.ids.length === 0 || scope.ids.includes(one.id)) &&
				(scope.functions.length === 0 || scope.functions.includes(owned ?? '')),
		};
	});
	const timelines = new Map(documents.map(({ id, stateThen }) => [id, stateThen.timeline]));
	const trainings = await knownTrainings(
		record,
		states.map((one) => binding(one, texts)),
		registers.closing,
		config.library,
	);
	return {
		scope,
		input: {
			command,
			period,
			mainline,
			ref: history.ref?.ref ?? '',
			positions,
			partial: history.partial,
			prefix: history.prefix,
			config,
			policy: record.policy,
			documents,
			filesWithoutId: await filesWithoutId(audit, states),
			registers,
			authorityAt: record.authorityAt,
			records,
			whoSigned: await whoMade(record, records),
			answerTexts: await answerTexts(record, records.feedback, (id) => timelines.get(id)),
			trainings,
			frameworks: scope.frameworks,
		},
	};
}

function textOf({ inForce, standing }: DocumentState, texts: Texts): AuditedText | undefined {
	return texts.get(inForce?.blob ?? '') ?? texts.get(standing?.blob ?? '');
}

/** A document as trainings ask for it. */
function binding(one: KnownDocument, texts: Texts): BindingDocument {
	const { inForce, standing, timeline } = one.state;
	const known = (blob: string | undefined) => {
		const text = texts.get(blob ?? '');
		return text === undefined || text.digest === null
			? undefined
			: { digest: text.digest, taken: text.obligations };
	};
	return {
		...one,
		classification: 'public',
		inForce: known(inForce?.blob),
		standing: timeline.standing.length === 1 ? known(standing?.blob)?.taken : undefined,
		upcoming: [],
	};
}

async function registersAtPosition(record: OpenRecord, position: number): Promise<Registers> {
	const known = record.history.mainlineUpTo(position).at(position);
	if (known === undefined) return {};
	const config = await knownConfig(record, position);
	return await registersAt({ ...record, moment: { ...record.moment, position, known } }, config);
}
