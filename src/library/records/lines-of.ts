import { decodeText } from '../../source/decode-text.ts';

/** A line of a file of records, without its line end. */
export interface RecordLine {
	/** Of bytes that are no UTF-8 each stands for itself. */
	readonly text: string;
	readonly isUtf8: boolean;
}

/** The lines of a file of records, a byte-order mark dropped. Bytes that are no UTF-8 spoil their own line only. */
export function linesOf(bytes: Buffer): readonly RecordLine[] {
	const decoded = decodeText(bytes);
	if (decoded.ok) return decoded.text.split('\n').map((text) => ({ text, isUtf8: true }));
	const hasMark = bytes.subarray(0, 3).equals(byteOrderMark);
	return bytes
		.subarray(hasMark ? 3 : 0)
		.toString('latin1')
		.split('\n')
		.map((raw) => {
			const text = strictText(Buffer.from(raw, 'latin1'));
			return text === undefined ? { text: raw, isUtf8: false } : { text, isUtf8: true };
		});
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function strictText(bytes: Buffer): string | undefined {
	try {
		return strictUtf8.decode(bytes);
	} catch {
		return undefined;
	}
}
