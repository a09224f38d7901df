import { familyOf } from '../../../lint/presets.ts';
import type { Rule } from '../../../lint/rule.ts';
import { rules } from '../../../lint/rules.generated.ts';
import { jsonText } from '../../../report/json-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { chooseRules } from '../lint/choose-rules.ts';
import { explainRule, severitiesOf } from './explain-rule.ts';
import { resolveRule } from './resolve-rule.ts';

/** Longer lines are hard to read. */
const widest = 100;

/** `sop explain`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const chosen = chooseRules(context.arguments.map((word) => resolveRule(word, rules)));
	if (context.text('format') === 'json') {
		context.print(jsonText({ format: 1, rules: chosen.map(describe) }));
		return exitCode.clean;
	}
	const width = Math.max(40, Math.min(context.width, widest));
	const texts = chosen.map((rule) => explainRule(rule, width, context.colorLevel > 0));
	context.print(texts.join(`\n${'─'.repeat(40)}\n\n`));
	return exitCode.clean;
}

function describe(rule: Rule) {
	const { name, severity, summary, why, remedy, points, clauses, fix, options, examples } = rule;
	return {
		name,
		family: familyOf(name),
		severity,
		presets: severitiesOf(rule),
		summary,
		why,
		remedy,
		points,
		clauses,
		fix: fix ?? null,
		silenceable: rule.silenceable !== false,
		options: options ?? {},
		examples,
	};
}
