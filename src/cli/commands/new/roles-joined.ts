import type { Sop } from '../../../model/documents.generated.ts';
import { buildProcedureGraph } from '../../../model/graph/procedure-graph.ts';
import { checkedWork, excusedWork, type JudgedWork } from '../../../model/judged-work.ts';
import { type SectionRoles, sectionRoles } from '../../../model/section-roles.ts';
import { inertText } from '../../../report/inert-text.ts';
import { namedRoles } from '../../../scaffold/questions/rename-roles.ts';
import { checkDocument } from '../../../schema/check-document.ts';
import { readYaml } from '../../../source/read-yaml.ts';

/**
 * Says which roles that a text kept apart are one role of the register after they were renamed, and which checks and
 * exceptions that role thereby judges for itself. Lint cannot know: two people may hold one role.
 */
export function rolesJoined(
	before: string,
	after: string,
	renamed: ReadonlyMap<string, string>,
): readonly string[] {
	const duties = new Map<string, string[]>();
	for (const role of namedRoles(before)) {
		const name = renamed.get(role) ?? role;
		duties.set(name, [...(duties.get(name) ?? []), role]);
	}
	const joined = [...duties].filter(([, names]) => names.length > 1);
	if (joined.length === 0) return [];
	const own = ownJudgements(sopIn(before), sopIn(after));
	return [
		...joined.map(([name, names]) => inertText(`${listed(names)} are one role here now: ${name}`)),
		...(own.length === 0
			? []
			: [
					`So what one role does, it would judge itself (${own.length}):`,
					...own.map((line) => `  ${inertText(line)}`),
					'Give these to another role, or see that two people hold the role and never one does both.',
				]),
	];
}

function ownJudgements(before: Sop, after: Sop): readonly string[] {
	const [apart, together] = [sectionRoles(before), sectionRoles(after)];
	const isJoined = (one: string, other: string) =>
		meant(apart, one) !== meant(apart, other) && meant(together, one) === meant(together, other);
	const lines = (kind: string, judged: JudgedWork, does: string) =>
		judged.judges.flatMap(({ text: judge }) =>
			judged.works.flatMap(({ name, doers }) => {
				const doer = doers.find((one) => isJoined(one, judge));
				return doer === undefined
					? []
					: [`${kind}.${judged.name}: ${judge} ${does} ${name}, done by ${doer}`];
			}),
		);
	return [
		...checkedWork(after).flatMap((one) => lines('quality', one, 'checks')),
		...excusedWork(buildProcedureGraph(after)).flatMap((one) =>
			lines('exceptions', one, 'allows an exception to'),
		),
	];
}

/** The role of the register that a name stands for; a name of its own for somebody who is none of ours. */
function meant(roles: SectionRoles, name: string): string {
	const role = roles.find(name);
	return role?.external === true ? `\0${role.name}` : (role?.registerRole ?? name);
}

function sopIn(text: string): Sop {
	// What breaks the schema is left out, so that the rest has the type that belongs to it.
	return checkDocument('sop', readYaml(text).value).checked as Sop;
}

function listed(names: readonly string[]): string {
	return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
