import { signedTextEnding, signedTextPlace } from '../../audit/places.ts';
import { countOf } from '../../diagnostics/count-of.ts';
import { recordKindOf } from '../../model/record/record-kind.ts';
import { signedText } from '../../model/signature/signed-text.ts';
import type { PacketFiles } from '../packet-files.ts';
import { isObject } from '../read-basis.ts';
import { doesNotHold, holds, notEvaluated, someOf, type VerifyCheck } from './verify-check.ts';

const name = 'records/signed-text';

/**
 * Whether beside each signed record of a packet lies the text that its signature is made over, and nothing else is called
 * so: a stranger checks the signature by that text, and reads the record. `recordIn` reads a record; undefined where it is
 * none.
 */
export async function signedTexts(
	packet: PacketFiles,
	recordIn: (file: string, bytes: Buffer) => unknown,
): Promise<VerifyCheck> {
	const problems: { readonly file: string; readonly what: string }[] = [];
	const accompanied = new Set<string>();
	for (const file of packet.files.filter((path) => path.endsWith('.yaml') && recordKindOf(path))) {
		const read = await packet.read(file);
		const value = read.ok ? recordIn(file, read.value) : undefined;
		if (!isObject(value) || !('signature' in value)) continue;
		const place = signedTextPlace(file);
		accompanied.add(place);
		const text = await packet.read(place);
		if (!text.ok) problems.push({ file: place, what: text.why });
		else if (text.value.toString() !== signedText(value))
			problems.push({ file: place, what: 'is not what the signature of the record beside it is made over' });
	}
	for (const file of packet.files)
		if (file.startsWith('records/') && file.endsWith(signedTextEnding) && !accompanied.has(file))
			problems.push({ file, what: 'has no signed record beside it' });
	if (problems.length > 0) {
		const files = problems.map(({ file }) => file);
		return doesNotHold(name, someOf(problems.map(({ file, what }) => `${file} ${what}`)), files);
	}
	if (accompanied.size === 0) return notEvaluated(name, 'no signed record is in the packet');
	return holds(name, `${countOf(accompanied.size, 'signed record')}, each with the text that was signed`);
}
