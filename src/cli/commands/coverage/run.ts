import type { Coverage } from '../../../control/coverage/coverage-of.ts';
import { shareWords } from '../../../control/coverage/share.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { sayWithoutApprovals } from '../../history/approvals-words.ts';
import { coordinates } from '../../history/moment.ts';
import { requiredRecord } from '../../history/required-record.ts';
import { sayWithheld, withheldWords } from '../../withholding.ts';
import { type CoverageAnswer, coverageAnswer } from './coverage-answer.ts';
import { minPercent, shortOfMin } from './min-percent.ts';
import { printCoverage } from './print-coverage.ts';

/** `sop coverage`. Ends with 1 where less is covered than `--min` asks for. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const min = minPercent(context);
	const record = await requiredRecord(
		context,
		'Coverage',
		'Only what is committed to the mainline can be in force.',
	);
	const { moment, policy } = record;
	const answer = await coverageAnswer(context, record);
	await printCoverage(context, record, answer);
	const { coverage, known, withheld, unknown } = answer;
	const unseen = coverage.rows.filter(({ status }) => status === 'not evaluated');
	for (const { activity, why } of unseen.slice(0, mostNamed))
		context.warn(`Not evaluated: ${activity.id}: ${why[0] ?? withheldWords}.`);
	if (unseen.length > mostNamed) context.warn(`And ${unseen.length - mostNamed} more activities.`);
	for (const id of answer.unread.slice(0, mostNamed))
		context.warn(`Not evaluated: what ${id} covers: its text cannot be read. sop lint shows where.`);
	if (answer.unread.length > mostNamed)
		context.warn(`And ${answer.unread.length - mostNamed} more documents.`);
	sayWithheld(context, withheld.length, 'document');
	context.say(
		`Covered: ${shareWords(coverage.share)}${setAsideWords(coverage)}, ${coordinates(moment, policy.zone)}.`,
	);
	if (known.why !== null) {
		context.say(
			`Measured by the ${known.activities.length} activities that sop ships, as ${known.why}. sop init writes a register to make your own.`,
		);
	}
	sayUnknown(context, unknown, known.from);
	context.say(`Runs from ${answer.period.from} to ${answer.period.to}: not evaluated, ${answer.noRuns}.`);
	sayWithoutApprovals(context, policy);
	const short = min === undefined ? undefined : shortOfMin(coverage, min);
	if (short !== undefined) context.warn(short);
	return short === undefined ? exitCode.clean : exitCode.findings;
}

/** So many activities that nobody knows are named. */
const mostNamed = 5;

/** Says what documents cover and no activity is: of a register of their own somebody has mistyped it. */
function sayUnknown(
	context: CommandContext,
	unknown: CoverageAnswer['unknown'],
	from: CoverageAnswer['known']['from'],
): void {
	if (from === 'sop') {
		const count = new Set(unknown.map(({ activity }) => activity)).size;
		if (count > 0)
			context.say(`Documents cover ${count} more that stand in no register, and are not counted.`);
		return;
	}
	for (const { document, activity } of unknown.slice(0, mostNamed))
		context.warn(`${document} covers ${activity}, which the register does not have.`);
	if (unknown.length > mostNamed) context.warn(`And ${unknown.length - mostNamed} more. sop lint lists all.`);
}

function setAsideWords({ share: { setAside } }: Coverage): string {
	return setAside === 0 ? '' : `, ${setAside} set aside`;
}
