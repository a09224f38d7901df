import { dayAt, instantText } from '../model/zone.ts';
import type { AuditInput } from './audit-input.ts';
import { type Check, foundNothing, unseenCheck, withOpenItem } from './check.ts';
import { recordBegins } from './first-shown.ts';
import type { Section } from './section.ts';

/** Something of the past or of the period that cannot be seen. */
interface Unseen {
	/** What stands for it among the items of a check. */
	readonly key: string;
	readonly cause: string;
	readonly cure: string;
	/** Whether it may have held what makes a check fail that holds by what is here. */
	readonly mayFail: boolean;
	/** Whether it is all of the period: then what seems to fail may only lack what came later. */
	readonly isWhole: boolean;
	/** Whether it is of the period alone, and nothing lacks of the repository itself. */
	readonly ofPeriod: boolean;
}

/** Checks of the repository as it is here, whatever days are asked about. */
const ofRepository: ReadonlySet<string> = new Set([
	'integrity/mainline-continuous',
	'integrity/objects-intact',
	'integrity/whole',
]);

/**
 * Sections where some of the past or of the period is not here: nothing that cannot be seen may be shown as good, and
 * nobody can tell what it would have changed. So no check holds that it may have made fail, and none says that nothing of
 * its kind occurred. What is open for another cause keeps that, and what does not hold does not all the same, unless
 * nothing of the period is known.
 */
export function withoutUnseen(input: AuditInput, sections: readonly Section[]): readonly Section[] {
	const all = unseenOf(input);
	if (all.length === 0) return sections;
	const open = (check: Check): Check => {
		const lacks = all.find(
			({ mayFail, isWhole, ofPeriod }) =>
				(foundNothing(check) ||
					(mayFail && check.result === 'holds') ||
					(isWhole && check.result === 'does not hold')) &&
				!(ofPeriod && ofRepository.has(check.name)),
		);
		if (lacks === undefined) return check;
		return check.result === 'does not hold' ? unseenCheck(check, lacks) : withOpenItem(check, lacks);
	};
	return sections.map((section) => ({ ...section, checks: section.checks.map(open) }));
}

/** What cannot be seen, the most telling first. */
function unseenOf(input: AuditInput): readonly Unseen[] {
	const { partial, mainline, positions, period } = input;
	const newest = mainline.at(positions.known);
	const begin = recordBegins(input);
	const unseen: Unseen[] = [];
	if (partial !== null)
		unseen.push({
			key: 'past that is not here',
			cause: `not all of the past is here: ${partial}`,
			cure: 'Fetch the whole history with all texts, and make the packet again.',
			mayFail: true,
			isWhole: false,
			ofPeriod: false,
		});
	if (newest !== undefined && newest.time < period.end) {
		const last = instantText(newest.time);
		unseen.push({
			key: `after ${last}`,
			cause: `nothing is known after ${last}, and the period ends later`,
			cure: 'Fetch the mainline, and make the packet again without --known. Where nothing happened since, any commit of after the period shows it: git commit --allow-empty.',
			mayFail: true,
			isWhole: newest.time < period.start,
			ofPeriod: true,
		});
	}
	// Of a clone that is cut off nobody can tell when the record begins.
	if (partial === null && begin !== undefined && begin > period.start) {
		const isWhollyBefore = begin > period.end;
		unseen.push({
			key: `before ${instantText(begin)}`,
			cause: `before the record begins: it does on ${dayAt(begin, period.zone)}, ${isWhollyBefore ? 'after the period' : 'and the period begins earlier'}`,
			cure: 'Ask for a later period; what was kept elsewhere before that day is to be asked for there.',
			mayFail: isWhollyBefore,
			isWhole: false,
			ofPeriod: true,
		});
	}
	return unseen;
}
