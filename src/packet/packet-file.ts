/** A file of a packet: its path there, relative with `/`, and its content (text is UTF-8). */
export interface PacketFile {
	readonly path: string;
	readonly content: string | Uint8Array;
}
