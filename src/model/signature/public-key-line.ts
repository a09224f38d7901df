import { createHash } from 'node:crypto';
import { exactBase64 } from './exact-base64.ts';
import { WireReader } from './wire-reader.ts';

/** A line of a .pub file. */
export interface PublicKeyLine {
	readonly type: string;
	readonly blob: Buffer;
}

/** Type and blob of a line of a .pub file; undefined unless both are there and the blob is of that type. */
export function readPublicKeyLine(line: string): PublicKeyLine | undefined {
	const [type = '', written = ''] = line.trim().split(/[ \t]+/, 2);
	const blob = exactBase64(written);
	return blob !== undefined && type !== '' && new WireReader(blob).name() === type
		? { type, blob }
		: undefined;
}

/** Whether two lines of .pub files are one key, comments apart. A line that is none is no key's. */
export function samePublicKey(a: string, b: string): boolean {
	const [one, other] = [readPublicKeyLine(a), readPublicKeyLine(b)];
	return one !== undefined && other !== undefined && one.blob.equals(other.blob);
}

/** The fingerprint of a line of a .pub file as `ssh-keygen -l` prints it, `SHA256:…`; undefined where it is none. */
export function sshFingerprint(line: string): string | undefined {
	const key = readPublicKeyLine(line);
	if (key === undefined) return undefined;
	return `SHA256:${createHash('sha256').update(key.blob).digest('base64').replace(/=+$/, '')}`;
}
