import { folderPart, pathPart, pathPartWithoutDash } from './path-part.ts';
import type { RecordKind, RecordValues } from './record-kind.ts';

/**
 * Where a record belongs, relative to the library. No two people, and no two seconds of one, get the same file, so that
 * branches merge without a conflict: the name holds who and when, or who, as what and about which content. Trainings and
 * runs are lines of one file for a person's year, or a run. `nth` is for one more record where one of that name stands
 * already: an approval whose first record was withdrawn.
 */
export function recordPath<Kind extends RecordKind>(kind: Kind, value: RecordValues[Kind], nth = 1): string {
	// The kind says which value it is.
	const place = places[kind](value as never);
	const more = nth > 1 ? `+${nth}` : '';
	return `records/${kind}/${place}${more}.${kind === 'training' || kind === 'runs' ? 'jsonl' : 'yaml'}`;
}

/** Whether a record stands where it belongs. */
export function recordPathFits<Kind extends RecordKind>(
	kind: Kind,
	value: RecordValues[Kind],
	file: string,
): boolean {
	const [, nth] = /\+([1-9][0-9]{0,3})\.yaml$/.exec(file) ?? [];
	return recordPath(kind, value, nth === undefined ? 1 : Number(nth)) === file;
}

const places: { readonly [Kind in RecordKind]: (value: RecordValues[Kind]) => string } = {
	approvals: ({ document, version, digest, person, role, meaning }) =>
		[
			folder(document),
			folder(version),
			short(digest),
			`${who(person)}-${pathPart(role ?? '')}-${pathPart(meaning ?? '')}`,
		].join('/'),
	reviews: ({ document, at, person }) => `${folder(document)}/${moment(at)}-${who(person)}`,
	withdrawals: ({ document, at, person, withdraws, digest }) =>
		`${folder(document)}/${moment(at)}-${who(person)}-${pathPart(withdraws ?? '')}-${short(digest)}`,
	exceptions: ({ document, at, person, exception }) =>
		`${folder(document)}/${moment(at)}-${who(person)}-${pathPart(exception ?? '')}`,
	// Who suggests something and answers it at once, does both.
	feedback: ({ document, at, person, answers }) =>
		`${folder(document)}/${moment(at)}-${who(person)}${answers === undefined ? '' : '-answer'}`,
	training: ({ person, at }) => `${pathPart(person ?? '')}/${pathPart((at ?? '').slice(0, 4))}`,
	runs: ({ document, run }) => `${folder(document)}/${pathPart(run ?? '')}`,
};

function folder(text: string | number | undefined): string {
	return folderPart(String(text ?? ''));
}

function who(person: string | undefined): string {
	return pathPartWithoutDash(person ?? '');
}

/** Twelve hexadecimal digits of a digest: enough to tell the contents of one document apart. */
function short(digest: string | undefined): string {
	return pathPart((digest ?? '').replace(/^sha256:/, '').slice(0, 12));
}

/** An instant without the colons that Windows does not take: 2026-03-04T093000Z. */
function moment(at: string | undefined): string {
	const [date = '', time = ''] = (at ?? '').split('T');
	return `${/^\d{4}-\d{2}-\d{2}$/.test(date) ? date : pathPart(date)}T${pathPart(time.replaceAll(':', '').replace('Z', ''))}Z`;
}
