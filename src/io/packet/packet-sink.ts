/** Takes the files of a packet, in any order, and gives them their name at the end, all or none. */
export interface PacketSink {
	/**
	 * One file, its path relative with `/`. Its bytes may be written only later, and may not change until then. Throws with
	 * the code of what the file system refused; then `abandon` it.
	 */
	add(path: string, bytes: Uint8Array): void;
	/**
	 * To be awaited often: what was added is put on the disk while whoever calls makes the next files. Ends when few of them
	 * wait for the disk, and throws where one could not be put there.
	 */
	flush(): Promise<void>;
	/** Puts it on the disk for good and gives it its name. Where it throws nothing stands under that name that did not before. */
	finish(): Promise<void>;
	/** Removes all that was written, as soon as the disk has let go of it. */
	abandon(): Promise<void>;
}

/** How a packet is written. */
export interface SinkOptions {
	/** Whether a packet that stands at the place is replaced, as a whole. */
	readonly force: boolean;
}

/**
 * An error with a code, as those of the file system have one. EEXIST: something stands there. ENOTPACKET: what stands
 * there is no packet, so that it is never replaced. ELOOP: a link stands there. ETWICE: a file was added twice.
 */
export function refusal(
	code: 'EEXIST' | 'ENOTPACKET' | 'ELOOP' | 'ETWICE' | 'EOUTSIDE',
	path: string,
): Error {
	return Object.assign(new Error(`${code}: ${path}`), { code });
}
