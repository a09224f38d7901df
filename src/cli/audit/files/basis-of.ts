import type { AuditInput } from '../../../audit/audit-input.ts';
import { digestOf } from '../../../model/digest.ts';
import { registerKinds } from '../../../model/file-kind.ts';
import { instantText } from '../../../model/zone.ts';
import { type Basis, basisPeriod } from '../../../packet/basis.ts';
import type { CommandContext } from '../../command-context.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { build, version } from '../../version.ts';
import type { AuditScope } from '../gather/audit-scope.ts';

/** What else a basis states, which the repository does not hold. */
export interface BasisFacts {
	readonly scope: AuditScope;
	readonly previous: Basis['previous'];
	readonly requestsSha256: string | null;
	/** Digests of the rule set and of the clause packs. */
	readonly rules: string;
	readonly packs: string;
}

/** The basis of a packet. */
export function basisOf(
	context: CommandContext,
	{ history }: OpenRecord,
	input: AuditInput,
	{ scope, previous, requestsSha256, rules, packs }: BasisFacts,
): Basis {
	const head = input.mainline.at(input.positions.known);
	const registers = registerKinds.flatMap((kind): readonly [string, string][] => {
		const register = input.registers.closing[kind];
		return register === undefined ? [] : [[kind, digestOf(register)]];
	});
	return {
		format: 1,
		packet: 1,
		library: input.config.library ?? null,
		tool: { name: 'sop', version },
		ref: input.ref,
		head: head?.id ?? null,
		dataAsOf: head === undefined ? null : instantText(head.time),
		begin: input.mainline.at(history.begin)?.id ?? null,
		objectFormat: head?.id.length === 64 ? 'sha256' : 'sha1',
		period: basisPeriod(input.period),
		known: head?.id ?? null,
		scope,
		withholding: {
			maxClassification: context.text('maxClassification') ?? null,
			opaqueIds: context.has('opaqueIds'),
			asAuditor: context.has('asAuditor'),
			redact: context.text('redact') === undefined ? null : 'people',
		},
		trustThreshold: 'signed',
		previous,
		requestsSha256,
		digests: {
			tool: build ?? null,
			rules,
			packs,
			config: digestOf(input.config),
			registers: Object.fromEntries(registers),
		},
	};
}
