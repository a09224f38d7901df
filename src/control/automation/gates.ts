import type { Automation } from '../../model/documents.generated.ts';

/** The stages that an automation goes through, none of which may be skipped. */
export type GateName = 'mapped' | 'documented and approved' | 'run by hand' | 'piloted' | 'live';

/** Whether a procedure has come through one gate. */
export interface Gate {
	readonly gate: GateName;
	readonly result: 'holds' | 'does not hold' | 'not evaluated';
	/** What is missing, as a clause; empty where it holds. */
	readonly why: string;
}

/** What gates are judged by. */
export interface GateInput {
	readonly steps: number;
	/** Findings of rules about the procedure and its decisions, and of all rules, in the text that is judged; null where nobody looked. */
	readonly findings: { readonly ofGraph: number; readonly all: number } | null;
	/** Why nobody looked. */
	readonly notLinted: string;
	/** Whether the text is in force; null where that cannot be told. */
	readonly isInForce: boolean | null;
	/** How it stands, where it is not in force; why it cannot be told, where it cannot. */
	readonly standing: string;
	/** Why runs are not evaluated. */
	readonly noRuns: string;
	readonly automation: Automation | null;
	/** YYYY-MM-DD. */
	readonly today: string;
}

/** Judges all gates, in their order. */
export function gatesOf(input: GateInput): readonly Gate[] {
	return [
		gate('mapped', mapped(input)),
		gate('documented and approved', documented(input)),
		{ gate: 'run by hand', result: 'not evaluated', why: input.noRuns },
		gate('piloted', piloted(input)),
		gate('live', live(input)),
	];
}

/** The last gate of an unbroken row of those that hold, and the first after it. */
export function reachedOf(gates: readonly Gate[]): {
	readonly reached: GateName | null;
	readonly next: Gate | null;
} {
	const first = gates.findIndex(({ result }) => result !== 'holds');
	const at = first === -1 ? gates.length : first;
	return { reached: gates[at - 1]?.gate ?? null, next: gates[at] ?? null };
}

/** What is missing; `unseen` where it cannot be told. */
interface Missing {
	readonly missing: readonly string[];
	readonly unseen?: string | undefined;
}

function gate(name: GateName, { missing, unseen }: Missing): Gate {
	if (missing.length > 0) return { gate: name, result: 'does not hold', why: missing.join('; ') };
	return unseen === undefined
		? { gate: name, result: 'holds', why: '' }
		: { gate: name, result: 'not evaluated', why: unseen };
}

function mapped({ steps, findings, notLinted }: GateInput): Missing {
	if (steps === 0) return { missing: ['section 7 has no step'] };
	if (findings === null) return { missing: [], unseen: notLinted };
	return {
		missing: findings.ofGraph === 0 ? [] : [`${found(findings.ofGraph)} in its procedure or decisions`],
	};
}

function documented({ isInForce, standing, findings, notLinted }: GateInput): Missing {
	return {
		missing: [
			...(isInForce === false ? [standing] : []),
			...(findings !== null && findings.all > 0 ? [`sop lint has ${found(findings.all)}`] : []),
		],
		unseen: isInForce === null ? standing : findings === null ? notLinted : undefined,
	};
}

/** One process in one team, for a time that has an end, and with a result. */
function piloted({ automation, today }: GateInput): Missing {
	const { team, from, until, result } = automation?.pilot ?? {};
	const parts = { team, from, until, result };
	const missing = Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [key] : []));
	if (missing.length === 4) return { missing: ['no pilot is described'] };
	return {
		missing: [
			...(missing.length > 0 ? [`the pilot names no ${missing.join(', no ')}`] : []),
			...(until !== undefined && until > today ? [`the pilot goes on until ${until}`] : []),
		],
	};
}

function live({ automation }: GateInput): Missing {
	const { stage, owner, monitored, retire_when: ends, mode } = automation ?? {};
	return {
		missing: [
			...(stage === 'live' ? [] : [`its stage is ${stage ?? 'not declared'}`]),
			...(owner === undefined ? ['nobody owns the automation'] : []),
			...(monitored === undefined ? ['nobody watches its exceptions'] : []),
			...(ends === undefined ? ['nothing says when its rules are retired'] : []),
			...(mode === 'parallel' ? ['it runs beside the procedure, not inside it'] : []),
		],
	};
}

function found(count: number): string {
	return count === 1 ? '1 finding' : `${count} findings`;
}
