import type { SectionNumber } from '../model/sections.ts';

/** What to write into each section, for whoever left it out. */
export const sectionHints: Readonly<Record<SectionNumber, string>> = {
	1: 'Write `purpose:` with `why`, `in_scope` and `out_of_scope`.',
	2: 'Write `regulations:` with the laws, standards and policies it follows, each with `cite`; or `not_applicable:` and the reason.',
	3: 'Write `definitions:` with `term` and `means` for each word a newcomer would ask about; or `not_applicable:` and the reason.',
	4: 'Write `roles:` with the `id` and `duty` of everybody who takes part.',
	5: 'Write `tools:` with the `name` and `use` of each system; or `not_applicable:` and the reason.',
	6: 'Write `inputs:` and `outputs:` with the `id` and `name` of what is needed and what comes out; or `not_applicable:` and the reason.',
	7: 'Write `procedure:` with the steps, each with `id`, `do`, `by` and `done_when`.',
	8: 'Write `decisions:` with `question` and `branches`; where nothing ever branches, ask whether the result meets its criterion.',
	9: 'Write `quality:` with what is checked, by whom, and what passes; or `not_applicable:` and the reason.',
	10: 'Write `escalation:` with what can fail, what is done, and who is told within what time; or `not_applicable:` and the reason.',
	11: 'Write `exceptions:` with `when`, `do`, `approved_by`, `limit` and `resume`.',
	12: 'Write `training:` with who must have learnt what, and how often; or `not_applicable:` and the reason.',
	13: 'Write `references:` with related documents, files and pages; or `not_applicable:` and the reason.',
	14: 'Write `change_log:` with one row a version: `version`, `date`, `author`, `what` and `why`.',
	15: 'Write `approval:` with `signatures` and `review`.',
};
