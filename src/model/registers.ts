import type {
	ActivitiesRegister,
	CalendarRegister,
	ControlsRegister,
	PeopleRegister,
	RolesRegister,
	ToolsRegister,
} from './documents.generated.ts';
import { type RegisterKind, registerKinds } from './file-kind.ts';
import type { ReadDocument } from './read-document.ts';

/** The registers of a library; undefined where the library has no such file, or nothing stands in it. */
export interface Registers {
	readonly people?: PeopleRegister | undefined;
	readonly roles?: RolesRegister | undefined;
	readonly tools?: ToolsRegister | undefined;
	readonly controls?: ControlsRegister | undefined;
	readonly activities?: ActivitiesRegister | undefined;
	readonly calendar?: CalendarRegister | undefined;
	/** Why a register is undefined, as it follows "not evaluated:", where there is more to say than that there is none. */
	readonly whyNot?: Readonly<Partial<Record<RegisterKind, string>>> | undefined;
}

/** The registers among the files of a library, as they were read. */
export function registersFrom(documents: Iterable<ReadDocument>): Registers {
	const registers: Record<string, unknown> = {};
	const whyNot: Partial<Record<RegisterKind, string>> = {};
	for (const { kind: fileKind, checked, problems } of documents) {
		const kind = registerKinds.find((one) => one === fileKind);
		if (kind === undefined) continue;
		// A register that lists nothing is one that nobody has filled in yet: nothing can be held against it.
		if (hasEntries(checked, kind)) registers[kind] = checked;
		else whyNot[kind] = `the ${kind} register ${problems.length > 0 ? 'cannot be read' : empty}`;
	}
	// Each register passed the schema of its kind.
	return { ...(registers as Registers), whyNot };
}

/** Why a check that needs a register could not be made, as it follows "not evaluated:". */
export function withoutRegister(registers: Registers, kind: RegisterKind): string {
	return registers.whyNot?.[kind] ?? `no ${kind} register`;
}

/**
 * Why nobody can tell what a register says, as it follows "not evaluated:"; undefined where it was read, where there is
 * none, and where it lists nothing.
 */
export function whyRegisterUnread({ whyNot }: Registers, kind: RegisterKind): string | undefined {
	const why = whyNot?.[kind];
	return why?.endsWith(empty) ? undefined : why;
}

const empty = 'is empty';

function hasEntries(register: unknown, kind: string): boolean {
	if (typeof register !== 'object' || register === null) return false;
	const entries: unknown = Reflect.get(register, kind);
	return Array.isArray(entries) ? entries.length > 0 : typeof entries === 'object' && entries !== null;
}
