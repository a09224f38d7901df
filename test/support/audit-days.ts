import { type Mainline, mainlineOf } from '../../src/model/history/mainline.ts';
import { recordKinds } from '../../src/model/record/record-kind.ts';
import { secondsOf } from '../../src/model/zone.ts';
import type { WrittenLibrary } from './audit-library.ts';

/** The mainline of a library in a few words: one commit for each moment that it names. */
export interface AuditDays {
	readonly mainline: Mainline;
	/** The same as it was known up to a position. */
	readonly upTo: (position: number) => Mainline;
	/** Seconds of a day or instant as the library writes it. */
	readonly instantOf: (on: string) => number;
	readonly positionOf: (on: string) => number;
	readonly timeAt: (position: number) => number;
}

/** Makes a mainline of all days of a library. */
export function auditDays({
	documents = [],
	registers = [],
	records = {},
	broken = [],
}: WrittenLibrary): AuditDays {
	const days = [
		...documents.flatMap(({ versions, goneOn }) => [
			...versions.map(({ on }) => on),
			...(goneOn === undefined ? [] : [goneOn]),
		]),
		...registers.map(({ on }) => on),
		...recordKinds.flatMap((kind) => (records[kind] ?? []).map(({ on }) => on)),
		...broken.map(({ on }) => on),
	];
	const instantOf = (on: string) =>
		on.includes('T') ? (secondsOf(on) ?? Number.NaN) : Date.parse(`${on}T12:00:00Z`) / 1000;
	const instants = [...new Set(days.map(instantOf))].sort((a, b) => a - b);
	const upTo = (position: number) =>
		mainlineOf(
			{ length: instants.length, idAt: commitName, dates: () => instants },
			{ now: { atLeast: 0 }, length: position + 1 },
		);
	const mainline = upTo(instants.length - 1);
	return {
		mainline,
		upTo,
		instantOf,
		positionOf: (on) => instants.indexOf(instantOf(on)),
		timeAt: (position) => mainline.at(position)?.time ?? 0,
	};
}

/** What the commit of a position is called. */
export function commitName(position: number): string {
	return position.toString(16).padStart(40, '0');
}
