import type { AuditedDocument, AuditedVersion, AuditInput } from '../../src/audit/audit-input.ts';
import { isIn, overlaps, type Period } from '../../src/audit/period.ts';
import { answeringRoles } from '../../src/control/answering-roles.ts';
import { noPeopleRegister } from '../../src/control/approval/authority.ts';
import type { Config } from '../../src/model/documents.generated.ts';
import { positionAt } from '../../src/model/history/mainline.ts';
import type { TrainedVersion } from '../../src/model/training/training-row.ts';
import { trainingRows } from '../../src/model/training/training-rows.ts';
import { workingDays } from '../../src/model/working-days.ts';
import { dayAt, endOfDay, startOfDay } from '../../src/model/zone.ts';
import { auditDays } from './audit-days.ts';
import type { WrittenLibrary } from './audit-library.ts';
import { writtenRecords } from './audit-records.ts';
import { writtenRegisters } from './audit-registers.ts';
import { type WrittenStates, writtenState } from './audit-states.ts';
import { auditedText, type WrittenTrail, writtenTrail } from './audit-texts.ts';
import { libraryId } from './record-context.ts';

export * from './audit-library.ts';

/**
 * What a packet would be made from, for a library in a few words. Each day of it is a commit of the mainline; states,
 * reviews and trainings are derived as those of a repository are.
 */
export function auditInput(written: WrittenLibrary = {}): AuditInput {
	const { partial = null, prefix = '' } = written;
	const config: Config = { format: 1, library: libraryId, ...written.config };
	const period = periodOf(written, config.timezone ?? 'UTC');
	const days = auditDays(written);
	const { mainline } = days;
	const positions = {
		opening: positionAt(mainline, period.start - 1),
		closing: positionAt(mainline, period.end),
		known: mainline.length - 1,
	};
	const { records, whoSigned } = writtenRecords(written, days);
	const { registersAt, authorityAt } = writtenRegisters(written, config, days);
	const states = { days, config, records, authorityAt, whoSigned, partial, on: period.end };
	const trails = (written.documents ?? []).map((one) => writtenTrail(one, days));
	const texts = new Map(trails.flatMap((one) => one.texts.map(({ blob, value }) => [blob, value] as const)));
	const documents = trails
		.map((one) => documentOf(one, { ...states, period, positions }))
		.sort((a, b) => (a.id < b.id ? -1 : 1));
	const registers = { opening: registersAt(positions.opening), closing: registersAt(positions.closing) };
	return {
		command: `sop audit --from ${period.from} --to ${period.to}`,
		period,
		mainline,
		ref: 'refs/heads/main',
		positions,
		partial,
		prefix,
		config,
		policy: authorityAt(positions.known).policy,
		documents,
		registers,
		authorityAt,
		records,
		whoSigned,
		answerTexts: {
			rolesOf: ({ blob }) => answeringRoles(texts.get(blob)),
			whyUnseen: () => undefined,
		},
		trainings: {
			rows: trainingRows({
				versions: documents.flatMap((one) => trainedVersions(one, period)),
				people: registers.closing.people,
				whyNoPeople: noPeopleRegister,
				records: records.training,
				on: period.end,
				zone: period.zone,
				library: config.library,
				isWorkingDay: workingDays(undefined),
				withdrawn: () => undefined,
				contradicted: (record) => (whoSigned(record).level === 'contradicted' ? 'it is forged' : undefined),
			}),
			unread: records.broken
				.filter(({ kind, position }) => kind === 'training' && position <= positions.closing)
				.map(({ file, line, problem }) => `${file}${line === undefined ? '' : `:${line}`}: ${problem}`),
		},
		filesWithoutId: [],
		frameworks: [],
	};
}

function periodOf({ from = '2026-01-01', to = '2026-03-31' }: WrittenLibrary, zone: string): Period {
	return { from, to, start: startOfDay(from, zone) ?? 0, end: endOfDay(to, zone) ?? 0, zone };
}

function documentOf(
	trail: WrittenTrail,
	from: WrittenStates & Pick<AuditInput, 'period' | 'positions'>,
): AuditedDocument {
	const { period, positions, authorityAt } = from;
	const { key, entries, texts, document } = trail;
	const state = writtenState(trail, positions.known, from);
	const { classification } = authorityAt(positions.known).policy;
	const find = (blob: string | undefined) => {
		const found = texts.find((one) => one.blob === blob);
		return found && auditedText(found, classification);
	};
	const text = find(state.inForce?.blob ?? state.standing?.blob);
	return {
		id: key,
		kind: document.kind ?? 'sop',
		title: text?.summary.title ?? null,
		function: text?.summary.function ?? null,
		owner: text?.summary.owner ?? null,
		text,
		trail: { key, entries },
		state,
		stateThen: positions.known === positions.closing ? state : writtenState(trail, positions.closing, from),
		versions: state.timeline.versions.flatMap((version): readonly AuditedVersion[] => {
			const { start, end, known, blob } = version;
			const isShown = isIn(period, known) || (start !== undefined && overlaps(period, start, end));
			return isShown ? [{ version, text: find(blob) }] : [];
		}),
		classification: text?.classification ?? 'restricted',
		isWithheld: document.isWithheld ?? false,
		isInScope: document.isInScope ?? true,
	};
}

/** The version in force and those to come, as far as people must know them. */
function trainedVersions(document: AuditedDocument, period: Period): readonly TrainedVersion[] {
	const { inForce, timeline } = document.state;
	const coming = timeline.versions.filter(({ start }) => start !== undefined && start > period.end);
	return [...(inForce === undefined ? [] : [inForce]), ...coming].flatMap((version) => {
		const shown = document.versions.find((one) => one.version === version);
		const text = shown?.text ?? (document.text?.blob === version.blob ? document.text : undefined);
		if (text === undefined) return [];
		return [
			{
				document: document.id,
				title: text.obligations.title,
				version: version.version,
				digest: text.digest ?? '',
				since: dayAt(version.start ?? 0, period.zone),
				isUpcoming: version !== inForce,
				training: text.obligations.training,
				carriedOver: new Set<string>(),
			},
		];
	});
}
