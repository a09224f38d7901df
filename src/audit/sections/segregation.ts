import { actsAs } from '../../control/approval/acts-as.ts';
import { openLines } from '../../control/approval/fill-lines.ts';
import { currentRole } from '../../control/approval/signature-lines.ts';
import { rows } from '../../model/several.ts';
import type { AuditInput } from '../audit-input.ts';
import { type Check, type CheckItem, checkOf } from '../check.ts';
import { type Column, listOf, type PacketList } from '../packet-list.ts';
import { scopeOf } from '../scope.ts';

/** A document in force, and who may sign the lines of its section 15. */
interface SignedDocument {
	readonly id: string;
	readonly version: string;
	/** Undefined where its text is not here. */
	readonly lines: readonly { readonly role: string; readonly meaning: string }[] | undefined;
}

const columns: readonly Column[] = [
	{ key: 'document', title: 'Document', about: 'its id', released: true },
	{ key: 'version', title: 'Version', about: 'the version in force', released: true },
	{
		key: 'person',
		title: 'Person',
		about: 'who may act in several of its roles on the last day of the period',
	},
	{ key: 'roles', title: 'Roles', about: 'those roles of its section 15' },
];

/**
 * Who may act in several roles that section 15 of one document keeps apart, and whether different people are left for all
 * of its lines. That one person may act in two roles breaks nothing by itself: each line needs a person of its own, so
 * such a person fills one of them.
 */
export function segregation(input: AuditInput): { readonly check: Check; readonly list: PacketList } {
	const authority = input.authorityAt(input.positions.closing);
	const day = input.period.to;
	const people = rows(authority.people?.people).flatMap((one) => one?.id ?? []);
	const known = new Map<string, readonly string[]>();
	const ableIn = (role: string): readonly string[] => {
		const before = known.get(role);
		if (before !== undefined) return before;
		const able = [...new Set(people)].filter((id) => actsAs(authority, id, role, day).acts !== 'no').sort();
		known.set(role, able);
		return able;
	};
	const documents = signedDocuments(input, (role) => currentRole(role, authority.roles, day));
	const itemOf = ({ id, version, lines }: SignedDocument): CheckItem => {
		const one = { key: `${id}@${version}`, of: [id] };
		if (authority.people === undefined)
			return { ...one, result: 'not evaluated', detail: authority.whyNoPeople ?? 'no people register' };
		if (lines === undefined) return { ...one, result: 'not evaluated', detail: 'its text is not here' };
		const able = lines.flatMap((line) => ableIn(line.role).map((person) => ({ ...line, person })));
		const open = openLines(lines, able);
		return open.length === 0
			? { ...one, result: 'holds', detail: '' }
			: {
					...one,
					result: 'does not hold',
					detail: `of the ${lines.length} lines of its section 15 nobody is left for: ${open.map(({ role, meaning }) => `${role} (${meaning})`).join(', ')}`,
				};
	};
	const overlaps = documents.flatMap(({ id, version, lines = [] }) => {
		const roles = [...new Set(lines.map(({ role }) => role))].sort();
		return [...new Set(roles.flatMap(ableIn))].flatMap((person) => {
			const own = roles.filter((role) => ableIn(role).includes(person));
			return own.length < 2 ? [] : [{ of: [id], cells: { document: id, version, person, roles: own } }];
		});
	});
	return {
		check: checkOf({
			name: 'access/segregation',
			asks: 'There are different people for all lines of section 15 of every document in force',
			items: documents.filter(({ lines }) => lines === undefined || lines.length > 0).map(itemOf),
			cure: 'Keep a people register, and fetch the whole history.',
		}),
		list: listOf({
			name: 'roles-held-together',
			title: 'Roles held together',
			about: 'a person who may act in several roles that section 15 of one document in force keeps apart',
			columns,
			key: ['document', 'person'],
			rows: overlaps,
			source:
				'section 15 of the versions in force, and the registers of people and roles, on the last day of the period',
			reperform: [],
		}),
	};
}

function signedDocuments(input: AuditInput, current: (role: string) => string): readonly SignedDocument[] {
	return scopeOf(input).documents.flatMap(({ id, state: { inForce }, text }): readonly SignedDocument[] => {
		if (inForce === undefined) return [];
		const lines = text?.signatureLines.flatMap(({ role, meaning = 'approval' }) =>
			role === undefined ? [] : [{ role: current(role), meaning }],
		);
		return [{ id, version: inForce.version, lines }];
	});
}
