import { canonicalText } from '../digest.ts';

/**
 * What the signature in a record is made over: the RFC 8785 form of all of the record but the signature itself. Its keys
 * may stand in any order, and none can be added outside of it.
 */
export function signedText(record: object): string {
	return canonicalText(Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'signature')));
}
