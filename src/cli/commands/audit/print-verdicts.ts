import type { Check } from '../../../audit/check.ts';
import type { Result } from '../../../audit/result.ts';
import type { Section } from '../../../audit/section.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { groupBy } from '../../../diagnostics/group-by.ts';
import { inertText } from '../../../report/inert-text.ts';
import { tableText } from '../../../report/table.ts';
import type { PreparedPacket } from '../../audit/prepare-packet.ts';
import type { CommandContext } from '../../command-context.ts';
import { printTable } from '../../print-table.ts';

interface Verdict {
	readonly section: Pick<Section, 'id' | 'title'>;
	readonly check: Check;
}

/** Prints the verdicts of a packet: programs get every check, people what does not hold and why the rest is open. */
export async function printVerdicts(context: CommandContext, packet: PreparedPacket): Promise<void> {
	const { basis, input } = packet;
	const sections = await packet.sections();
	const verdicts = sections.flatMap((section) => section.checks.map((check) => ({ section, check })));
	const of = (result: Result) => verdicts.filter(({ check }) => check.result === result);
	if ((context.text('format') ?? 'table') === 'table') {
		context.print(await wordsFor(context, of('does not hold'), of('not evaluated')));
	} else {
		await printTable(context, {
			name: 'checks',
			head: { basis },
			columns: columns.map((key) => ({ key, title: key })),
			rows: verdicts.map(row),
		});
	}
	const known = (basis.head ?? 'none').slice(0, 7);
	context.say(
		`${input.period.from} to ${input.period.to}, as known at ${known}: ${countOf(of('holds').length, 'check')} held, ${of('does not hold').length} did not, ${of('not evaluated').length} were not evaluated.`,
	);
}

const columns = [
	'result',
	'section',
	'check',
	'asks',
	'looked',
	'holds',
	'doesNotHold',
	'notEvaluated',
	'cause',
	'cure',
] as const;

function row({ section: { id }, check: { name, asks, result, counts, cause, cure, items } }: Verdict) {
	return { section: id, check: name, asks, result, ...counts, cause, cure, items };
}

async function wordsFor(
	context: CommandContext,
	failed: readonly Verdict[],
	open: readonly Verdict[],
): Promise<string> {
	const look = { width: context.width, color: context.colorLevel > 0 };
	const parts: string[] = [];
	if (failed.length > 0) {
		const rows = failed.map(({ section, check: { name, asks, counts } }) => [
			section.id,
			name,
			`${counts.doesNotHold} of ${counts.looked}`,
			inertText(asks),
		]);
		const titles = [
			{ title: 'Section' },
			{ title: 'Check' },
			{ title: 'Not so' },
			{ title: 'Does not hold' },
		];
		parts.push(await tableText(titles, rows, look));
	}
	if (open.length > 0) {
		const rows = [...groupBy(open, causeOf)]
			.sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
			.map(([cause, some]) => [
				[...new Set(some.map(({ section }) => section.id))].join(', '),
				String(some.length),
				inertText(cause),
			]);
		const titles = [{ title: 'Sections' }, { title: 'Checks' }, { title: 'Not evaluated, because' }];
		parts.push(await tableText(titles, rows, look));
	}
	return parts.length === 0
		? 'Every check holds.\n'
		: `${parts.map((part) => part.trimEnd()).join('\n\n')}\n`;
}

/** Why a check was not evaluated, the same for all that no repository could answer. */
function causeOf({ section, check }: Verdict): string {
	return section.id === 'A-4'
		? `${section.title.toLowerCase()}: each says what outside evidence would`
		: (check.cause ?? '');
}
