import type { Authority } from '../../control/approval/authority.ts';
import { CommandError } from '../../diagnostics/command-error.ts';
import { type OpenLibrary, openLibrary } from '../../library/open-library.ts';
import { dayAt } from '../../model/zone.ts';
import { shortRef } from '../../report/short-ref.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { type OpenRecord, openRecord } from '../history/open-record.ts';
import { type KnownPerson, personFor } from './person-for.ts';
import { type RecordEnvelope, recordEnvelope } from './record-envelope.ts';

/** Somebody about to make a record: who, today, and what the mainline lets them do. */
export interface Acting {
	readonly library: OpenLibrary;
	readonly record: OpenRecord;
	readonly person: KnownPerson;
	readonly envelope: RecordEnvelope;
	/** YYYY-MM-DD, in the zone of the library. */
	readonly today: string;
	/** What the mainline shows now: a record made now is brought by a later commit, and judged by no newer one. */
	readonly authority: Authority;
	/** The mainline, as people know it. */
	readonly mainline: string;
}

/** Opens all that a command needs which writes a record. Throws where git, the register or the config lack something. */
export async function openActing(context: CommandContext): Promise<Acting> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const { record, cause } = await openRecord(context, library);
	if (record === undefined) {
		throw new CommandError(`No record can be made: ${cause}`, {
			help:
				library.root.repository === undefined
					? 'Begin one with git init, then git add and git commit: a record counts once a commit shows it.'
					: 'A record counts once a commit of the mainline shows it.',
			exitCode: exitCode.unfinished,
		});
	}
	if (record.history.partial !== null) {
		throw new CommandError(`No record can be made here: ${record.history.partial}`, {
			help: 'What was signed before, and what is in force, cannot be seen. A whole clone has it: git fetch --unshallow.',
			exitCode: exitCode.unfinished,
		});
	}
	// Who signed on paper may be gone by the time that somebody puts it on record.
	const person = await personFor(context, library, { mayHaveLeft: context.has('onPaper') });
	return {
		library,
		record,
		person,
		envelope: recordEnvelope(context, library),
		today: dayAt(record.moment.on, record.policy.zone),
		authority: record.authorityAt(record.history.mainline.length - 1),
		mainline: shortRef(record.history.ref?.ref ?? 'main'),
	};
}
