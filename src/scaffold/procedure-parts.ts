import { yamlProse, yamlText } from '../source/yaml-text.ts';
import type { ExceptionAnswer } from './answers.ts';
import { roleText, toConfirm } from './document-lines.ts';
import type { Draft } from './draft.ts';
import { slugGiver, slugOf } from './slug.ts';

const doneWhen = '    done_when: <how anyone can see that it is done>';

/** Sections 7, 8 and 11 as lines below their keys: they name one another. */
export interface ProcedureParts {
	readonly procedure: readonly string[];
	readonly decisions: readonly string[];
	readonly exceptions: readonly string[];
	/** Ids of the roles that exceptions ask and section 4 must have. */
	readonly approvers: readonly string[];
}

/** What the parts differ by. */
export interface ProcedureShape {
	/** Lines of the first step between `by` and `done_when`. */
	readonly first: readonly string[];
	/** Lines of the last step; where it is undefined, one step is all. */
	readonly last: readonly string[] | undefined;
}

/**
 * Writes what somebody answered for sections 8 and 11 as real nodes: every outcome becomes a branch and a step, every
 * exception one that says who allows it, until when, and where work goes on.
 */
export function procedureParts(draft: Draft, shape: ProcedureShape): ProcedureParts {
	const last = shape.last === undefined ? 'prepare' : 'finish';
	const slug = slugGiver(['end', 'prepare', 'finish', 'outcome', 'meets-criterion', 'criterion-not-met']);
	const performer = yamlText(draft.performer.id);
	const outcomes = draft.outcomes.map((outcome) => ({ ...outcome, id: slug(outcome.do, 'other-way') }));
	const branches = outcomes.flatMap(({ id, if: condition }) => [
		`      - if: ${yamlProse(condition, 10)}`,
		`        goto: ${yamlText(id)}`,
	]);
	const finishing = outcomes.length > 0 && shape.last === undefined;
	const procedure = [
		'  - id: prepare',
		'    do: <Verb first and then what is done>',
		`    by: ${performer}`,
		...shape.first,
		'    trigger: <what starts it>',
		doneWhen,
		...(shape.last === undefined && !finishing
			? []
			: [
					'  - id: finish',
					'    do: <Verb first and then what is done>',
					`    by: ${performer}`,
					...(shape.last ?? []),
					doneWhen,
					...(outcomes.length > 0 ? ['    next: end'] : []),
				]),
		...outcomes.flatMap(({ id, do: action }) => [
			`  - id: ${yamlText(id)}`,
			`    do: ${yamlProse(action, 6)}`,
			`    by: ${performer}`,
			doneWhen,
			'    next: finish',
		]),
	];
	const decisions =
		outcomes.length > 0
			? [
					'  - id: outcome',
					'    after: prepare',
					'    question: Does anything turn out differently?',
					'    branches:',
					...branches,
					'      - otherwise: It goes as planned',
					'        goto: finish',
				]
			: [
					'  - id: meets-criterion',
					`    after: ${last}`,
					'    question: Does the result meet its criterion?',
					'    branches:',
					'      - if: <what the result must show>',
					'        goto: end',
					'      - otherwise: It does not',
					'        goto: criterion-not-met',
				];
	const answered = draft.exceptions.map((exception) => ({
		...exception,
		id: slug(exception.when, 'exception'),
	}));
	const proposed: ExceptionAnswer & { id: string } =
		outcomes.length > 0
			? { id: 'out-of-the-ordinary', when: '<what may be out of the ordinary>', do: '<what is done then>' }
			: {
					id: 'criterion-not-met',
					when: 'The result does not meet its criterion.',
					do: '<what is done then>',
				};
	const isReached = (id: string) => id === 'criterion-not-met';
	const all = outcomes.length === 0 || answered.length === 0 ? [proposed, ...answered] : answered;
	return {
		procedure,
		decisions,
		exceptions: all.flatMap((exception) => exceptionLines(draft, exception, isReached(exception.id))),
		approvers: answered.flatMap(({ allowed_by }) => (allowed_by === undefined ? [] : [roleId(allowed_by)])),
	};
}

/** The id of a role that somebody named in words; an id stays as it is. */
export function roleId(words: string): string {
	return /^\S{1,64}$/.test(words) ? words : slugOf(words, 'approver');
}

function exceptionLines(
	draft: Draft,
	exception: ExceptionAnswer & { readonly id: string },
	reached: boolean,
): readonly string[] {
	const approver =
		exception.allowed_by === undefined
			? roleText({ ...draft.approver, proposed: true })
			: yamlText(roleId(exception.allowed_by));
	return [
		`  - id: ${yamlText(exception.id)}`,
		...(reached ? [] : ['    at:', '      - prepare']),
		`    when: ${yamlProse(exception.when, 6)}`,
		`    do: ${yamlProse(exception.do, 6)}`,
		`    approved_by: ${approver}`,
		`    limit: ${exception.until === undefined ? `once${toConfirm}` : yamlText(exception.until)}`,
		'    resume: prepare',
	];
}
