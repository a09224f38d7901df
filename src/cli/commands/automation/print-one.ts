import type { Readiness } from '../../../control/automation/readiness.ts';
import { type Reading, sourceWords } from '../../../control/automation/reading.ts';
import { inertText } from '../../../report/inert-text.ts';
import { tableText } from '../../../report/table.ts';
import type { CommandContext } from '../../command-context.ts';
import { readinessCells } from './readiness-rows.ts';

const units: Readonly<Record<string, string>> = {
	rules: '1 to 5',
	input_type: '1 to 5',
	input_quality: '1 to 5',
	stability: '1 to 5',
	documentation: '1 to 5',
	volume: 'times a year',
	exception_rate: 'share of runs',
	variability: 'ways a run',
};

/** Prints one procedure: what comes of it, its gates, and each input with how it is known. */
export async function printOne(context: CommandContext, one: Readiness): Promise<void> {
	const cells = readinessCells(one);
	const { verdict, score, why, blocked, reached } = cells;
	const options = { width: context.width, color: context.colorLevel > 0 };
	const gates = one.gates.map((gate) => [gate.gate, gate.result, gate.why].map(inertText));
	const inputs = Object.entries<Reading<number | boolean>>({ ...one.inputs }).map(([name, reading]) =>
		[name, String(cells[name] ?? ''), units[name] ?? '', sourceWords(reading)].map(inertText),
	);
	context.print(
		[
			inertText(`${one.id} ${one.version} ${one.title ?? ''}`.trim()),
			'',
			inertText(`${verdict}${score === null ? '' : `, ${score}`}${why === '' ? '' : `: ${why}`}`),
			inertText(`Reached: ${reached}${one.stage === null ? '' : ` (its text says ${one.stage})`}`),
			inertText(`Blocked: ${blocked}`),
			'',
			await tableText(
				[{ title: 'Gate' }, { title: 'Result', isWhole: true }, { title: 'What is missing' }],
				gates,
				options,
			),
			await tableText(
				['Input', 'Value', 'Unit', 'How it is known'].map((title) => ({ title })),
				inputs,
				options,
			),
		].join('\n'),
	);
}
