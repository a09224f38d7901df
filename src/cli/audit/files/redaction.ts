import { resolve } from 'node:path';
import type { AuditInput } from '../../../audit/audit-input.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { type Redact, redactionOf } from '../../../packet/redact-people.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { peopleWords } from './people-words.ts';

const bytesOfKey = 32;

/** The redaction that `--redact people` asks for; undefined without it. `place` is where the packet goes. */
export function redactionFor(
	context: CommandContext,
	input: AuditInput,
	place: string | undefined,
): Redact | undefined {
	return context.text('redact') === undefined
		? undefined
		: redactionOf(peopleWords(input), redactionKey(context, place));
}

/**
 * The key of pseudonyms: of `--redaction-key`, else of the file beside the packet, which is made where there is none. With
 * the same key the same people have the same pseudonyms; whoever has it can tell by trying who is meant.
 */
function redactionKey(context: CommandContext, place: string | undefined): Uint8Array {
	const { files } = context.io;
	const named = context.text('redactionKey');
	if (named === undefined && place === undefined) return context.io.randomBytes(bytesOfKey);
	const path = named === undefined ? `${place}.redaction-key` : resolve(context.folder, named);
	if (files.facts(path) === null) {
		if (named !== undefined) throw new CommandError(`The key ${inertText(named)} does not exist`);
		const key = Buffer.from(context.io.randomBytes(bytesOfKey));
		context.write(path, `${key.toString('hex')}\n`);
		context.say(`The key of the pseudonyms is ${path}: keep it, and keep it from the auditor.`);
		return key;
	}
	const read = files.read(path);
	const text = read.ok ? Buffer.from(read.bytes).toString('latin1').trim() : '';
	if (!/^[0-9a-f]{64}$/.test(text)) {
		throw new CommandError(`${inertText(path)} is no key of pseudonyms`, {
			help: 'It holds 64 hexadecimal digits: move it away to have a new one made.',
		});
	}
	return Buffer.from(text, 'hex');
}
