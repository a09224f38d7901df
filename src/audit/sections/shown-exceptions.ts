import { type JudgedException, judgeException } from '../../control/judged-exception.ts';
import { mayCount } from '../../control/may-count.ts';
import { standingExceptions } from '../../control/standing-exceptions.ts';
import { normal, type Version } from '../../model/history/version.ts';
import { onceFor } from '../../model/once-for.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuditedDocument, AuditInput } from '../audit-input.ts';
import { isIn } from '../period.ts';
import { scopeOf } from '../scope.ts';

/** How an exception stood at the end of the period, by what was known then; `void` where it is forged, or of no document or library of ours. */
export type ExceptionStanding =
	| 'in force'
	| 'to come'
	| 'closed'
	| 'over, action open'
	| 'over, no action'
	| 'replaced'
	| 'void'
	| 'not known yet';

/** An exception of the period. */
export interface ShownException extends JudgedException {
	readonly record: KnownRecord<'exceptions'>;
	/** The day on which the mainline first showed it. */
	readonly known: string;
	readonly standing: ExceptionStanding;
	/** The path of the record that had taken its place by the end of the period. */
	readonly replacedBy: string | undefined;
	/** The record whose place it takes. */
	readonly replaces: KnownRecord<'exceptions'> | undefined;
	/** Whether its document was retired by the end of the period, so that nobody follows it any more. */
	readonly isRetired: boolean;
}

/**
 * The exceptions that were in force, known or still open at any time of the period. Those that became known only later
 * are among them where they claim days of the period.
 */
export const shownExceptions = onceFor((input: AuditInput): readonly ShownException[] => {
	const { period, records } = input;
	const scope = scopeOf(input);
	const inScope = records.exceptions.filter(({ value }) => scope.has(value.document));
	const byFile = new Map(inScope.map((record) => [record.file, record]));
	const judged = new Map(inScope.map((record) => [record.file, judge(input, record)]));
	// What is void, or of another document, takes nobody's place.
	const known = inScope.filter(({ known: at }) => at <= period.end);
	const valid = known.filter(
		({ file, value }) =>
			mayCount(judged.get(file) ?? { cause: 'it was not judged' }) &&
			(value.replaces === undefined || byFile.get(value.replaces)?.value.document === value.document),
	);
	const replacing = new Map(valid.map(({ file, value }) => [value.replaces, file]));
	const openBefore = new Set(
		standingExceptions(
			known.filter(({ known: at }) => at < period.start),
			input.authorityAt(input.positions.closing).library,
		).map(({ file }) => file),
	);
	return inScope.flatMap((record): readonly ShownException[] => {
		const { file, value } = record;
		const isOpen =
			openBefore.has(file) &&
			value.corrective_action !== undefined &&
			value.corrective_action.done === undefined;
		if (!isIn(period, record.known) && !isOpen && !claimsDaysOf(input, record)) return [];
		const one = judged.get(file);
		if (one === undefined) return [];
		const replacedBy = replacing.get(file);
		const predecessor = value.replaces === undefined ? undefined : byFile.get(value.replaces);
		return [
			{
				...one,
				record,
				known: dayAt(record.known, period.zone),
				standing: one.isGenuine ? standingOf(input, record, replacedBy) : 'void',
				replacedBy,
				replaces: predecessor?.value.document === value.document ? predecessor : undefined,
				isRetired: scope.find(value.document)?.stateThen.status === 'retired',
			},
		];
	});
});

function judge(input: AuditInput, record: KnownRecord<'exceptions'>): JudgedException {
	const document = scopeOf(input).find(record.value.document);
	if (document === undefined)
		return {
			record,
			who: input.whoSigned(record),
			cause: 'no document of that id ever stood on the mainline',
			isGenuine: false,
		};
	return judgeException(record, {
		timeline: document.state.timeline,
		approversOf: (version) => textOf(document, version)?.exceptions,
		authorityAt: input.authorityAt,
		whoSigned: input.whoSigned,
		unseen: document.state.status === 'not evaluated' ? document.state.why.join('; ') : undefined,
	});
}

function textOf({ text, versions }: AuditedDocument, { blob, digest, version }: Version) {
	const own = versions.find(
		(one) => one.version.blob === blob && normal(one.version.version) === normal(version),
	)?.text;
	if (own !== undefined) return own;
	return text?.blob === blob || (digest !== undefined && text?.digest === digest) ? text : undefined;
}

function claimsDaysOf(
	{ period }: AuditInput,
	{ value: { from = '', until } }: KnownRecord<'exceptions'>,
): boolean {
	return from <= period.to && (until === undefined || until >= period.from);
}

function standingOf(
	{ period }: AuditInput,
	{ known, value }: KnownRecord<'exceptions'>,
	replacedBy: string | undefined,
): ExceptionStanding {
	const { from = '', until, corrective_action: action } = value;
	if (known > period.end) return 'not known yet';
	if (replacedBy !== undefined) return 'replaced';
	if (from > period.to) return 'to come';
	if (until === undefined || until >= period.to) return 'in force';
	if (action === undefined) return 'over, no action';
	return action.done !== undefined && action.done <= period.to ? 'closed' : 'over, action open';
}
