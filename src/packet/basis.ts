import type { Period } from '../audit/period.ts';
import { instantText } from '../model/zone.ts';

/** What a packet rests on: two packets whose bases agree in all but head, known and period can be compared. */
export interface Basis {
	readonly format: 1;
	/** Version of the layout of packets. */
	readonly packet: 1;
	/** Id of the library; null where its config names none. */
	readonly library: string | null;
	readonly tool: { readonly name: 'sop'; readonly version: string };
	/** The branch that decides, and its newest commit that is known. */
	readonly ref: string;
	readonly head: string | null;
	/** Mainline time of the head: no fact here is later. */
	readonly dataAsOf: string | null;
	/** The first commit that holds a document of the library. */
	readonly begin: string | null;
	/** sha1 or sha256: how git names objects. */
	readonly objectFormat: 'sha1' | 'sha256';
	readonly period: {
		readonly from: string;
		readonly to: string;
		readonly zone: string;
		/** First and last instant, in UTC: what the zone made of the days. */
		readonly start: string;
		readonly end: string;
		/** How far the zone was ahead of UTC then, in minutes. */
		readonly offsets: readonly [start: number, end: number];
	};
	/** The newest commit that is known: the head, whether the call named it or not. */
	readonly known: string | null;
	readonly scope: {
		readonly ids: readonly string[];
		readonly functions: readonly string[];
		readonly frameworks: readonly string[];
	};
	readonly withholding: {
		readonly maxClassification: string | null;
		readonly opaqueIds: boolean;
		readonly asAuditor: boolean;
		/** `people`, where they are called by pseudonyms. */
		readonly redact: 'people' | null;
	};
	/** What a signature must be for an approval to hold. */
	readonly trustThreshold: 'signed';
	/** The packet before this one in the chain; null for the first. */
	readonly previous: { readonly manifestSha256: string; readonly head: string | null } | null;
	/** SHA-256 of the requests that it answers; null where none were given. */
	readonly requestsSha256: string | null;
	/** What the answers were made with. */
	readonly digests: {
		/** The build of the program; null where it runs from its sources. */
		readonly tool: string | null;
		readonly rules: string;
		readonly packs: string;
		readonly config: string;
		readonly registers: Readonly<Record<string, string>>;
	};
}

/** The period as a basis states it. */
export function basisPeriod({ from, to, zone, start, end }: Period): Basis['period'] {
	const offset = (day: string, instant: number) => (Date.parse(`${day}T00:00:00Z`) / 1000 - instant) / 60;
	const nextDay = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
	return {
		from,
		to,
		zone,
		start: instantText(start),
		end: instantText(end),
		offsets: [offset(from, start), offset(nextDay, end + 1)],
	};
}
