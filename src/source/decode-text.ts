/** A text, or why the bytes are none. */
export type DecodedText =
	| { readonly ok: true; readonly text: string }
	| { readonly ok: false; readonly message: string; readonly help: string };

/** Larger files are not documents written by people; reading them would only make a tool hang. */
export const largestFile = 10 * 1024 * 1024;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

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
		return refuse(
			`Line ${firstInvalidLine(bytes)} is not valid UTF-8`,
			'Save the file again with the encoding UTF-8; look at letters with accents.',
		);
	}
}

function refuse(message: string, help: string): DecodedText {
	return { ok: false, message, help };
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
	return mark.every((byte, index) => bytes[index] === byte);
}

/** The line of the first byte that is no UTF-8, found by halving: the decoder does not tell. */
function firstInvalidLine(bytes: Uint8Array): number {
	let valid = 0;
	for (let end = bytes.length; valid < end; ) {
		const middle = (valid + end + 1) >> 1;
		if (isValid(bytes.subarray(0, middle))) valid = middle;
		else end = middle - 1;
	}
	return bytes.subarray(0, valid).reduce((line, byte) => (byte === 0x0a ? line + 1 : line), 1);
}

function isValid(bytes: Uint8Array): boolean {
	try {
		// A character that the end cuts off is none that is wrong.
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}
