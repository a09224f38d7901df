/**
 * Reads the fields of the SSH wire format (RFC 4251 §5) one after another. What is too short gives undefined, then and
 * for every field after it: nothing throws, whatever the bytes.
 */
export class WireReader {
	readonly #bytes: Buffer;
	#at = 0;
	#short = false;

	constructor(bytes: Uint8Array) {
		this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	/** So many bytes as they are. */
	bytes(count: number): Buffer | undefined {
		if (this.#short || count > this.#bytes.length - this.#at) {
			this.#short = true;
			return undefined;
		}
		this.#at += count;
		return this.#bytes.subarray(this.#at - count, this.#at);
	}

	/** A number of 32 bits. */
	uint32(): number | undefined {
		return this.bytes(4)?.readUInt32BE();
	}

	/** A string: its length, and so many bytes. */
	string(): Buffer | undefined {
		const length = this.uint32();
		return length === undefined ? undefined : this.bytes(length);
	}

	/** A string that is a name: each byte a character. */
	name(): string | undefined {
		return this.string()?.toString('latin1');
	}

	/** A positive number of any size, without the zero that keeps its sign; one that is not written the shortest way is refused. */
	positive(): Buffer | undefined {
		const written = this.string();
		const [first, second] = written ?? [];
		if (written === undefined || first === undefined || first > 0x7f) return undefined;
		if (first !== 0) return written;
		return second !== undefined && second > 0x7f ? written.subarray(1) : undefined;
	}

	/** Whether everything was read, and nothing was too short. */
	get ended(): boolean {
		return !this.#short && this.#at === this.#bytes.length;
	}
}

/** A string of the SSH wire format. */
export function wireString(content: Uint8Array | string): Buffer {
	const bytes = Buffer.from(content);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(bytes.length);
	return Buffer.concat([length, bytes]);
}
