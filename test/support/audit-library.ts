import type { WhoLevel } from '../../src/control/who-signed.ts';
import type {
	Checklist,
	Config,
	PeopleRegister,
	Person,
	RoleEntry,
	Sop,
} from '../../src/model/documents.generated.ts';
import type { BrokenRecord } from '../../src/model/record/known-record.ts';
import type { RecordKind, RecordValues } from '../../src/model/record/record-kind.ts';
import type { Registers } from '../../src/model/registers.ts';

/** A text of a document, and when the mainline first showed it. */
export interface WrittenVersion {
	readonly version: string;
	/** A day, whose noon is meant, or an instant that ends in `Z`. */
	readonly on: string;
	/** By what address it was committed; one that is Writer's unless told. */
	readonly by?: string;
	/** What it says otherwise than the small SOP of the fixtures. */
	readonly says?: Sop & Checklist;
}

/** A document with its versions, oldest first. */
export interface WrittenDocument {
	/** `someId` unless told. */
	readonly id?: string;
	readonly kind?: 'sop' | 'checklist';
	readonly versions: readonly WrittenVersion[];
	/** When its file went. */
	readonly goneOn?: string;
	readonly isWithheld?: boolean;
	readonly isInScope?: boolean;
}

/** A record, and when the mainline first showed it. What it leaves out of document, version and digest is what stood then. */
export type WrittenRecord<Kind extends RecordKind> = RecordValues[Kind] & {
	readonly on: string;
	/** How well it is known who made it; `record-signed` unless told. */
	readonly who?: WhoLevel;
	/** The `on` of a training record, which is the day of the training. */
	readonly trainedOn?: string;
};

/** The registers from a day on. */
export interface WrittenRegisters {
	readonly on: string;
	readonly people?: readonly Person[];
	readonly roles?: readonly RoleEntry[];
	readonly organisations?: PeopleRegister['organisations'];
	readonly whyNot?: Registers['whyNot'];
}

/** A record that cannot be read, and when the mainline first showed it. */
export type WrittenBroken = Pick<BrokenRecord, 'kind' | 'file' | 'line' | 'problem'> & {
	readonly on: string;
};

/** A library in a few words: what is left out is not there. */
export interface WrittenLibrary {
	/** The first quarter of 2026 unless told. */
	readonly from?: string;
	readonly to?: string;
	readonly config?: Config;
	readonly documents?: readonly WrittenDocument[];
	/** One state after another. */
	readonly registers?: readonly WrittenRegisters[];
	readonly records?: { readonly [Kind in RecordKind]?: readonly WrittenRecord<Kind>[] };
	readonly broken?: readonly WrittenBroken[];
	readonly partial?: string;
	readonly prefix?: string;
}

/** The id of a document whose id does not matter. */
export const someId = 'SOP-FIN-900';

/** Somebody with a role and an address, from 2020 on. */
export function personIn(id: string, role: string, more: Person = {}): Person {
	return {
		id,
		name: `Name of ${id}`,
		addresses: [{ address: `${id}@acme.example` }],
		roles: [{ role, from: '2020-01-01' }],
		...more,
	};
}
