import { type LastingEntry, lastingEntriesOf } from '../../model/register-entries.ts';
import type { Registers } from '../../model/registers.ts';
import { rows } from '../../model/several.ts';
import type { AuditInput } from '../audit-input.ts';
import { type Check, type CheckItem, checkOf, notEvaluated } from '../check.ts';
import { libraryItself } from '../library-itself.ts';
import { type UnknownRegister, whyNoRegister } from '../register-words.ts';
import type { Section } from '../section.ts';
import { peopleList } from './people-list.ts';
import { rolesList } from './roles-list.ts';
import { segregation } from './segregation.ts';

const ends = ['opening', 'closing'] as const;
const kinds = ['people', 'roles'] as const;

/** P-10: who could do what, and what is not for a repository to tell. */
export function access(input: AuditInput): Section {
	const kept = segregation(input);
	return {
		id: 'P-10',
		name: 'access',
		title: 'Access and authority',
		question: 'Who could sign, approve and change what, and who could get round that?',
		checks: [
			registersKnown(input),
			entriesNotRemoved(input),
			kept.check,
			notEvaluated(
				'access/branch-protection',
				'The mainline could be changed only through reviewed changes',
				'a repository does not hold the settings of the forge that serves it',
				'Hand in an export of the branch protection of the forge, for the whole period, as outside evidence.',
			),
			notEvaluated(
				'access/who-could-bypass',
				'Nobody could push past the protection of the mainline without being seen',
				'who may push, and who may switch protection off, is known to the forge alone',
				'Hand in the list of administrators and of everybody who may bypass protection, with the audit log of the forge, as outside evidence.',
			),
		],
		lists: [peopleList(input), rolesList(input), kept.list],
		notes: [
			'Authority is what the registers on the mainline said at the time; whether they name everybody is for the personnel office to say.',
			'That one person may act in two roles is noted and does not fail: each line of section 15 needs a person of its own.',
			'That no version was approved by its author alone is a question of the approvals.',
		],
	};
}

function registersKnown(input: AuditInput): Check {
	const items = ends.flatMap((when) =>
		kinds.map((kind): CheckItem => {
			const one = {
				key: `${kind} register, ${when === 'opening' ? 'beginning' : 'end'} of the period`,
				of: [libraryItself],
			};
			const why = whyNoRegister(input, when, kind);
			if (why === undefined) return { ...one, result: 'holds', detail: '' };
			return {
				...one,
				result: isUnseen(why) ? 'not evaluated' : 'does not hold',
				detail: why.cause,
			};
		}),
	);
	return checkOf({
		name: 'access/registers-known',
		asks: 'The registers of people and roles stood on the mainline and could be read at the beginning and at the end of the period',
		items,
		cure: 'Keep both registers on the mainline, and ask for a period in which it had begun.',
	});
}

function isUnseen({ how }: UnknownRegister): boolean {
	return how === 'not begun' || how === 'not here';
}

function entriesNotRemoved(input: AuditInput): Check {
	const { opening, closing } = input.registers;
	const left = new Set(lasting(closing).map(({ name }) => name));
	const items = lasting(opening).map(({ name, kind, register }): CheckItem => {
		const one = { key: kind, of: [libraryItself] };
		if (left.has(name)) return { ...one, result: 'holds', detail: '' };
		const why = whyNoRegister(input, 'closing', register);
		return why !== undefined && why.how !== 'none'
			? { ...one, result: 'not evaluated', detail: why.cause }
			: {
					...one,
					result: 'does not hold',
					detail: 'it stood in the register at the beginning of the period, and is gone at its end',
				};
	});
	return checkOf({
		name: 'access/entries-not-removed',
		asks: 'No person, address, key or role of the registers vanished: entries end, and stay',
		items,
		cure: 'Fetch the whole history.',
	});
}

/** The entries of registers that must not vanish, and the roles that people hold in them. */
function lasting(registers: Registers): readonly LastingEntry[] {
	const held = rows(registers.people?.people).flatMap((person) =>
		rows(person?.roles).flatMap((one): readonly LastingEntry[] => {
			const name = `role ${one?.role ?? ''} held by ${person?.id ?? ''}`;
			return one?.role === undefined || person?.id === undefined
				? []
				: [{ name, kind: name, register: 'people' }];
		}),
	);
	return [...lastingEntriesOf(registers), ...held];
}
