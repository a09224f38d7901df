import type { Timeline } from '../model/history/timeline.ts';
import { dayAt } from '../model/zone.ts';
import type { StateInput } from './state-input.ts';

/** Why it cannot be told what is in force, as a cause; null where it can. */
export function whyUnseen(input: StateInput, timeline: Timeline): string | null {
	const { policy, on, partial, unseenUntil, begin, cutOff, mainline, unseenControl } = input;
	if (policy.unknownZone !== undefined) return `there is no time zone ${policy.unknownZone}`;
	if (unseenControl !== undefined && on >= unseenControl.since) return unseenControl.cause;
	// A signature can be judged only by what stood before it, and a record that was removed counts all the same.
	if (input.approvals !== undefined && cutOff)
		return `${partial ?? 'history cut off'}: who could sign, and what was withdrawn, before its first commit cannot be seen`;
	if (input.approvals !== undefined && unseenUntil !== undefined)
		return `${partial ?? 'texts are missing'}: what a version needs may be said by a text that is not here`;
	if (unseenUntil !== undefined && on < unseenUntil)
		return `${partial ?? 'texts are missing'}: texts that the mainline showed later are not here`;
	if (unseenUntil !== undefined && timeline.stood && timeline.standing.length === 0)
		return `${partial ?? 'texts are missing'}: what stands of it may be a text that is not here`;
	if (begin === undefined || on < begin)
		return cutOff
			? `${partial ?? 'history cut off'}: what was before its first commit cannot be seen`
			: begin === undefined
				? 'before the record begins: no document is committed to git yet'
				: `before the record begins: the first document came to git on ${dayAt(begin, policy.zone)}`;
	if (policy.adopted !== undefined && dayAt(on, policy.zone) < policy.adopted)
		return `before the library was adopted (${policy.adopted})`;
	if (
		partial !== null &&
		timeline.versions.some(({ digest, start }) => digest === undefined && start !== undefined && start <= on)
	)
		return `${partial}: the text of a version is not here`;
	// Before its first commit is known nobody can say which higher version may have been in force.
	if (cutOff && on < (mainline.at(mainline.length - 1)?.time ?? on))
		return `${partial ?? 'history cut off'}: only today can be answered`;
	return null;
}
