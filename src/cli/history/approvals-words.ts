import type { Policy } from '../../control/policy.ts';
import type { CommandContext } from '../command-context.ts';

/** What every answer says once of a library in which nobody has to approve: else its statuses would promise more. */
export const withoutApprovals = 'library without approvals';

/** Says it beside an answer; nothing where approvals are needed. */
export function sayWithoutApprovals(context: CommandContext, { approvals }: Policy): void {
	if (approvals === 'none') context.say('Library without approvals: nobody had to approve what counts.');
}
