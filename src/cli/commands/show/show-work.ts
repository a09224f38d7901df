import { resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { digestOfRead } from '../../../library/history/read-texts.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { onBranchHere } from '../../history/on-branch-here.ts';
import { withholdingOf } from '../../withholding.ts';
import { contentText } from './content-text.ts';
import { findDocument } from './find-document.ts';
import { showWithheld } from './show-withheld.ts';

/** Shows the file as it stands on disk. `cause` says why nothing better can be shown; undefined where it was asked for. */
export async function showWork(context: CommandContext, asked: string, cause?: string): Promise<ExitCode> {
	const { read, id, root, others } = await findDocument(context, asked);
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const withholding = withholdingOf(context, library.config.defaults?.classification);
	const classification = withholding.classOf(read);
	if (withholding.withholds(classification)) return showWithheld(context, id, digestOfRead(read));
	// What their texts are classified as, nobody has looked.
	if (withholding.isLimited && others.length > 0)
		context.say(`${others.length + 1} files bear the id ${id}.`);
	else for (const other of others) context.say(`${other} also has the id ${id}. Shown is ${read.file}.`);
	const file = context.io.files.read(resolve(root, read.file));
	if (!file.ok) throw new CommandError(`${read.file} cannot be read (${file.code})`, { exitCode: 3 });
	const onBranch = await onBranchHere(context, library, id, file.bytes, digestOfRead(read));
	const answer = {
		document: id,
		file: read.file,
		version: versionIn(read.value),
		inForce: null,
		notEvaluated: cause ?? null,
		branch: onBranch?.branch ?? null,
		here: onBranch?.here ?? null,
	};
	const text = contentText(context, read, file.bytes, answer, classification);
	context.say(
		cause === undefined
			? `${id}: the file as it stands on disk, ${read.file}. It is not evidence of what is in force.`
			: `${id}: the file as it stands on disk, ${read.file}. What is in force is not evaluated: ${cause}.`,
	);
	if (onBranch !== undefined) {
		const { status, why } = onBranch.here;
		context.say(onBranch.sentence);
		context.say(
			`It stands there as ${answer.version ?? 'no version'}: ${inertText([...(status === null ? [] : [status]), ...why].join('; '))}`,
		);
	}
	context.print(text);
	return cause === undefined ? exitCode.clean : exitCode.findings;
}

/** What a content value states as its version. */
export function versionIn(value: unknown): string | null {
	const version: unknown =
		typeof value === 'object' && value !== null ? Reflect.get(value, 'version') : undefined;
	return typeof version === 'string' || typeof version === 'number' ? String(version) : null;
}
