import type { Period } from '../../../audit/period.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { rememberedTrails } from '../../../library/history/remembered-trails.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { positionAt } from '../../../model/history/mainline.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import type { Moment } from '../../history/moment.ts';
import { type OpenRecord, openRecord } from '../../history/open-record.ts';
import { knownConfig, policyAt } from '../../history/policy-at.ts';
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
	const history = rememberedTrails(await byBranchName(opened));
	const record = { ...opened, history };
	const { position, known } = record.moment;
	const { mainline: committed } = await knownConfig(record, position);
	if (committed !== library.config.mainline) throw otherMainline(library.config.mainline, committed);
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
		record: { ...record, history, moment, policy },
		period,
		positions: {
			opening: positionAt(mainline, period.start - 1),
			closing: positionAt(mainline, period.end),
			known: position,
		},
	};
}

/** What lies in the working tree may not decide which branch is the record. */
function otherMainline(here: string | undefined, committed: string | undefined): CommandError {
	const named = (branch: string | undefined) => (branch === undefined ? 'none' : inertText(branch));
	return new CommandError(
		`The config here names ${named(here)} as mainline, and the one committed there names ${named(committed)}`,
		{
			help: 'A packet is made from the branch that the committed config names: git stash, or commit the change.',
			exitCode: 3,
		},
	);
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

/**
 * The history with its mainline called by the name of the branch, whether it was read in the repository itself or as a
 * clone keeps it of its remote: the same commit gives the same packet in both.
 */
async function byBranchName({ git, history }: OpenRecord): Promise<OpenRecord['history']> {
	const { ref } = history;
	if (ref === undefined || !ref.ref.startsWith('refs/remotes/')) return history;
	// The default branch of a remote is kept as a ref that names another.
	const named = (await git.text(['symbolic-ref', '--quiet', ref.ref])).trim() || ref.ref;
	return { ...history, ref: { ...ref, ref: named.replace(/^refs\/remotes\/[^/]+\//, 'refs/heads/') } };
}
