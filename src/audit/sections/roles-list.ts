import type { RoleEntry } from '../../model/documents.generated.ts';
import type { Registers } from '../../model/registers.ts';
import { holdersOn } from '../../model/role-holders.ts';
import { rows } from '../../model/several.ts';
import type { AuditInput } from '../audit-input.ts';
import { libraryItself } from '../library-itself.ts';
import { type Column, listOf, type PacketList } from '../packet-list.ts';
import { entriesAt, registerCount, spanText } from '../register-words.ts';
import { changeColumns, comparedEntries } from './register-change.ts';

const columns: readonly Column[] = [
	{ key: 'role', title: 'Role', about: 'the id by which documents name the role' },
	{ key: 'name', title: 'Name', about: 'what people call it' },
	{ key: 'function', title: 'Function', about: 'the part of the organisation it belongs to' },
	{
		key: 'delegates',
		title: 'Delegates',
		about: 'roles that act for it while its holder is absent, or always where it says so',
	},
	{
		key: 'holders',
		title: 'Holders',
		about: 'who holds it on the last day of the period, by the ids of the people register',
	},
	{ key: 'until', title: 'Until', about: 'the last day of the role' },
	{ key: 'replacedBy', title: 'Replaced by', about: 'the role that takes its place' },
	...changeColumns,
];

/** The roles register at the end of the period, held against its beginning. */
export function rolesList(input: AuditInput): PacketList {
	const { registers, period } = input;
	const { people, roles } = registers.closing;
	const holders = people === undefined ? undefined : holdersOn(people, period.to);
	const entriesOf = ({ roles: register }: Registers) => register?.roles;
	const compared = comparedEntries<RoleEntry>(
		entriesAt(input, 'opening', 'roles', entriesOf),
		entriesAt(input, 'closing', 'roles', entriesOf),
		period,
	);
	return listOf({
		name: 'roles',
		title: 'Roles',
		about: 'an entry of the roles register at the end of the period, or one that was gone by then',
		columns,
		key: ['role'],
		rows: compared.map(({ id, entry, change, changed }) => ({
			of: [libraryItself],
			cells: {
				role: id,
				name: entry.name ?? null,
				function: entry.function ?? null,
				delegates: rows(entry.delegates).map(delegateText),
				holders: holders === undefined ? null : [...(holders.get(id) ?? [])].sort(),
				until: entry.until ?? null,
				replacedBy: entry.replaced_by ?? null,
				change,
				changed,
			},
		})),
		source:
			'the registers of roles and people as the mainline showed them at the beginning and at the end of the period',
		reperform: registerCount(input, 'roles', rows(roles?.roles).length),
	});
}

function delegateText(written: NonNullable<RoleEntry['delegates']>[number]): string {
	if (typeof written === 'string') return written;
	const { role = '', always, ...span } = written;
	return `${role}${always === true ? ' always' : ''} ${spanText(span)}`.trim();
}
