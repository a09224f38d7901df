import { CommandError } from '../../../diagnostics/command-error.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { inertText } from '../../../report/inert-text.ts';
import { exitCode } from '../../exit-code.ts';

/** Refuses to ask anybody by a register that is wrong in any part: whom it leaves out nobody can tell. */
export function refuseUnread({ supporting, peopleFile }: OpenLibrary): void {
	for (const file of [peopleFile, 'registers/roles.yaml']) {
		const [problem] = supporting.get(file)?.problems ?? [];
		if (problem === undefined) continue;
		const name = inertText(file);
		throw new CommandError(`${name} is not valid: ${inertText(problem.message)}; nothing was written`, {
			help: `Who owns what is said by it. sop lint ${name} shows where it is wrong.`,
			exitCode: exitCode.unfinished,
		});
	}
}
