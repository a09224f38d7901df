import { familyOf, inPreset, type Preset, presets } from '../../../lint/presets.ts';
import type { Rule } from '../../../lint/rule.ts';
import { jsonText } from '../../../report/json-text.ts';
import { wrapText } from '../../../report/wrap-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { chooseRules } from '../lint/choose-rules.ts';

/** `sop explain`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const chosen = chooseRules(context.arguments);
	if (context.text('format') === 'json') context.print(jsonText({ format: 1, rules: chosen.map(describe) }));
	else
		context.print(
			chosen.map((rule) => explain(rule, Math.min(context.width, 100))).join(`\n${'─'.repeat(40)}\n\n`),
		);
	return exitCode.clean;
}

function describe(rule: Rule) {
	const { name, severity, summary, why, remedy, points, clauses, fix, options, examples } = rule;
	return {
		name,
		family: familyOf(name),
		severity,
		summary,
		why,
		remedy,
		points,
		clauses,
		fix: fix ?? null,
		options: options ?? {},
		examples,
	};
}

function explain(rule: Rule, width: number): string {
	const { name, severity, summary, why, remedy, points, clauses, fix, options, examples } = rule;
	const field = (label: string, text: string) =>
		wrapText(text, width - 9).map((line, index) => `${(index === 0 ? label : '').padEnd(9)}${line}`);
	// The keys of the object literal are exactly the presets.
	const inPresets = (Object.keys(presets) as Preset[])
		.map((preset) => `${preset} ${inPreset(preset, rule)}`)
		.join(', ');
	const lines = [
		`${name}   ${severity}${fix ? `, ${fix.safety === 'safe' ? '--fix mends it' : '--fix-unsafe mends it'}` : ''}`,
		'',
		...field('fires', summary),
		...field('why', why),
		...field('do', remedy),
		...field('points', points),
		...(fix ? field('fix', fix.summary) : []),
		...field('presets', inPresets),
		...(clauses.length > 0 ? field('clauses', clauses.join('; ')) : []),
		...Object.entries(options ?? {}).flatMap(([option, { summary: what, default: value }]) =>
			field('option', `${option}: ${what} (${JSON.stringify(value)} unless set)`),
		),
		...(rule.silenceable === false ? field('', 'No comment and no baseline silences it.') : []),
		'',
		'bad:',
		...indent(examples.bad),
		'',
		'good:',
		...indent(examples.good),
		'',
	];
	return lines.map((line) => line.trimEnd()).join('\n');
}

function indent(example: string): string[] {
	return example
		.trimEnd()
		.split('\n')
		.map((line) => `    ${line}`);
}
