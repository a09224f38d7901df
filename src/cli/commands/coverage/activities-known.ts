import { join } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import type { Files } from '../../../io/io.ts';
import { readDocument } from '../../../library/read-document.ts';
import { type Activity, activitiesOf } from '../../../model/activity.ts';
import { type Registers, registersFrom, whyRegisterUnread } from '../../../model/registers.ts';
import { exitCode } from '../../exit-code.ts';
import { packageFolder } from '../../package-folder.ts';

/** The activities that a library is measured by, and whose they are. */
export interface KnownActivities {
	readonly activities: readonly Activity[];
	readonly from: 'library' | 'sop';
	/** Why they are not the library's own, as a clause; null where they are. */
	readonly why: string | null;
}

/**
 * The activities of a library's own register; those that `sop` ships where it has none, or one that lists nothing. Throws
 * where there is a register that cannot be read: nobody knows what it would ask.
 */
export function activitiesKnown(files: Files, registers: Registers): KnownActivities {
	const own = activitiesOf(registers.activities);
	if (own.length > 0) return { activities: own, from: 'library', why: null };
	const unread = whyRegisterUnread(registers, 'activities');
	if (unread !== undefined) {
		throw new CommandError(`Coverage is not evaluated: ${unread}`, {
			help: 'sop lint shows where registers/activities.yaml is wrong.',
			exitCode: exitCode.unfinished,
		});
	}
	return {
		activities: activitiesOf(shippedRegister(files)),
		from: 'sop',
		why: registers.whyNot?.activities ?? 'there is no registers/activities.yaml on the mainline',
	};
}

function shippedRegister(files: Files): Registers['activities'] {
	const file = join(packageFolder(files, 'templates'), 'registers', 'activities.yaml');
	const read = files.read(file);
	const register = read.ok
		? registersFrom([readDocument('activities', 'registers/activities.yaml', read.bytes)]).activities
		: undefined;
	if (register !== undefined) return register;
	throw new CommandError('The register of activities of sop itself is missing', {
		help: 'Install sop again: its package is not whole.',
		exitCode: exitCode.unfinished,
	});
}
