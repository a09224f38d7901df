import { type DocumentState, shortDigest } from '../../../control/document-state.ts';
import type { Policy } from '../../../control/policy.ts';
import type { Version } from '../../../model/history/timeline.ts';
import { dayAt, instantText } from '../../../model/zone.ts';
import { inertText } from '../../../report/inert-text.ts';
import { withoutApprovals } from '../../history/approvals-words.ts';

/** How an answer follows, version by version, in the order in which the mainline showed them. */
export function derivation({ timeline, status, why, notEvaluated }: DocumentState, policy: Policy): string {
	return [
		...timeline.versions.map((version) => `  ${versionLine(version, policy.zone)}`),
		`  stands: ${status}: ${inertText(why.filter((one) => one !== withoutApprovals).join('; '))}`,
		...(notEvaluated === null ? [] : [`  not evaluated: ${notEvaluated}`]),
		policy.approvals === 'none'
			? `  ${withoutApprovals}: a text counts as soon as the mainline shows it`
			: '',
	]
		.filter((line) => line !== '')
		.join('\n');
}

function versionLine(version: Version, zone: string): string {
	const {
		version: number,
		digest,
		known,
		knownLevel,
		effective,
		commit,
		owns,
		start,
		end,
		supersededBy,
	} = version;
	const shown = `shown ${knownLevel === 'no later than' ? 'no later than ' : ''}${instantText(known)} by ${commit.slice(0, 7)} (${knownLevel})`;
	const day = effective === undefined ? 'states no effective day' : `effective ${effective}`;
	const force =
		owns === 'no'
			? 'its number is that of another text'
			: owns === 'contested'
				? 'contested: two texts with this number in one commit'
				: start === undefined
					? 'never begins'
					: `begins ${instantText(start)}${end === undefined ? '' : `, ends ${instantText(end)} (${supersededBy} from ${dayAt(end, zone)})`}`;
	return `${number}~${shortDigest(digest)}  ${shown}; ${day}; ${force}`;
}
