import type { DocumentState } from '../../../control/document-state.ts';
import type { Policy } from '../../../control/policy.ts';
import { normal } from '../../../model/history/version.ts';
import { highestVersion } from '../../../model/next-version.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { NextVersion } from '../../../scaffold/version-row.ts';
import type { CommittedDocument } from '../../history/find-committed.ts';

/** What is written, and what it means for what is in force. */
export interface Revision {
	readonly revised: CommittedDocument;
	readonly next: NextVersion;
	readonly used: readonly string[];
	readonly state: DocumentState;
	readonly policy: Policy;
	/** The first day in force that the text stated before. */
	readonly was: string | undefined;
}

/** What `sop revise` will write, in words, before it writes. */
export function revisionLines({ revised, next, used, state, policy, was }: Revision): readonly string[] {
	const { id, version, mainline } = revised;
	const { inForce, notEvaluated } = state;
	const highest = highestVersion(used) ?? version;
	const retrain = next.retrain === undefined ? [] : [`retrain: ${next.retrain ? 'yes' : 'no'}`];
	const affects = next.affects.length === 0 ? [] : [`affects ${next.affects.join(', ')}`];
	return [
		`Opening version ${next.version} of ${id} after ${version}:`,
		...(normal(highest) === normal(version)
			? []
			: [`  number      ${highest} was used already, in another commit or row; no number is used twice`]),
		`  change log  ${next.date}, ${inertText([next.author, next.what, next.why, ...affects, ...retrain].join('; '))}`,
		`  effective   ${effectiveWords(next, was, version, policy, mainline)}`,
		...(notEvaluated === null
			? [
					inForce === undefined
						? '  in force    none, until this version is'
						: `  in force    ${inForce.version}, until this version is`,
				]
			: [`  in force    not evaluated: ${notEvaluated}. Look yourself whether a version is open already.`]),
	];
}

function effectiveWords(
	{ version, effective }: NextVersion,
	was: string | undefined,
	before: string,
	{ approvals }: Policy,
	mainline: string,
): string {
	const counts =
		approvals === 'needed' ? 'its last required signature' : `the moment when ${mainline} shows it`;
	if (effective !== undefined) return `${effective}, or ${counts} where that is later`;
	const taken = was === undefined ? '' : `${was} is taken out: that was the day of ${before}. `;
	return `${taken}${version} counts from ${counts}; --effective DAY names a later day`;
}
