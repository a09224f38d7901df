import { type AuthorityAt, noPeopleRegister } from '../../src/control/approval/authority.ts';
import { policyOf } from '../../src/control/policy.ts';
import type { Config } from '../../src/model/documents.generated.ts';
import { onceFor } from '../../src/model/once-for.ts';
import type { Registers } from '../../src/model/registers.ts';
import type { AuditDays } from './audit-days.ts';
import type { WrittenLibrary, WrittenRegisters } from './audit-library.ts';
import { libraryId } from './record-context.ts';

/** The registers of a library in a few words at each position of its mainline, and who may do what by them. */
export function writtenRegisters(
	{ registers = [], records = {} }: WrittenLibrary,
	config: Config,
	{ positionOf }: AuditDays,
): { readonly registersAt: (position: number) => Registers; readonly authorityAt: AuthorityAt } {
	const registersAt = (position: number) => {
		const known = registers.findLast(({ on }) => positionOf(on) <= position);
		return known === undefined ? {} : read(known);
	};
	return {
		registersAt,
		authorityAt(position) {
			const { people, roles } = registersAt(position);
			const stood = (records.approvals ?? []).some(({ on }) => positionOf(on) <= position);
			return {
				people,
				whyNoPeople: people === undefined ? noPeopleRegister : undefined,
				roles,
				policy: policyOf(config, stood),
				library: libraryId,
			};
		},
	};
}

/** Each state once, as registers are known by who they are. */
const read = onceFor(
	({ people, roles, organisations, whyNot }: WrittenRegisters): Registers => ({
		people: people && { format: 1, people, ...(organisations === undefined ? {} : { organisations }) },
		roles: roles && { format: 1, roles },
		whyNot,
	}),
);
