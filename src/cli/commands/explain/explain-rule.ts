import { inPreset, type Preset, presets } from '../../../lint/presets.ts';
import type { Rule } from '../../../lint/rule.ts';
import { paint } from '../../../report/paint.ts';
import { wrapText } from '../../../report/wrap-text.ts';

const labelWidth = 9;

/** One rule for reading in a terminal. */
export function explainRule(rule: Rule, width: number, color: boolean): string {
	const { strong, quiet, severity: severityColor } = paint(color);
	const field = (label: string, text: string) =>
		wrapText(text, width - labelWidth).map(
			(line, at) => quiet((at === 0 ? label : '').padEnd(labelWidth)) + line,
		);
	const { clauses, examples, fix, options } = rule;
	const lines = [
		`${strong(rule.name)}   ${severityColor(rule.severity, rule.severity)}${fixMark(rule)}`,
		'',
		...field('fires', rule.summary),
		...field('why', rule.why),
		...field('do', rule.remedy),
		...field('points', rule.points),
		...(fix === undefined ? [] : field('fix', fix.summary)),
		...field('presets', severities(rule)),
		...(clauses.length === 0 ? [] : field('clauses', clauses.join('; '))),
		...Object.entries(options ?? {}).flatMap(([name, { summary, default: value }]) =>
			field('option', `${name}: ${summary} (${JSON.stringify(value)} unless set)`),
		),
		...(rule.silenceable === false ? field('note', 'No comment and no baseline silences it.') : []),
		...(rule.language === 'en'
			? field('note', 'Only for documents in English: others are not evaluated.')
			: []),
		'',
		strong('bad:'),
		...indented(examples.bad),
		'',
		strong('good:'),
		...indented(examples.good),
		'',
	];
	return lines.map((line) => line.trimEnd()).join('\n');
}

/** The severity that each preset gives a rule. */
export function severitiesOf(rule: Rule): Readonly<Record<Preset, string>> {
	// The keys of the object literal are exactly the presets.
	const names = Object.keys(presets) as Preset[];
	return Object.fromEntries(names.map((preset) => [preset, inPreset(preset, rule)])) as Record<
		Preset,
		string
	>;
}

function severities(rule: Rule): string {
	return Object.entries(severitiesOf(rule))
		.map(([preset, severity]) => `${preset} ${severity}`)
		.join(', ');
}

function fixMark({ fix }: Rule): string {
	if (fix === undefined) return '';
	return fix.safety === 'safe' ? ', --fix mends it' : ', --fix-unsafe mends it';
}

function indented(example: string): readonly string[] {
	return example
		.trimEnd()
		.split('\n')
		.map((line) => `    ${line}`);
}
