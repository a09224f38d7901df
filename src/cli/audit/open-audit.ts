import type { Period } from '../../audit/period.ts';
import { CommandError } from '../../diagnostics/command-error.ts';
import { rememberedTrails } from '../../library/history/remembered-trails.ts';
import { openLibrary } from '../../library/open-library.ts';
import { positionAt } from '../../model/history/mainline.ts';
import type { CommandContext } from '../command-context.ts';
import type { Moment } from '../history/moment.ts';
import { type OpenRecord, openRecord } from '../history/open-record.ts';
import { policyAt } from '../history/policy-at.ts';
import { auditPeriod } from './audit-period.ts';

/** The record that a packet is made from, at the end of its period. */
export interface OpenAudit {
	readonly record: OpenRecord;
	readonly period: Period;
	/** The last mainline commit before the period (-1: it begins later), the last one in it, and the last one known. */
	readonly positions: { readonly opening: number; readonly closing: number; readonly known: number };
}

/**
 * Opens the record that a call of `sop audit` asks about: true at the end of the period, by what the mainline showed up
 * to `--known` (its newest commit unless told). The clock has no part in it.
 * Whoever makes a packet anew says with `knownAt` what its newest commit was.
 */
export async function openAudit(called: CommandContext): Promise<OpenAudit> {
	// Whoever can write to the git directory could have written the index that makes other commands fast.
	const head = called.text('knownAt');
	const context = called.withFlags({ cache: false, ...(head === undefined ? {} : { known: head }) });
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const { record: opened, cause } = await openRecord(context, library, {
		atLeast: endIn(auditPeriod(context, 'UTC')),
	});
	if (opened === undefined) {
		throw new CommandError(`There is nothing to audit: ${cause}`, {
			help: 'A packet is made from what the mainline of a git repository shows.',
			exitCode: 3,
		});
	}
	const record = { ...opened, history: rememberedTrails(opened.history) };
	const { history } = record;
	const { position, known } = record.moment;
	const policy = await policyAt(record, position);
	const period = auditPeriod(context, policy.zone);
	const mainline = history.mainlineUpTo(position);
	const moment: Moment = {
		on: period.end,
		onText: period.to,
		isNow: false,
		position,
		known,
		isPast: record.moment.isPast,
	};
	return {
		record: { ...record, moment, policy },
		period,
		positions: {
			opening: positionAt(mainline, period.start - 1),
			closing: positionAt(mainline, period.end),
			known: position,
		},
	};
}

/** The furthest that a zone lies behind UTC, in seconds. */
const furthestZone = 12 * 3600;

/**
 * A moment by which the period is over in every zone. Dates of commits are held against it instead of the clock of
 * whoever asks, so that the answer is the same next year.
 */
function endIn({ end }: Period): number {
	return end + furthestZone;
}
