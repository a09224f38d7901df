import { learntOfKey, lineWords, signatureWords } from '../../../control/approval/approval-words.ts';
import { contentKey, type DocumentApprovals } from '../../../control/approval/document-approvals.ts';
import type { DocumentState } from '../../../control/document-state.ts';
import { endWords } from '../../../control/end-words.ts';
import type { Policy } from '../../../control/policy.ts';
import { shortDigest } from '../../../control/short-digest.ts';
import { knownStart, type Version } from '../../../model/history/version.ts';
import { dayAt, instantText } from '../../../model/zone.ts';
import { inertText } from '../../../report/inert-text.ts';
import { withoutApprovals } from '../../history/approvals-words.ts';

/** How an answer follows, version by version, in the order in which the mainline showed them. */
export function derivation(
	{ timeline, status, why, notEvaluated, approvals }: DocumentState,
	policy: Policy,
): string {
	const isUntold = status === 'not evaluated';
	return [
		...timeline.versions.flatMap((version) => [
			`  ${versionLine(version, policy.zone, isUntold)}`,
			...approvalLines(approvals, version, policy.zone, isUntold).map((line) => `    ${inertText(line)}`),
		]),
		...withdrawalLines(approvals, policy.zone).map((line) => `  ${inertText(line)}`),
		`  stands: ${status}: ${inertText(why.filter((one) => one !== withoutApprovals).join('; '))}`,
		...(notEvaluated === null || (isUntold && why.includes(notEvaluated))
			? []
			: [`  not evaluated: ${notEvaluated}`]),
		policy.approvals === 'none'
			? `  ${withoutApprovals}: a text counts as soon as the mainline shows it`
			: '',
	]
		.filter((line) => line !== '')
		.join('\n');
}

function versionLine(version: Version, zone: string, isUntold: boolean): string {
	const { version: number, digest, known, knownLevel, effective, commit, owns, start, end } = version;
	const shown = `shown ${knownLevel === 'no later than' ? 'no later than ' : ''}${instantText(known)} by ${commit.slice(0, 7)} (${knownLevel})`;
	const day = effective === undefined ? 'states no effective day' : `effective ${effective}`;
	const ends = end === undefined ? '' : `ends ${instantText(end)} (${endWords(version, zone)})`;
	const latest = knownStart(version) === undefined ? 'no later than ' : '';
	const begins = start === undefined ? 'never begins' : `begins ${latest}${instantText(start)}`;
	const force = isUntold
		? 'whether it is in force is not evaluated'
		: owns === 'no'
			? 'its number is that of another text'
			: owns === 'contested'
				? 'contested: two texts with this number in one commit'
				: owns === 'open'
					? 'not complete'
					: [begins, ends].filter((words) => words !== '').join(', ');
	return `${number}~${shortDigest(digest)}  ${shown}; ${day}; ${force}`;
}

/** What a version needs, and each of its signatures. */
function approvalLines(
	approvals: DocumentApprovals | undefined,
	version: Version,
	zone: string,
	isUntold: boolean,
): readonly string[] {
	const completion = approvals?.completions.get(contentKey(version));
	if (completion === undefined) return [];
	const { lines, signatures, isNeeded, squashes } = completion;
	// What it needs is also said by a version before it, which may be one that is not here.
	const needs = isUntold
		? []
		: [
				`${isNeeded ? 'needs' : 'came before anybody had to approve; section 15 asks for'} ${lines.length === 0 ? 'nobody: section 15 asks for no signature' : lines.map(lineWords).join(', ')}`,
			];
	return [
		...needs,
		...signatures.map((one) => {
			const known = `known ${dayAt(one.record.known, zone)} (${one.record.knownLevel})`;
			const trust =
				one.who.cause === null || one.who.cause === one.cause
					? ''
					: `; ${one.who.level} because ${one.who.cause}`;
			const learnt = learntOfKey(one.who, { zone });
			const later = learnt === undefined ? '' : `; learnt later: ${learnt}`;
			const doubts = one.notEvaluated.map((doubt) => `; not evaluated: ${doubt}`).join('');
			const ended = one.withdrawn === null ? '' : `; withdrawn by ${one.withdrawn.file}`;
			const verdict =
				one.cause === null
					? ''
					: one.why === 'not evaluated'
						? `; ${one.cause}`
						: `; does not count: ${one.cause}`;
			return `${signatureWords(one)}, ${known}${verdict}${trust}${later}${doubts}${ended} (${one.record.file})`;
		}),
		...squashes,
	];
}

function withdrawalLines(approvals: DocumentApprovals | undefined, zone: string): readonly string[] {
	return (approvals?.judgedWithdrawals ?? []).map(({ record: { value, file, known }, cause, who, at }) => {
		const what = value.withdraws === 'version' ? `version ${value.version}` : value.withdraws;
		const verdict =
			cause === null
				? `from ${dayAt(at, zone)}`
				: cause.startsWith('not evaluated: ')
					? cause
					: `does not count: ${cause}`;
		return `withdrawal of ${what === 'record' ? value.record : what} by ${value.person} as ${value.role} (${who.level}), known ${dayAt(known, zone)}, ${verdict} (${file})`;
	});
}
