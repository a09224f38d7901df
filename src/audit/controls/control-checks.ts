import { groupBy } from '../../diagnostics/group-by.ts';
import { withoutRegister } from '../../model/registers.ts';
import { rows } from '../../model/several.ts';
import type { AuditInput } from '../audit-input.ts';
import { type Check, type CheckItem, checkOf, notEvaluated } from '../check.ts';
import { documentsOfPeriod } from '../first-shown.ts';
import { libraryItself } from '../library-itself.ts';
import { withoutRuns } from '../no-runs.ts';
import { type UnknownRegister, whyNoRegister } from '../register-words.ts';
import { untoldItems } from '../texts-in-force.ts';
import { type ControlAnswers, mayBeAnswered } from './control-answers.ts';

const noRegister =
	'Write registers/controls.yaml, with each control, whether it is key, and the clauses it answers.';
const noSight = 'Run the audit in a clone with the whole history, and mend what cannot be read.';

/** What is asked of the controls register and of the controls that texts in force name. */
export function controlChecks(input: AuditInput, answers: ControlAnswers): readonly Check[] {
	return [keyControlsCovered(input, answers), keyControlsExecuted(input), controlsKnown(answers, input)];
}

function keyControlsCovered(input: AuditInput, seen: ControlAnswers): Check {
	const { closing } = input.registers;
	const name = 'controls/key-controls-covered';
	const asks =
		'Every key control of the register is answered by a document in force at the end of the period';
	const unknown = whyNoRegister(input, 'closing', 'controls');
	if (unknown !== undefined) return notEvaluated(name, asks, unknown.cause, cureOf(unknown));
	const doubt = mayBeAnswered(seen);
	const keys = rows(closing.controls?.controls).filter(({ key }) => key === true);
	return checkOf({
		name,
		asks,
		items: keys.map(({ id = '' }): CheckItem => {
			const by = seen.answers.filter(({ control }) => control?.id === id);
			const shared = { key: id, of: [libraryItself] };
			if (by.some(({ from }) => from.document.isInScope)) return { ...shared, result: 'holds', detail: '' };
			if (by.length > 0)
				return {
					...shared,
					result: 'not evaluated',
					detail: 'only documents outside the scope of this packet answer it',
				};
			return doubt === null
				? { ...shared, result: 'does not hold', detail: 'no document in force answers it' }
				: {
						...shared,
						result: 'not evaluated',
						detail: `no document in force is seen to answer it, but ${doubt}`,
					};
		}),
		cure: 'Run the audit over all documents, in a clone with the whole history.',
	});
}

function cureOf({ how }: UnknownRegister): string {
	return how === 'none' ? noRegister : how === 'not begun' ? 'Ask for a later period.' : noSight;
}

function keyControlsExecuted(input: AuditInput): Check {
	const { cause, cure } = withoutRuns(input);
	return notEvaluated(
		'controls/key-controls-executed',
		'Every key control was carried out in the period',
		cause,
		cure,
	);
}

function controlsKnown({ texts, answers }: ControlAnswers, input: AuditInput): Check {
	const { closing } = input.registers;
	const inScope = texts.filter(({ document }) => document.isInScope);
	const byText = groupBy(answers, ({ from }) => from);
	const items = inScope.flatMap((from): readonly CheckItem[] => {
		const shared = { key: from.key, of: [from.document.id] };
		if (from.whyNot !== null) return [{ ...shared, result: 'not evaluated', detail: from.whyNot }];
		const own = byText.get(from) ?? [];
		if (own.length === 0) return [];
		const named = (isKnown: boolean | undefined) =>
			own.flatMap((one) => (one.isKnown === isKnown ? [one.names] : [])).join(', ');
		if (named(false) !== '')
			return [
				{ ...shared, result: 'does not hold', detail: `no register and no clause pack has ${named(false)}` },
			];
		return named(undefined) === ''
			? [{ ...shared, result: 'holds', detail: '' }]
			: [{ ...shared, result: 'not evaluated', detail: withoutRegister(closing, 'controls') }];
	});
	return checkOf({
		name: 'controls/known',
		asks: 'Every control that a text in force names is in the register or in a clause pack',
		items: [...untoldItems(documentsOfPeriod(input)), ...items],
		cure: closing.controls === undefined ? noRegister : noSight,
	});
}
