import type { Path } from '../diagnostics/path.ts';
import type { FileKind } from '../model/file-kind.ts';
import type { ReadingProblem } from '../model/read-document.ts';
import { describeDefect } from './describe-defect.ts';
import { leaveOut } from './leave-out.ts';
import { recordValidators } from './record-validators.ts';
import {
	type ValidationError,
	type Validator,
	validateActivities,
	validateCalendar,
	validateChecklist,
	validateConfig,
	validateControls,
	validatePeople,
	validateRoles,
	validateSop,
	validateTools,
} from './validators.generated.js';

const validators: Readonly<Record<Exclude<FileKind, 'record-stray'>, Validator>> = {
	sop: validateSop,
	checklist: validateChecklist,
	people: validatePeople,
	roles: validateRoles,
	tools: validateTools,
	controls: validateControls,
	activities: validateActivities,
	calendar: validateCalendar,
	config: validateConfig,
	'record-approval': recordValidators.approvals,
	'record-review': recordValidators.reviews,
	'record-withdrawal': recordValidators.withdrawals,
	'record-exception': recordValidators.exceptions,
	'record-training': recordValidators.training,
	'record-feedback': recordValidators.feedback,
	'record-run': recordValidators.runs,
};

/** A value held against the schema of its kind. */
export interface CheckedValue {
	readonly problems: readonly ReadingProblem[];
	/** The value less every part that broke the schema; the very same value where none did. */
	readonly checked: unknown;
}

/** Holds a value against the schema of its kind: one problem a defect, at the smallest place. */
export function checkDocument(kind: keyof typeof validators, value: unknown): CheckedValue {
	const validate = validators[kind];
	if (validate(value)) return { problems: [], checked: value };
	const defects = (validate.errors ?? []).filter(
		(error) => error.keyword !== 'if' && error.keyword !== 'propertyNames',
	);
	const located = defects.map((error) => ({ error, path: toPath(value, error.instancePath) }));
	const problems = oneAPlace(located).map(({ error, path }) => describeDefect(kind, value, path, error));
	return { problems, checked: leaveOut(value, located) };
}

interface LocatedDefect {
	readonly error: ValidationError;
	readonly path: Path;
}

/** Of several defects of one value only the first is told; missing and unknown keys are defects of their own. */
function oneAPlace(defects: readonly LocatedDefect[]): readonly LocatedDefect[] {
	const told = new Set<string>();
	return defects.filter(({ error }) => {
		const own = error.params['missingProperty'] ?? error.params['additionalProperty'] ?? '';
		const place = `${error.instancePath} ${String(own)}`;
		return !told.has(place) && told.add(place);
	});
}

/** A JSON pointer as a path; indexes become numbers where the value has a list. */
function toPath(value: unknown, pointer: string): Path {
	const path: (string | number)[] = [];
	let here = value;
	for (const part of pointer.split('/').slice(1)) {
		const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
		const step = Array.isArray(here) ? Number(key) : key;
		path.push(step);
		here = typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined;
	}
	return path;
}
