/** What became of reading a file of a packet. */
export type PacketRead<Value> =
	| { readonly ok: true; readonly value: Value }
	/** As the end of a sentence that begins with the path. */
	| { readonly ok: false; readonly why: string };

/** A packet that lies somewhere, folder or ZIP, as far as it can be read. */
export interface PacketFiles {
	readonly kind: 'folder' | 'zip';
	/** Paths of all files, with `/`, by code unit. */
	readonly files: readonly string[];
	/** What lies there and is no file: told, never followed. */
	readonly others: readonly { readonly path: string; readonly what: string }[];
	/** A file whole; refused where it is larger than a reader needs. */
	read(path: string): Promise<PacketRead<Buffer>>;
	/** The SHA-256 of a file of any size, as 64 hexadecimal digits. */
	sha256(path: string): Promise<PacketRead<string>>;
	close(): void;
}
