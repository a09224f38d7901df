/** A signature that a commit carries, not checked. */
export interface CommitSignature {
	readonly kind: 'ssh' | 'gpg' | 'x509';
	readonly armored: string;
	/** What it is made over: the commit without its signatures. */
	readonly payload: Uint8Array;
}

const beginnings: readonly (readonly [string, CommitSignature['kind']])[] = [
	['-----BEGIN SSH SIGNATURE-----', 'ssh'],
	['-----BEGIN PGP SIGNATURE-----', 'gpg'],
	['-----BEGIN PGP MESSAGE-----', 'gpg'],
	['-----BEGIN SIGNED MESSAGE-----', 'x509'],
];

/**
 * The signature in a commit, by its raw bytes as `git cat-file commit` gives them; undefined where it has none. It is cut
 * out as git does it: a repository of SHA-256 looks for `gpgsig-sha256`, any other for `gpgsig`, and no header that begins
 * with `gpgsig` is part of what was signed. Of two such headers the texts stand one after the other, and hold nowhere.
 */
export function commitSignature(raw: Uint8Array): CommitSignature | undefined {
	// One character a byte, so that cutting it moves nothing.
	const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
	const wanted = /^tree [0-9a-f]{64}\n/.test(text) ? 'gpgsig-sha256 ' : 'gpgsig ';
	let armored = '';
	let payload = '';
	let within: 'signature' | 'other signature' | 'payload' = 'payload';
	let at = 0;
	while (at < text.length && text[at] !== '\n') {
		const next = text.indexOf('\n', at) + 1 || text.length;
		const line = text.slice(at, next);
		if (line.startsWith(wanted)) within = 'signature';
		else if (line.startsWith('gpgsig')) within = 'other signature';
		else if (!line.startsWith(' ')) within = 'payload';
		if (within === 'signature') armored += line.slice(line.startsWith(' ') ? 1 : wanted.length);
		else if (within === 'payload') payload += line;
		at = next;
	}
	const [, kind] = beginnings.find(([beginning]) => armored.startsWith(beginning)) ?? [];
	if (kind === undefined) return undefined;
	return { kind, armored, payload: Buffer.from(payload + text.slice(at), 'latin1') };
}
