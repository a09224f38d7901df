import type { Path } from '../../../diagnostics/path.ts';
import type { Checklist, Sop } from '../../../model/documents.generated.ts';
import { rows, several } from '../../../model/several.ts';
import { mayBeVague, vagueWordings } from '../../../model/vague-words.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';
import { releaseStep } from '../../step-examples.ts';

export const vagueWording: FileRule = {
	name: 'procedure/vague-wording',
	severity: 'warning',
	summary:
		'A step, criterion or condition says "as appropriate", "if necessary", "immediately" or the like where a criterion is due.',
	why: 'Every reader fills the gap differently, and no reviewer can say that it was done wrongly.',
	remedy: 'Say what decides: a number, a day, a named person, a condition somebody can check.',
	points: 'At the words.',
	clauses: ['eu-gmp Chapter 4', 'nist-800-53 xx-1'],
	language: 'en',
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: stepsWith('The controller is told in a timely manner.'),
		good: stepsWith('The controller is told within 4 hours.'),
	},
	*check({ sop, checklist, text: whole }) {
		// An escape may hide a wording from this look at the whole text.
		if (!mayBeVague(whole) && !whole.includes('\\')) return;
		for (const { text, path, conditional } of criteriaOf(sop, checklist)) {
			for (const { words, from, to } of vagueWordings(text)) {
				// A step that has its condition in `only_if` may also say so in words.
				if (conditional && /^(?:if|where|as) (?:applicable|required|necessary|needed)$/i.test(words))
					continue;
				yield {
					place: { path, within: { from, to } },
					message: `"${words}" leaves open what is meant`,
					help: helpFor(words),
				};
			}
		}
	},
};

function helpFor(words: string): string {
	if (/immediately|timely|periodically/i.test(words))
		return 'Say the time: within 4 hours, by business day 2, every 3 months.';
	if (/^etc/i.test(words)) return 'Name all of them, or say what they have in common.';
	return 'Say who decides, and by what: a condition in `only_if`, a decision of section 8, or a number.';
}

interface Criterion {
	readonly text: string;
	readonly path: Path;
	readonly conditional: boolean;
}

function* criteriaOf(sop: Sop | undefined, checklist: Checklist | undefined): Generator<Criterion> {
	for (const [index, step] of rows(sop?.procedure).entries())
		yield* criteriaOfRow(step, ['procedure', index]);
	for (const [index, item] of rows(checklist?.items).entries()) yield* criteriaOfRow(item, ['items', index]);
	for (const [index, checkpoint] of rows(sop?.quality).entries()) {
		yield* texts(checkpoint.accept, ['quality', index, 'accept'], false);
	}
	for (const [index, decision] of rows(sop?.decisions).entries()) {
		for (const [at, branch] of rows(decision.branches).entries()) {
			yield* texts(branch.if, ['decisions', index, 'branches', at, 'if'], false);
		}
	}
}

function* criteriaOfRow(
	row: { do?: string; done_when?: string | readonly string[]; only_if?: unknown },
	path: Path,
): Generator<Criterion> {
	const conditional = row.only_if !== undefined;
	yield* texts(row.do, [...path, 'do'], conditional);
	yield* texts(row.done_when, [...path, 'done_when'], conditional);
	if (typeof row.only_if === 'string')
		yield { text: row.only_if, path: [...path, 'only_if'], conditional: false };
}

function* texts(
	value: string | readonly string[] | undefined,
	path: Path,
	conditional: boolean,
): Generator<Criterion> {
	for (const [index, text] of several(value).entries()) {
		yield { text, path: Array.isArray(value) ? [...path, index] : path, conditional };
	}
}

function stepsWith(criterion: string): string {
	return `procedure:
  - id: enter
    do: Enter the invoice and its amount.
    by: clerk
    needs:
      - invoice
    gives:
      - amount
    trigger: An invoice arrives
    done_when: ${criterion}
${releaseStep}`;
}
