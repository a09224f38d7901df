import { CommandError } from '../../../../diagnostics/command-error.ts';
import { openLibrary } from '../../../../library/open-library.ts';
import { dayNumber } from '../../../../model/calendar-day.ts';
import { dayIn } from '../../../../model/day-in.ts';
import { withoutRegister } from '../../../../model/registers.ts';
import { inertText } from '../../../../report/inert-text.ts';
import type { CommandContext } from '../../../command-context.ts';
import { type ExitCode, exitCode } from '../../../exit-code.ts';
import { openRecord } from '../../../history/open-record.ts';
import { knownConfig } from '../../../history/policy-at.ts';
import { registersAt } from '../../../history/registers-at.ts';
import { personFor } from '../../../records/person-for.ts';
import { recordEnvelope } from '../../../records/record-envelope.ts';
import { signingKeyFor } from '../../../records/signing-key.ts';
import { writeRecords } from '../../../records/write-record.ts';
import { taughtVersions } from './taught-versions.ts';
import { type Lesson, trainingRecords } from './training-records.ts';

/** `sop train record`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const envelope = recordEnvelope(context, library);
	const { record, cause } = await openRecord(context, library);
	if (record === undefined) {
		throw new CommandError(`No training can be recorded: ${cause}`, {
			help: 'People are trained on what is in force, or will be, and only what is committed to the mainline is.',
			exitCode: exitCode.unfinished,
		});
	}
	const asked = context.all('person');
	const people = await Promise.all(
		(asked.length === 0 ? [undefined] : [...new Set(asked)]).map((id) =>
			personFor(context, library, { asked: id }),
		),
	);
	const [first, another] = people;
	if (context.has('sign') && another !== undefined) {
		throw new CommandError('Several people cannot be signed for', {
			help: 'Whoever was trained signs: give one --person with --sign, or leave --sign out.',
		});
	}
	const trainer = context.text('trainer');
	const lesson: Lesson = {
		what: context.text('what'),
		how: context.text('how'),
		trainer:
			trainer === undefined
				? undefined
				: (await personFor(context, library, { asked: trainer, mayHaveLeft: true })).id,
		on: dayOf(context, dayIn(context.io.now(), library.config.timezone)),
	};
	const registers = await registersAt(record, await knownConfig(record, record.moment.position));
	if (registers.people === undefined) {
		throw new CommandError(
			`Nobody can be trained in a role: ${withoutRegister(registers, 'people')} on the mainline`,
			{ help: `Commit ${inertText(library.peopleFile)}: it says who holds which role.` },
		);
	}
	const versions = await taughtVersions(record, context.arguments);
	const values = trainingRecords(envelope, versions, people, registers.people, lesson);
	const key = first === undefined ? undefined : await signingKeyFor(context, library, first);
	const byId = new Map(people.map((person) => [person.id, person]));
	const records = values.flatMap((value) => {
		const person = byId.get(value.person ?? '');
		return person === undefined ? [] : [{ kind: 'training' as const, value, person, key, judgedBy: record }];
	});
	await writeRecords(context, library, records, messageOf(people, versions));
	return exitCode.clean;
}

function dayOf(context: CommandContext, today: string): string | undefined {
	const written = context.text('onDay');
	if (written === undefined) return undefined;
	if (dayNumber(written) === undefined)
		throw new CommandError(`--on-day takes a day such as 2026-03-15, not ${JSON.stringify(written)}`);
	if (written > today) {
		throw new CommandError(`${written} has not come: only a training that took place can be recorded`, {
			help: 'Record it on that day.',
		});
	}
	return written === today ? undefined : written;
}

function messageOf(
	people: readonly { readonly id: string }[],
	versions: readonly { readonly document: string; readonly version: string }[],
): string {
	const who = people.length > 3 ? `${people.length} people` : people.map(({ id }) => id).join(', ');
	const what =
		versions.length > 3
			? `${versions.length} documents`
			: versions.map(({ document, version }) => `${document} ${version}`).join(', ');
	return `Record training of ${who} on ${what}`;
}
