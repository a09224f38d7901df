import { type Registers, withoutRegister } from '../registers.ts';
import { rows } from '../several.ts';
import type { HandoffRow, Party } from './handoff-row.ts';
import type { NamedParty } from './passages.ts';

/** What a name means, and what speaks against it. */
export interface KnownParty {
	readonly party: Party;
	/** Why it leads nowhere, or cannot be told; null where it is known. */
	readonly doubt: (Pick<HandoffRow, 'result'> & { readonly why: string }) | null;
}

/** What decides what a name means. */
export interface PartyNames {
	/** The title of a document by its id; undefined where there is none, null where it is not to be told. */
	readonly titleOf: (id: string) => string | null | undefined;
	readonly registers: Registers;
	/** Whether a name can only mean a document. */
	readonly isCertainId: (name: string) => boolean;
}

/** Tells what the names mean by which documents call receivers and givers: documents, roles, tools, or somebody outside. */
export function partyNames({ titleOf, registers, isCertainId }: PartyNames) {
	const namesIn = (entries: readonly { readonly id?: string; readonly name?: string }[]) =>
		new Set(entries.flatMap(({ id, name }) => [id, name]).flatMap((name) => name ?? []));
	const roles = namesIn(rows(registers.roles?.roles));
	const tools = namesIn(rows(registers.tools?.tools));
	const unseen = (['roles', 'tools'] as const).filter((kind) => registers[kind] === undefined);
	return (named: NamedParty, use: 'hands to' | 'takes from'): KnownParty => {
		const { name, as } = named;
		const known = (kind: Party['kind'], title: string | null = null): KnownParty => ({
			party: { kind, name, title },
			doubt: null,
		});
		const title = titleOf(name);
		if (title !== undefined) return known('document', title);
		if (as !== null) return known(as);
		if (roles.has(name)) return known('role');
		if (tools.has(name)) return known('tool');
		if (/^(?:the )?outside$/i.test(name.trim())) return known('outside');
		const doubtful = (result: HandoffRow['result'], why: string): KnownParty => ({
			party: { kind: 'unknown', name, title: null },
			doubt: { result, why },
		});
		if (isCertainId(name)) return doubtful('does not hold', `no document has the id ${name}`);
		// An input says who brings it in words; a handoff has to arrive somewhere.
		if (use === 'takes from') return known('outside');
		return unseen.length === 0
			? doubtful(
					'does not hold',
					`${name} is no document, role or tool, and section 4 does not call it external`,
				)
			: doubtful(
					'not evaluated',
					`whether ${name} is a role or a tool: ${unseen.map((kind) => withoutRegister(registers, kind)).join(', ')}`,
				);
	};
}
