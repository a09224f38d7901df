import { hash as hashOf } from 'node:crypto';
import { byCodeUnit } from './compare.ts';
import { whyNoPacketPath } from './packet-path.ts';

/** The file that names every other with its SHA-256; `sha256sum --check` reads it. */
export const manifestName = 'MANIFEST.sha256';

/** The signature over the manifest. */
export const signatureName = `${manifestName}.sig`;

/** Whether the manifest does not name a file, since it could not: itself, and what is made over it. */
export function isOutsideManifest(path: string): boolean {
	return path === manifestName || path === signatureName;
}

/** Hashes (64 lower-case hexadecimal digits) by path. */
export type Hashes = ReadonlyMap<string, string>;

/** The text of a manifest: a line for each file, in the order of paths. Throws a TypeError for a path that no packet can have. */
export function manifestText(hashes: Hashes): string {
	const paths = [...hashes.keys()].sort(byCodeUnit);
	for (const path of paths) {
		const why = isOutsideManifest(path) ? 'is no file that a manifest can name' : whyNoPacketPath(path);
		if (why !== undefined) throw new TypeError(`The path ${JSON.stringify(path)} ${why}`);
	}
	return paths.map((path) => `${hashes.get(path)}  ${path}\n`).join('');
}

/** What a manifest says, or why it cannot be read, as a sentence without a full stop. */
export type ManifestReading =
	| { readonly hashes: Hashes; readonly problem?: never }
	| { readonly hashes?: never; readonly problem: string };

/** Reads a manifest that is written in the one way in which `manifestText` writes it. */
export function parseManifest(bytes: Uint8Array): ManifestReading {
	const text = utf8(bytes);
	if (text === undefined) return { problem: `${manifestName} is not written in UTF-8` };
	if (text !== '' && !text.endsWith('\n')) return { problem: `The last line of ${manifestName} is cut off` };
	const hashes = new Map<string, string>();
	let before: string | undefined;
	for (const [at, line] of text.split('\n').slice(0, -1).entries()) {
		const where = `Line ${at + 1} of ${manifestName}`;
		const [, hash, path] = /^([0-9a-f]{64}) {2}(.+)$/s.exec(line) ?? [];
		if (hash === undefined || path === undefined) return { problem: `${where} is no hash and a path` };
		const why = isOutsideManifest(path) ? 'is no file that it can name' : whyNoPacketPath(path);
		if (why !== undefined) return { problem: `${where}: the path ${why}` };
		if (before !== undefined && byCodeUnit(before, path) >= 0)
			return { problem: `${where} is out of order, or names a file twice` };
		before = path;
		hashes.set(path, hash);
	}
	return { hashes };
}

/** The hash of a packet: that of its manifest, and so of every byte in it. 64 hexadecimal digits. */
export function packetHash(manifest: string | Uint8Array): string {
	return sha256(manifest);
}

/** 64 hexadecimal digits, of bytes or of a text as UTF-8. */
export function sha256(content: string | Uint8Array): string {
	return hashOf('sha256', content, 'hex');
}

/** Bytes as text; undefined where they are not UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
