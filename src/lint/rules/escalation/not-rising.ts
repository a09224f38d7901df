import type { Path } from '../../../diagnostics/path.ts';
import type { Problem } from '../../../diagnostics/problem.ts';
import { isSurelySooner } from '../../../model/compare-durations.ts';
import { rows, several } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const notRising: FileRule = {
	name: 'escalation/not-rising',
	severity: 'warning',
	summary:
		'A later level of an escalation, or a later row of a timeout, comes sooner than an earlier one. Times that the calendar would have to decide are let pass.',
	why: 'Levels are told one after the other. One that is due before the level below it has had its time is told too soon, or the times are mixed up.',
	remedy: 'Put the levels in the order of their times, or mend the time.',
	points: 'At the time that comes too soon.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: levels('1 business day', '4 hours'),
		good: levels('4 hours', '1 business day'),
	},
	*check({ sop }) {
		for (const [index, escalation] of rows(sop?.escalation).entries()) {
			const of = (at: number) => rows(escalation.to)[at]?.role ?? `level ${at + 1}`;
			const path = ['escalation', index, 'to'];
			yield* falling(rows(escalation.to), (at) => [...path, at, 'within'], of);
		}
		for (const [index, step] of rows(sop?.procedure).entries()) {
			const path = ['procedure', index, 'timeout'];
			yield* falling(
				several(step.timeout),
				(at) => [...path, at, 'within'],
				(at) => `row ${at + 1}`,
			);
		}
	},
};

function* falling(
	rowsInOrder: readonly { readonly within?: string }[],
	pathOf: (at: number) => Path,
	nameOf: (at: number) => string,
): Generator<Problem> {
	let latest: { readonly within: string; readonly at: number } | undefined;
	for (const [at, { within }] of rowsInOrder.entries()) {
		if (within === undefined) continue;
		if (latest === undefined || !isSurelySooner(within, latest.within)) {
			// What may be sooner or later, depending on the calendar, is no measure for those that follow.
			if (latest === undefined || isSurelySooner(latest.within, within)) latest = { within, at };
			continue;
		}
		yield {
			place: { path: pathOf(at) },
			message: `${within} for ${nameOf(at)} is sooner than the ${latest.within} of ${nameOf(latest.at)} before it`,
		};
	}
}

function levels(first: string, second: string): string {
	return `escalation:
  - id: system-down
    at:
      - enter
    when: The payment system does not answer.
    do: Call the provider.
    to:
      - role: clerk
        within: ${first}
      - role: controller
        within: ${second}
`;
}
