import type { RecordKind, RecordValues } from '../../model/record/record-kind.ts';
import { inertText } from '../../report/inert-text.ts';

/** What a record says, as one line: what it is, of what, by whom. It can stand as the message of a commit. */
export function recordInWords<Kind extends RecordKind>(kind: Kind, value: RecordValues[Kind]): string {
	// The kind says which value it is.
	return inertText(words[kind](value as never));
}

const words: { readonly [Kind in RecordKind]: (value: RecordValues[Kind]) => string } = {
	approvals: (value) => `Record ${value.meaning} of ${about(value)} by ${by(value)}`,
	reviews: (value) => `Record review of ${about(value)} by ${by(value)}: ${value.verdict}`,
	withdrawals: (value) => {
		const what = value.withdraws === 'document' ? value.document : about(value);
		const line = value.line === undefined ? '' : `:${value.line}`;
		const of = value.withdraws === 'record' ? `${value.record ?? 'a record'}${line} of ${what}` : what;
		return `Withdraw ${of} from ${value.from} on by ${by(value)}`;
	},
	exceptions: (value) =>
		`Record exception ${value.exception} of ${about(value)} from ${value.from} until ${value.until} by ${by(value)}`,
	training: (value) => `Record training of ${value.person} on ${about(value)}`,
	feedback: (value) => `Record ${value.meaning} on ${about(value)} by ${value.person}`,
	runs: (value) => `Record ${value.entry} in run ${value.run} of ${about(value)} by ${by(value)}`,
};

function about({
	document,
	version,
}: {
	readonly document?: string;
	readonly version?: string | number;
}): string {
	return `${document} ${version}`;
}

function by({ person, role }: { readonly person?: string; readonly role?: string }): string {
	return role === undefined ? `${person}` : `${person} as ${role}`;
}
