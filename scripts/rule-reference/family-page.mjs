import { prose } from './prose.mjs';

/** The page of one family of rules. */
export function rulePage(family, rules, presets, inPreset) {
	return `# Rules: ${family}

[All rules](README.md)

${rules.map((rule) => section(rule, presets, inPreset)).join('\n')}`;
}

function section(rule, presets, inPreset) {
	const { name, summary, why, remedy, points, clauses, fix, options = {}, examples } = rule;
	const severities = presets.map((preset) => `${preset}: ${inPreset(preset, rule)}`).join(', ');
	const facts = [
		`**Severity**: ${severities}`,
		`**Why**: ${why}`,
		`**What to do**: ${remedy}`,
		`**Points**: ${points}`,
		fix && `**${fix.safety === 'safe' ? 'Fix' : 'Unsafe fix'}**: ${fix.summary}`,
		clauses.length > 0 && `**Clauses**: ${clauses.join('; ')}`,
		rule.silenceable === false && 'No comment and no baseline silences it.',
		rule.language === 'en' && 'Only for documents in English; not evaluated for others.',
		...Object.entries(options).map(
			([option, { summary: what, default: value }]) =>
				`**Option \`${option}\`**: ${what} Unless set: \`${JSON.stringify(value)}\`.`,
		),
	].filter(Boolean);
	return `## ${name}

${prose(summary)}

${facts.map((fact) => `- ${prose(fact)}`).join('\n')}

Bad:

${fenced(examples.bad)}

Good:

${fenced(examples.good)}
`;
}

/** A block of YAML, its fence longer than any in it. */
function fenced(text) {
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}yaml\n${text.trimEnd()}\n${fence}`;
}
