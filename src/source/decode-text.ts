import type { OffsetRange } from '../diagnostics/position.ts';

/** A text, or why the bytes are none. */
export type DecodedText =
	| { readonly ok: true; readonly text: string }
	| { readonly ok: false; readonly message: string; readonly help: string; readonly offsets: OffsetRange };

/** Larger files are not documents written by people; reading them would only make a tool hang. */
export const largestFile = 10 * 1024 * 1024;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const nowhere: OffsetRange = { from: 0, to: 0 };

/**
 * Bytes to text: UTF-8, a byte-order mark dropped. Anything else has more than one reading and is refused
 * with a message that says how to mend the file.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
	if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
		return refuse(
			'The file is UTF-16, not UTF-8',
			'Save it again as UTF-8 (in Notepad: Save as, Encoding UTF-8).',
		);
	}
	if (bytes.includes(0)) {
		return refuse(
			'The file holds NUL bytes, so it is no text',
			'Restore it from git, or save it again as UTF-8 text.',
		);
	}
	try {
		return { ok: true, text: strictUtf8.decode(bytes) };
	} catch {
		return refuse('The file is not valid UTF-8', 'Save it again with the encoding UTF-8.');
	}
}

function refuse(message: string, help: string): DecodedText {
	return { ok: false, message, help, offsets: nowhere };
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
	return mark.every((byte, index) => bytes[index] === byte);
}
