import type { Handoff, Step } from '../../model/documents.generated.ts';
import { several } from '../../model/several.ts';
import { conditionWords } from './condition-words.ts';
import { dueWords } from './due-words.ts';
import { joinParts, joinWords } from './join-words.ts';
import type { Page } from './page.ts';

/** Columns before what belongs to a step. */
export const belowStep = 6;

/** A step of section 7: what to do, then who, with what, until when, and how one can tell that it is done. */
export function writeStep(page: Page, step: Step, number: number): void {
	page.line(`${number}. ${step.id ?? ''}: ${step.do ?? ''}`, 2, belowStep);
	const field = (label: string, value: string | undefined) => page.field(label, value, belowStep);
	field('why', step.why);
	field('begins when', joinWords(step.trigger, '; '));
	field('by', joinWords(step.by, ' or ') || joinWords(step.together, ' and '));
	field('automated', step.automated ? 'yes' : undefined);
	field('only if', conditionWords(step.only_if));
	field('waits for', joinWords(step.waits_for, ' and '));
	field('for each', step.for_each);
	field('uses', joinWords(step.uses));
	field('needs', joinWords(step.needs));
	field('gives', joinWords(step.gives));
	field('carries out', step.follows);
	field('done when', joinWords(step.done_when, '; '));
	field('takes', step.takes);
	field('due', dueWords(step.due));
	for (const row of several(step.timeout))
		field(`after ${row.within ?? '(no time)'}`, joinParts(row.do, row.goto && `→ ${row.goto}`));
	field('hands over', step.handoff && handoffWords(step.handoff));
	field('next', joinWords(several(step.next).map((next) => `→ ${next}`)));
}

/** To whom something goes, how, and when it counts as taken. */
export function handoffWords({ to, protocol, data, accepted_when }: Handoff): string {
	const receivers = joinWords(to);
	const names = joinWords(data);
	return joinParts(
		receivers && `to ${receivers}`,
		protocol,
		names && `with ${names}`,
		accepted_when && `accepted when: ${accepted_when}`,
	);
}
