import { createHash } from 'node:crypto';

/** The object id that git gives to bytes: SHA-1, or SHA-256 where the ids of the repository have 64 digits. */
export function blobId(bytes: Uint8Array, digits: number): string {
	const hash = createHash(digits === 64 ? 'sha256' : 'sha1');
	return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
