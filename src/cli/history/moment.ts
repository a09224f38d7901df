import { CommandError } from '../../diagnostics/command-error.ts';
import type { LibraryHistory } from '../../library/history/library-history.ts';
import { dayNumber } from '../../model/calendar-day.ts';
import { type Mainline, type MainlineCommit, positionAt } from '../../model/history/mainline.ts';
import { dayAt, endOfDay, instantText } from '../../model/zone.ts';
import { inertText } from '../../report/inert-text.ts';
import { shortRef } from '../../report/short-ref.ts';
import type { CommandContext } from '../command-context.ts';

/** The two coordinates of an answer: the moment it is about, and the knowledge it rests on. */
export interface Moment {
	/** Seconds since 1970-01-01 UTC. */
	readonly on: number;
	/** As people read it: a day, or an instant. */
	readonly onText: string;
	/** Whether the moment is now: then nothing was asked for. */
	readonly isNow: boolean;
	/** Position of the mainline commit that is known. */
	readonly position: number;
	readonly known: MainlineCommit;
	/** Whether less is known than the mainline's newest commit shows. */
	readonly isPast: boolean;
}

/** Reads `--on`, `--known` and `--as-of` in the zone of the library; undefined before the first commit of the mainline. */
export function momentOf(context: CommandContext, history: LibraryHistory, zone: string): Moment | undefined {
	const asOf = context.text('asOf');
	if (asOf !== undefined && (context.has('on') || context.has('known')))
		throw new CommandError('--as-of says both --on and --known: leave those out');
	const written = asOf ?? context.text('on');
	const now = Math.floor(context.io.now().getTime() / 1000);
	const on =
		written === undefined ? now : instantOf(written, zone, now, asOf === undefined ? '--on' : '--as-of');
	const { mainline } = history;
	const knownWritten = asOf ?? context.text('known');
	const position =
		knownWritten === undefined ? mainline.length - 1 : positionOf(knownWritten, history, zone, now);
	const known = history.mainlineUpTo(position).at(position);
	if (known === undefined) {
		if (mainline.length === 0) return undefined;
		throw new CommandError(
			`Nothing was known on ${inertText(knownWritten ?? '')}: the mainline begins later`,
			{
				help: `Its first commit is of ${dayAt(mainline.at(0)?.time ?? 0, zone)}.`,
			},
		);
	}
	const isDay = written === undefined || dayNumber(written) !== undefined;
	return {
		on,
		onText: isDay ? (written ?? dayAt(now, zone)) : instantText(on),
		isNow: written === undefined,
		position,
		known,
		isPast: position < mainline.length - 1,
	};
}

/** Both coordinates of an answer: `on 2026-02-15, as known at 4ad1ba3 (2026-03-11)`. */
export function coordinates({ onText, known }: Moment, zone: string): string {
	return `on ${onText}, as known at ${shortId(known.id)} (${dayAt(known.time, zone)})`;
}

/** A commit as people write it. */
export function shortId(id: string): string {
	return id.slice(0, 7);
}

/** A day is its last instant, today is now; an instant ends in `Z` or states its offset. */
function instantOf(written: string, zone: string, now: number, flag: string): number {
	if (dayNumber(written) !== undefined) {
		const end = endOfDay(written, zone);
		if (end !== undefined) return written === dayAt(now, zone) ? now : end;
	}
	if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.test(written)) {
		const instant = Date.parse(written);
		if (!Number.isNaN(instant)) return Math.floor(instant / 1000);
	}
	throw new CommandError(`${flag} takes a day such as 2026-03-15, not ${JSON.stringify(written)}`, {
		help: 'An instant ends in Z or an offset: 2026-03-15T14:00:00Z.',
	});
}

function positionOf(written: string, history: LibraryHistory, zone: string, now: number): number {
	const { mainline } = history;
	if (dayNumber(written) !== undefined) return positionAt(mainline, instantOf(written, zone, now, '--known'));
	const fits = /^[0-9a-f]{4,64}$/i.test(written) ? positionsOf(mainline, written.toLowerCase()) : [];
	const [first] = fits;
	if (fits.length === 1 && first !== undefined) return first;
	throw new CommandError(
		fits.length > 1
			? `${written} is the beginning of ${fits.length} commits`
			: `${JSON.stringify(written)} is neither a day nor a commit of the mainline${history.ref === undefined ? '' : ` ${shortRef(history.ref.ref)}`}`,
		{
			help: 'Only what the mainline showed is known: give a day such as 2026-03-15, or a commit that sop history shows on it.',
		},
	);
}

/** Where commits stand whose id begins so. */
function positionsOf(mainline: Mainline, beginning: string): readonly number[] {
	const positions = Array.from({ length: mainline.length }, (_, position) => position);
	return positions.filter((position) => mainline.at(position)?.id.startsWith(beginning));
}
