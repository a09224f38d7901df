import { type ActsAs, actsAs } from '../../control/approval/acts-as.ts';
import { CommandError } from '../../diagnostics/command-error.ts';
import { inertText } from '../../report/inert-text.ts';
import { exitCode } from '../exit-code.ts';
import type { Acting } from './open-acting.ts';

/** The flag that says in which role somebody acts. */
export const roleFlag = {
	flags: '--as <role>',
	summary: 'the role to act in (the only one that fits unless told)',
} as const;

/** A role, and in what way a person acts in it today. */
export interface ActingRole {
	readonly role: string;
	readonly acts: Exclude<ActsAs, { acts: 'no' }>;
}

/**
 * The role that a person acts in: the one asked for, else the only one of those that fit which the person holds or
 * stands in for today, by the registers that the mainline shows. A usage error that says of each why not.
 */
export function chooseRole(
	acting: Pick<Acting, 'authority' | 'person' | 'today' | 'mainline'>,
	fitting: readonly string[],
	asked: string | undefined,
	what: string,
): ActingRole {
	const { authority, person, today, mainline } = acting;
	const roles = [...new Set(fitting)];
	if (asked !== undefined && !roles.includes(asked)) {
		throw new CommandError(`${what} is not for the role ${inertText(asked)}`, {
			help: roles.length === 0 ? 'Nobody is named for it.' : `It is for: ${roles.map(inertText).join(', ')}.`,
		});
	}
	const judged = (asked === undefined ? roles : [asked]).map((role) => ({
		role,
		acts: actsAs(authority, person.id, role, today),
	}));
	const able = judged.flatMap(({ role, acts }) => (acts.acts === 'no' ? [] : [{ role, acts }]));
	const [one, another] = able;
	if (one !== undefined && another === undefined) return one;
	if (another !== undefined) {
		throw new CommandError(
			`${inertText(person.id)} can act as ${able.map(({ role }) => inertText(role)).join(' or as ')}`,
			{
				help: 'Say which: --as ROLE.',
			},
		);
	}
	// What holds of the person holds in every role, and is said once.
	const causes = new Set(judged.flatMap(({ acts }) => (acts.acts === 'no' ? [inertText(acts.cause)] : [])));
	throw new CommandError(
		authority.people === undefined
			? `${what} cannot be given: ${authority.whyNoPeople} on ${mainline}`
			: `${what} is not ${inertText(person.id)}'s to give: ${[...causes].join('; ') || 'nobody is named for it'}`,
		{
			help: `What counts is what the registers on ${mainline} say. A role that is entered now counts for records after it.`,
			exitCode: exitCode.findings,
		},
	);
}
