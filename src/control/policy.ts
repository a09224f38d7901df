import { type Classification, usualClassification } from '../model/classification.ts';
import type { Config } from '../model/documents.generated.ts';
import { startOfDay } from '../model/zone.ts';

/** What a library's config decides about its control, as known at some commit of the mainline. */
export interface Policy {
	/** IANA name of the zone in which days begin and end. */
	readonly zone: string;
	/** The zone that the config names, where there is none of that name: then `zone` is UTC, and no day can be told. */
	readonly unknownZone: string | undefined;
	/** Whether a version needs signatures to be complete. */
	readonly approvals: 'needed' | 'none';
	/** The day from which on this repository is the record; undefined where it always was. */
	readonly adopted: string | undefined;
	/** What an approval must be to count: `claimed`, whoever could push is believed; `signed`, only with a registered key. */
	readonly trust: 'claimed' | 'signed';
	/** The longest time between two reviews, where a document says nothing. */
	readonly review: string | undefined;
	/** The class of documents that state none. */
	readonly classification: Classification;
}

/**
 * The policy of a config. `auto`, the default, asks for approvals from the first record on that stood on the mainline,
 * and for ever: deleting the records does not lift it.
 */
export function policyOf(config: Config, recordsStood: boolean): Policy {
	const needed = config.approvals === 'required' || (config.approvals !== 'none' && recordsStood);
	const named = config.timezone ?? 'UTC';
	const exists = startOfDay('2000-01-01', named) !== undefined;
	return {
		zone: exists ? named : 'UTC',
		unknownZone: exists ? undefined : named,
		approvals: needed ? 'needed' : 'none',
		trust: config.approval?.trust ?? 'claimed',
		adopted: config.adopted,
		review: config.defaults?.review,
		classification: config.defaults?.classification ?? usualClassification,
	};
}

/** The instant from which on the repository is the record, in seconds; undefined where it always was. */
export function adoptedAt({ adopted, zone }: Policy): number | undefined {
	return adopted === undefined ? undefined : startOfDay(adopted, zone);
}
