import type { Coverage } from '../../../control/coverage/coverage-of.ts';
import { isCovered } from '../../../control/coverage/coverage-status.ts';
import { missingTo, shareWords } from '../../../control/coverage/share.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import type { CommandContext } from '../../command-context.ts';

/** So many gaps are named. */
const mostNamed = 5;

/** Reads `--min`: a percentage from 0 to 100, decimals allowed; undefined where it is not given. */
export function minPercent(context: CommandContext): number | undefined {
	const written = context.text('min');
	if (written === undefined) return undefined;
	const number = /^\d{1,3}(?:\.\d{1,6})?%?$/.test(written) ? Number.parseFloat(written) : Number.NaN;
	if (number >= 0 && number <= 100) return number;
	throw new CommandError(`--min takes a percentage from 0 to 100, not ${JSON.stringify(written)}`, {
		help: 'For four of five: --min 80',
	});
}

/** Says that less is covered than `--min` asks for, and which gaps weigh most; undefined where enough is. */
export function shortOfMin({ share, rows }: Coverage, min: number): string | undefined {
	if (share.done === 0) return `Whether ${min}% is covered is not evaluated: no activity is done here.`;
	const missing = missingTo(share, min);
	if (missing === 0) return undefined;
	const open = rows.filter(({ status }) => status !== 'set aside' && !isCovered(status));
	const named = open.slice(0, mostNamed).map(({ activity, status }) => {
		const { id, risk } = activity;
		return `${id} (${risk === undefined ? '' : `${risk} risk, `}${status})`;
	});
	const more = open.length > mostNamed ? `, and ${open.length - mostNamed} more` : '';
	const unseen = share.notEvaluated === 0 ? '' : ` ${activitiesOf(share.notEvaluated)} not evaluated.`;
	return `Covered: ${shareWords(share)}. --min ${min} asks for ${activitiesOf(missing)} more. Gaps that weigh most: ${named.join(', ')}${more}.${unseen}`;
}

function activitiesOf(count: number): string {
	return count === 1 ? '1 activity' : `${count} activities`;
}
