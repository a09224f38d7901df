import { actsAs } from '../../../control/approval/acts-as.ts';
import { lineWords } from '../../../control/approval/approval-words.ts';
import { everHeld } from '../../../control/approval/judged-signature.ts';
import type { SignatureLine } from '../../../control/approval/signature-lines.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import type { ApprovalRecord } from '../../../model/documents.generated.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { exitCode } from '../../exit-code.ts';
import { type ActingRole, chooseRole } from '../../records/choose-role.ts';
import type { Acting } from '../../records/open-acting.ts';

/** The line that somebody is about to sign, and in what way they act in its role. */
export type ChosenLine = ActingRole & { readonly meaning: string };

/**
 * The line of section 15 that a person signs: the one asked for, else the only one that is open and whose role they hold.
 * Refuses somebody who has signed this text already, as each line needs another person.
 */
export function chooseLine(
	context: CommandContext,
	acting: Acting,
	lines: readonly SignatureLine[],
	signed: readonly ApprovalRecord[],
): ChosenLine {
	const person = acting.person.id;
	const own = signed.find((one) => one.person === person);
	const [role, meaning] = [context.text('as'), context.text('meaning')];
	if (own !== undefined && (role === undefined || own.role === role)) {
		throw new CommandError(
			`${inertText(person)} has signed this text already: ${own.meaning} as ${inertText(own.role ?? '')}`,
			{
				help: 'Each line needs another person.',
				exitCode: exitCode.findings,
			},
		);
	}
	if (lines.length === 0) {
		throw new CommandError('Section 15 asks nobody to sign, so no version can be complete', {
			help: 'Name under approval: signatures: who approves it, commit that, and sign then.',
			exitCode: exitCode.findings,
		});
	}
	const fitting = lines.filter(
		(line) =>
			(role === undefined || line.role === role) && (meaning === undefined || line.meaning === meaning),
	);
	if (fitting.length === 0) {
		throw new CommandError(
			`Section 15 has no line for ${[meaning, role === undefined ? undefined : `the role ${inertText(role)}`].filter((one) => one !== undefined).join(' by ')}`,
			{ help: `It asks for: ${lines.map((line) => inertText(lineWords(line))).join(', ')}.` },
		);
	}
	const open = fitting.filter((line) => count(lines, line) > count(signed, line));
	const [first] = fitting;
	if (open.length === 0 && first !== undefined) {
		throw new CommandError(`The ${inertText(lineWords(first))} of this text is signed already`, {
			help: 'sop show --why names who signed what.',
			exitCode: exitCode.findings,
		});
	}
	// Who held which role when the paper was signed is said by the paper, not by the registers of today.
	if (context.has('onPaper')) return lineOfPaper(context, acting, distinct(open));
	const able = distinct(
		open.filter((line) => actsAs(acting.authority, person, line.role, acting.today).acts !== 'no'),
	);
	if (able.length > 1 && new Set(able.map((line) => line.role)).size === 1) {
		throw new CommandError(
			`${inertText(person)} can sign ${able.map((line) => inertText(lineWords(line))).join(' or ')}`,
			{
				help: 'Say which: --meaning MEANING.',
			},
		);
	}
	const chosen = chooseRole(
		acting,
		open.map((line) => line.role),
		role,
		'A signature of this text',
	);
	const line = open.find((one) => one.role === chosen.role);
	return { ...chosen, meaning: line?.meaning ?? 'approval' };
}

/** The line that a paper is for: the only one that is open, or whose role its person ever held. */
function lineOfPaper(
	context: CommandContext,
	{ authority, person }: Acting,
	open: readonly SignatureLine[],
): ChosenLine {
	const held = open.filter(({ role }) => everHeld(authority, person.id, role));
	const [only, another] = held.length === 0 ? open : held;
	if (only !== undefined && another === undefined)
		return { role: only.role, acts: { acts: 'as holder' }, meaning: only.meaning };
	const lines = (held.length === 0 ? open : held).map((line) => inertText(lineWords(line))).join(', ');
	throw new CommandError('The paper could be for several lines of section 15', {
		help: `Which role ${inertText(person.id)} had on ${context.text('date')} is said by the paper, not by the register of today.\nSay which: --as ROLE --meaning MEANING, of ${lines}.`,
	});
}

function count(lines: readonly Partial<SignatureLine>[], wanted: SignatureLine): number {
	return lines.filter((one) => one.role === wanted.role && one.meaning === wanted.meaning).length;
}

function distinct(lines: readonly SignatureLine[]): readonly SignatureLine[] {
	return lines.filter(
		(line, index) =>
			lines.findIndex((one) => one.role === line.role && one.meaning === line.meaning) === index,
	);
}
