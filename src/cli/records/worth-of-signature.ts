import type { WorthOfKey } from '../../control/who-signed.ts';
import { CommandError } from '../../diagnostics/command-error.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import type { RecordKind, RecordValues } from '../../model/record/record-kind.ts';
import { rows } from '../../model/several.ts';
import { inertText } from '../../report/inert-text.ts';
import { shortRef } from '../../report/short-ref.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import type { OpenRecord } from '../history/open-record.ts';
import { worthOfKeyNow } from '../history/signers-of.ts';
import { commitsSignedWith } from './key-of-git.ts';

/** A record that somebody is about to write, and what the mainline shows, by which it will be judged. */
export interface JudgedBefore<Kind extends RecordKind = RecordKind> {
	readonly kind: Kind;
	readonly value: RecordValues[Kind];
	readonly judgedBy: OpenRecord;
}

/**
 * Refuses a record that nobody signs where only a signed one counts: neither bears it a signature, nor does git sign commits
 * here with a key that proves who made it. Gives whether it may turn out not to count, of which it warns.
 */
export async function refuseUnsigned(
	context: CommandContext,
	library: OpenLibrary,
	record: JudgedBefore,
): Promise<boolean> {
	if (!needsSignature(record)) return false;
	const { judgedBy, value } = record;
	const person = value.person ?? '';
	const mainline = mainlineOf(judgedBy);
	const refuse = (why: string) =>
		new CommandError(
			`The record would not count: this library asks for signatures, and ${why}; nothing was written`,
			{
				help: `Sign it: --sign, with a key that the people register of ${mainline} lists for ${inertText(person)}. Or have git sign each commit with such a key (commit.gpgSign, gpg.format, user.signingKey).`,
				exitCode: exitCode.findings,
			},
		);
	const signing = await commitsSignedWith(context, library);
	if (signing === 'none') throw refuse('neither --sign is given nor does git sign commits here');
	if (signing === 'x509') throw refuse('certificates, by which git signs commits here, are not checked');
	if (signing === 'openpgp' && !hasGpgKey(judgedBy, person))
		throw refuse(
			`git signs commits here with GPG, of which ${mainline} lists no key of ${inertText(person)}`,
		);
	if (typeof signing === 'string') {
		context.warn(
			`Whether the record counts cannot be told here: with which key git signs the commit shows only then, and this library asks for one of ${inertText(person)}.`,
		);
		return true;
	}
	const { worth, cause } = await worthOfKeyNow(judgedBy, person, signing);
	if (worth === 'good') return false;
	if (worth !== 'early' && worth !== 'unvouched')
		throw refuse(`the key that git signs commits with here proves nothing: ${inertText(cause ?? '')}`);
	warn(context, record, worth, cause);
	return true;
}

/**
 * Refuses a signature by a key that speaks against its record, or that proves nothing. Warns of one that may come to prove
 * something, and gives whether the record may turn out not to count.
 */
export async function refuseUseless(
	context: CommandContext,
	record: JudgedBefore,
	publicKey: string,
): Promise<boolean> {
	const { judgedBy, value } = record;
	const person = value.person ?? '';
	const { worth, cause } = await worthOfKeyNow(judgedBy, person, { ssh: publicKey });
	if (worth === 'good') return false;
	const isAsked = needsSignature(record);
	const refuse = (message: string, help: string) =>
		new CommandError(inertText(`${message}; nothing was written`), {
			help: inertText(help),
			exitCode: exitCode.findings,
		});
	if (worth === 'against')
		throw refuse(
			`The record would not count: ${cause}`,
			`Sign with a key of ${person}'s own that is good today: --sign KEY-FILE.`,
		);
	if (worth === 'unknown')
		throw refuse(
			`The signature would prove nothing: the people register of ${mainlineOf(judgedBy)} lists no such key`,
			`Sign with a key that stands there for ${person}: --sign KEY-FILE. Or have somebody else enter this one, and sign once ${mainlineOf(judgedBy)} shows it.${isAsked ? '' : ' Without --sign the record is a claim, and counts as one.'}`,
		);
	if (isAsked && (worth === 'ended' || worth === 'shared'))
		throw refuse(
			`The record would not count: this library asks for signatures, and ${cause}`,
			`Sign with a key that is good today, and ${person}'s alone: --sign KEY-FILE.`,
		);
	warn(context, record, worth, cause);
	return isAsked;
}

/** Kinds of records that count by their signature alone where a library asks for it; trainings may stay claimed. */
const signedKinds: readonly RecordKind[] = ['approvals', 'reviews', 'withdrawals', 'exceptions'];

function needsSignature({ kind, value, judgedBy }: JudgedBefore): boolean {
	if (judgedBy.policy.trust !== 'signed') return false;
	return (
		signedKinds.includes(kind) || (kind === 'feedback' && 'meaning' in value && value.meaning === 'answer')
	);
}

function hasGpgKey({ authorityAt, history }: OpenRecord, person: string): boolean {
	const { people } = authorityAt(history.mainline.length - 1);
	const own = rows(people?.people).filter((one) => one?.id === person);
	return own.some((one) => rows(one?.keys).some((key) => key?.gpg !== undefined));
}

function mainlineOf({ history }: OpenRecord): string {
	return inertText(shortRef(history.ref?.ref ?? 'main'));
}

/** Says of a key that proves nothing yet why not, and what helps. */
function warn(
	context: CommandContext,
	record: JudgedBefore,
	worth: WorthOfKey['worth'],
	cause: string | null,
): void {
	const person = record.value.person ?? '';
	const weak = `It will only be claimed that it is ${person}`;
	const counts = needsSignature(record)
		? `${weak}, and this library asks for more: as things stand, the record will not count`
		: `${weak}, as without a signature`;
	const help =
		worth === 'unvouched'
			? 'Somebody else has to vouch for the key: have them write its entry in the people register (adding from: with a day will do) and commit that, or sign the commit that enters it. Sign once the mainline shows it.'
			: worth === 'early'
				? 'Sign once that day has come.'
				: 'Sign with another key.';
	context.warn(inertText(`${counts}: ${cause}. ${help}`));
}
