import { CommandError } from '../../../diagnostics/command-error.ts';
import { addDuration } from '../../../model/calendar-day.ts';
import type { Checklist, ExceptionRecord, Sop } from '../../../model/documents.generated.ts';
import { parseDuration } from '../../../model/duration.ts';
import { exceptionApprovers } from '../../../model/exception-approvers.ts';
import { nearest } from '../../../model/nearest.ts';
import { rows, several } from '../../../model/several.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { chooseRole } from '../../records/choose-role.ts';
import { dayFrom, dayOfFlag, dayOrTimeOf } from '../../records/day-from.ts';
import { type Acting, openActing } from '../../records/open-acting.ts';
import { isSameButWhen, refuseUnfinished } from '../../records/refuse-unfinished.ts';
import { givenText, requiredText } from '../../records/required-text.ts';
import { signingKeyFor } from '../../records/signing-key.ts';
import { knownDocument, textOf, versionInForce } from '../../records/subject-in-force.ts';
import { writeRecord } from '../../records/write-record.ts';

type WrittenException =
	NonNullable<Sop['exceptions']> extends infer Section
		? Section extends readonly (infer Row)[]
			? Row
			: never
		: never;

/** `sop except ID`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const acting = await openActing(context);
	const { library, person, envelope, today } = acting;
	const known = await knownDocument(acting, context.arguments[0] ?? '');
	const version = versionInForce(known, 'except from');
	const { read, digest } = await textOf(acting, known, version);
	// The text passed the schema when it was signed; any key of it may be absent.
	const exception = chooseException(context, known.id, rows((read.checked as Sop | undefined)?.exceptions));
	const reason = await requiredText(context, 'reason', 'Why is the exception needed?');
	const from = dayFrom(context, today);
	const until = lastDay(context, from, exception);
	const what = `An exception ${inertText(exception.id ?? '')} of ${known.id}`;
	const { role } = chooseRole(acting, whoMayAllow(read.checked, exception), context.text('as'), what);
	const key = await signingKeyFor(context, library, person);
	const [cause, impact, replaces] = ['cause', 'impact', 'replaces'].map((flag) => givenText(context, flag));
	if (replaces !== undefined) refuseUnknown(acting, replaces, known.id);
	const action = correctiveAction(context, today);
	const value: ExceptionRecord = {
		...envelope,
		document: known.id,
		version: version.version,
		digest,
		person: person.id,
		role,
		meaning: 'exception',
		exception: exception.id ?? '',
		reason,
		from,
		until,
		...(cause === undefined ? {} : { cause }),
		...(impact === undefined ? {} : { impact }),
		...(action === undefined ? {} : { corrective_action: action }),
		...(replaces === undefined ? {} : { replaces }),
	};
	await refuseUnfinished(context, acting, {
		kind: 'exceptions',
		like: value,
		isSame: (one) => isSameButWhen(one, value),
	});
	await writeRecord(context, library, { kind: 'exceptions', value, person, key, judgedBy: acting.record });
	if (action === undefined)
		context.say(
			'It names no corrective action: sop lint will ask what is done so that it does not happen again (--action).',
		);
	return exitCode.clean;
}

/** The roles of the register that may allow an exception: section 11 names them by their ids of section 4. */
function whoMayAllow(document: unknown, { id, approved_by: named }: WrittenException): readonly string[] {
	const all = exceptionApprovers((document ?? {}) as Sop & Checklist);
	const { roles = [] } = all.find(({ exception }) => exception === id) ?? {};
	// What is allowed with the document alone needs nobody, which is said where roles are chosen.
	return roles.length > 0 ? roles : several(named);
}

function chooseException(
	context: CommandContext,
	id: string,
	exceptions: readonly WrittenException[],
): WrittenException {
	const asked = context.text('exception');
	const ids = exceptions.flatMap((one) => one?.id ?? []);
	if (asked === undefined) {
		const [only, another] = exceptions;
		if (only !== undefined && another === undefined) return only;
		throw new CommandError(
			ids.length === 0 ? `Section 11 of ${id} knows no exception` : `${id} knows ${ids.length} exceptions`,
			{
				help:
					ids.length === 0
						? 'What may differ is written into section 11 and approved first.'
						: `Say which: --exception ${ids.map(inertText).join(', --exception ')}.`,
				...(ids.length === 0 ? { exitCode: exitCode.findings } : {}),
			},
		);
	}
	const found = exceptions.find((one) => one?.id === asked);
	if (found !== undefined) return found;
	const near = nearest(asked, ids);
	throw new CommandError(`Section 11 of ${id} knows no exception ${JSON.stringify(asked)}`, {
		help:
			near === undefined
				? `It knows: ${ids.map(inertText).join(', ') || 'none'}.`
				: `Did you mean ${inertText(near)}?`,
	});
}

/** `--until`, held against the limit of section 11 where that is a time in days. */
function lastDay(context: CommandContext, from: string, { limit }: WrittenException): string {
	const until = dayOrTimeOf(context, 'until', from);
	if (until === undefined)
		throw new CommandError('--until is missing: an exception without an end is a change of the procedure', {
			help: `Give the last day: --until ${from}.${limit === undefined ? '' : ` Section 11 allows ${inertText(limit)}.`}`,
		});
	if (until < from)
		throw new CommandError(`--until ${until} lies before the first day, ${from}`, {
			help: 'Give a later day.',
		});
	const duration = limit === undefined ? undefined : parseDuration(limit);
	const latest = duration === undefined ? undefined : addDuration(from, duration);
	if (latest !== undefined && until > latest)
		throw new CommandError(
			`--until ${until} is longer than section 11 allows (${inertText(limit ?? '')}, to ${latest})`,
			{
				help: 'End it sooner, or have the limit changed by a new version.',
				exitCode: exitCode.findings,
			},
		);
	return until;
}

function correctiveAction(context: CommandContext, today: string): ExceptionRecord['corrective_action'] {
	const [what, owner] = [givenText(context, 'action'), givenText(context, 'actionOwner')];
	const [due, done] = [dayOrTimeOf(context, 'actionDue', today), dayOfFlag(context, 'actionDone', today)];
	if (what === undefined) {
		if (owner === undefined && due === undefined && done === undefined) return undefined;
		throw new CommandError('--action is missing: the others say who does it and by when', {
			help: 'Write --action "Agree a second channel with the bank".',
		});
	}
	return {
		do: what,
		...(owner === undefined ? {} : { owner }),
		...(due === undefined ? {} : { due }),
		...(done === undefined ? {} : { done }),
	};
}

function refuseUnknown({ record }: Acting, path: string, id: string): void {
	if (record.history.files.includes(path) && path.startsWith('records/exceptions/')) return;
	throw new CommandError(`${inertText(path)} is no exception record that the mainline shows`, {
		help: `Give its path in the library, such as records/exceptions/${id}/….yaml`,
	});
}
