import { firstEnding } from './reign.ts';
import type { Timeline } from './timeline.ts';
import { isHigher, type Version } from './version.ts';

/**
 * The version that is in force at an instant (seconds) by what the mainline had shown before the commit at a position.
 * What that commit completes, supersedes or ends comes after all that it brings.
 */
export function inForceBefore(
	{ versions }: Timeline,
	position: number,
	instant: number,
): Version | undefined {
	let highest: Version | undefined;
	let isOver = false;
	for (const version of versions) {
		const { reign } = version;
		if (reign?.begins === undefined || reign.position >= position || reign.begins > instant) continue;
		if (highest !== undefined && !isHigher(version.version, highest.version)) continue;
		const ending = firstEnding(reign.endings.filter((one) => one.position < position));
		// What is withdrawn before it begins never does, and supersedes nothing.
		if (ending !== undefined && ending.at <= reign.begins) continue;
		highest = version;
		isOver = ending !== undefined && ending.at <= instant;
	}
	return isOver ? undefined : highest;
}
