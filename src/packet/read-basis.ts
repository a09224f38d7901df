/** What a packet says that it is about and was made from, as far as `basis.json` could be read. */
export interface ReadBasis {
	readonly format: 1;
	readonly packet: 1;
	/** Null where the library has no id. */
	readonly library: string | null;
	/** The branch that decides, and where it stood: all that the packet says was read from this commit. */
	readonly ref: string;
	readonly head: string;
	readonly begin: string | null;
	readonly objectFormat: 'sha1' | 'sha256';
	readonly period: {
		readonly from: string;
		readonly to: string;
		readonly zone: string;
		readonly offsets: unknown;
	};
	/** The packet before, where it was named. */
	readonly previous: { readonly manifestSha256: string; readonly head: string } | null;
	/** Of what decided, besides the repository: the tool, its rules, packs, config, registers. */
	readonly digests: Readonly<Record<string, unknown>>;
	/** All of it, as it stands. */
	readonly whole: Readonly<Record<string, unknown>>;
}

/** The newest form of a packet that this program reads. */
export const packetFormat = 1;

/** A basis, or why it is none, as a clause without a full stop. */
export type BasisReading =
	| { readonly basis: ReadBasis; readonly problem?: never }
	| { readonly basis?: never; readonly problem: string };

/** Reads what `basis.json` holds. */
export function readBasis(value: unknown): BasisReading {
	if (!isObject(value)) return { problem: 'it is no object' };
	const { format, packet, library, ref, head, begin = null, objectFormat, period, previous, digests } = value;
	if (format !== 1 || packet !== packetFormat)
		return {
			problem: `it is of form ${JSON.stringify(packet ?? format ?? null)}, and this sop reads form ${packetFormat}`,
		};
	const texts = { ref, head };
	if (library !== null && (typeof library !== 'string' || library === ''))
		return { problem: 'library is missing' };
	for (const [key, text] of Object.entries(texts))
		if (typeof text !== 'string' || text === '') return { problem: `${key} is missing` };
	if (objectFormat !== 'sha1' && objectFormat !== 'sha256') return { problem: 'objectFormat is missing' };
	const length = objectFormat === 'sha1' ? 40 : 64;
	if (!isHex(head, length)) return { problem: `head is no commit of ${length} digits` };
	if (
		!isObject(period) ||
		!isDay(period['from']) ||
		!isDay(period['to']) ||
		typeof period['zone'] !== 'string'
	)
		return { problem: 'period is no two days and a zone' };
	if (begin !== null && typeof begin !== 'string') return { problem: 'begin is no commit' };
	if (!isObject(digests)) return { problem: 'digests is missing' };
	const before = readPrevious(previous);
	if (before === undefined) return { problem: 'previous names no packet' };
	return {
		basis: {
			format,
			packet: packetFormat,
			library,
			ref: String(ref),
			head,
			begin,
			objectFormat,
			period: { from: period['from'], to: period['to'], zone: period['zone'], offsets: period['offsets'] },
			previous: before,
			digests,
			whole: value,
		},
	};
}

function readPrevious(value: unknown): ReadBasis['previous'] | undefined {
	if (value === null) return null;
	if (!isObject(value)) return undefined;
	const { manifestSha256, head } = value;
	return isHex(manifestSha256, 64) && (isHex(head, 40) || isHex(head, 64))
		? { manifestSha256, head }
		: undefined;
}

/** Whether a value is an object with keys. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isHex(value: unknown, length: number): value is string {
	return typeof value === 'string' && value.length === length && /^[0-9a-f]+$/.test(value);
}

function isDay(value: unknown): value is string {
	return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
