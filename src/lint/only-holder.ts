import type { Sop } from '../model/documents.generated.ts';
import type { JudgedWork, Work } from '../model/judged-work.ts';
import type { RoleHolders } from '../model/role-holders.ts';
import { type NamedRole, roleInputs, sectionRoles } from '../model/section-roles.ts';

/** What a name of a document means; `nobody of ours` where no holder is looked for. */
export type RegisterRoleOf = (name: string) => Pick<NamedRole, 'registerRole'> | 'nobody of ours' | undefined;

/** What names mean in an SOP: roles of section 4. An input tells its role only when it is given. */
export function registerRoleIn(sop: Sop): RegisterRoleOf {
	const [roles, inputs] = [sectionRoles(sop), roleInputs(sop)];
	return (name) => {
		const role = roles.find(name);
		return inputs.has(name) || role?.external ? 'nobody of ours' : role;
	};
}

/** Work whose only possible doer is the only one who could judge it. */
export interface OwnJudgement {
	readonly person: string;
	readonly work: Work;
	/** `reviewer or cfo`. */
	readonly judges: string;
	/** `preparer`. */
	readonly doers: string;
}

/** The first work of a judgement that one and the same person alone could do and judge; undefined where there is none. */
export function ownJudgement(
	{ judges, works }: Pick<JudgedWork, 'judges' | 'works'>,
	registerRole: RegisterRoleOf,
	holders: RoleHolders,
): OwnJudgement | undefined {
	const names = judges.map(({ text }) => text);
	const person = onlyHolder(names, registerRole, holders);
	const work =
		person === undefined
			? undefined
			: works.find(({ doers }) => onlyHolder(doers, registerRole, holders) === person);
	if (person === undefined || work === undefined) return undefined;
	return { person, work, judges: names.join(' or '), doers: work.doers.join(' or ') };
}

/** Whether it depends on the people of the register if somebody judges their own work. */
export function needsHolders(
	{ judges, works }: Pick<JudgedWork, 'judges' | 'works'>,
	registerRole: RegisterRoleOf,
): boolean {
	const isOurs = (name: string) => registerRole(name) !== 'nobody of ours';
	return (
		judges.length > 0 &&
		judges.every(({ text }) => isOurs(text)) &&
		works.some(({ doers }) => doers.length > 0 && doers.every(isOurs))
	);
}

/** The one person who holds any of some roles; undefined where there are several, or where that cannot be said. */
function onlyHolder(
	names: readonly string[],
	registerRole: RegisterRoleOf,
	holders: RoleHolders,
): string | undefined {
	let only: string | undefined;
	for (const name of names) {
		const role = registerRole(name);
		if (role === 'nobody of ours') return undefined;
		const [first, second] = holders.get(role?.registerRole ?? name) ?? [];
		if (second !== undefined || (only !== undefined && first !== undefined && first !== only))
			return undefined;
		only ??= first;
	}
	return only;
}
