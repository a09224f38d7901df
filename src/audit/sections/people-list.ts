import type { Person, SigningKey } from '../../model/documents.generated.ts';
import type { Registers } from '../../model/registers.ts';
import { rows } from '../../model/several.ts';
import { sshFingerprint } from '../../model/signature/public-key-line.ts';
import type { AuditInput } from '../audit-input.ts';
import { libraryItself } from '../library-itself.ts';
import { type Cell, type Column, listOf, type PacketList } from '../packet-list.ts';
import { entriesAt, registerCount, spanText } from '../register-words.ts';
import { changeColumns, comparedEntries } from './register-change.ts';

const columns: readonly Column[] = [
	{ key: 'person', title: 'Person', about: 'the id by which everything else names the person' },
	{ key: 'name', title: 'Name', about: 'the name' },
	{ key: 'organisation', title: 'Organisation', about: 'ours, or a provider' },
	{ key: 'until', title: 'Until', about: 'the last day of the person here' },
	{
		key: 'contractUntil',
		title: 'Contract until',
		about: 'the last day of the contract of the organisation',
	},
	{ key: 'roles', title: 'Roles', about: 'each role, with its first and last day' },
	{
		key: 'keys',
		title: 'Keys',
		about: 'the fingerprint of each key, with its first and last day, and its revocation',
	},
	{ key: 'absent', title: 'Away', about: 'times away, in which a delegate may act' },
	...changeColumns,
];

/** The people register at the end of the period, held against its beginning. */
export function peopleList(input: AuditInput): PacketList {
	const { registers, period } = input;
	const { closing } = registers;
	const organisations = new Map(rows(closing.people?.organisations).map((one) => [one?.name, one?.until]));
	const entriesOf = ({ people }: Registers) => people?.people;
	const compared = comparedEntries<Person>(
		entriesAt(input, 'opening', 'people', entriesOf),
		entriesAt(input, 'closing', 'people', entriesOf),
		period,
	);
	return listOf({
		name: 'people',
		title: 'People',
		about: 'an entry of the people register at the end of the period, or one that was gone by then',
		columns,
		key: ['person'],
		rows: compared.map(({ id, entry, change, changed }) => ({
			of: [libraryItself],
			cells: {
				person: id,
				name: entry.name ?? null,
				organisation: entry.organisation ?? null,
				until: entry.until ?? null,
				contractUntil: organisations.get(entry.organisation) ?? null,
				...heldBy(entry),
				change,
				changed,
			},
		})),
		source: 'the people register as the mainline showed it at the beginning and at the end of the period',
		reperform: registerCount(input, 'people', rows(closing.people?.people).length),
	});
}

function heldBy({ roles, keys, absent }: Person): Readonly<Record<string, Cell>> {
	return {
		roles: rows(roles).map((one) => `${one?.role ?? ''} ${spanText(one ?? {})}`.trim()),
		keys: rows(keys).map((one) => keyText(one ?? {})),
		absent: rows(absent).map((one) => spanText(one ?? {})),
	};
}

function keyText({ ssh, gpg, from, until, revoked }: SigningKey): string {
	const fingerprint = ssh === undefined ? (gpg ?? 'no key') : (sshFingerprint(ssh) ?? 'no key of SSH');
	const end =
		revoked === undefined
			? ''
			: `; revoked from ${revoked.from ?? 'the beginning'} (${revoked.why ?? 'no reason'})`;
	return `${fingerprint} ${spanText({ from, until })}${end}`.trim();
}
