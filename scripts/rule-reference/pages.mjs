import { rulePage } from './family-page.mjs';
import { prose } from './prose.mjs';

/** The pages of the rule reference, by the names of their files. */
export function ruleReference({ rules, familyOf, inPreset, presets }) {
	const families = new Map();
	for (const rule of rules) {
		const family = familyOf(rule.name);
		families.set(family, [...(families.get(family) ?? []), rule]);
	}
	const pages = new Map([['README.md', overview(families, presets)]]);
	for (const [family, members] of families)
		pages.set(`${family}.md`, rulePage(family, members, Object.keys(presets), inPreset));
	return pages;
}

function overview(families, presets) {
	const count = [...families.values()].reduce((sum, members) => sum + members.length, 0);
	return `# The rules

${count} rules in ${families.size} families. \`sop explain RULE\` shows one in the terminal. This reference is generated from the rules by
\`npm run generate:docs\`.

${Object.entries(presets)
	.map(([name, summary]) => `- **${name}**: ${summary}`)
	.join('\n')}

The severities below are those of the preset \`recommended\`. *Fix*: \`sop lint --fix\` mends it; *unsafe fix*: \`sop lint --fix-unsafe\` does,
and may change what the document says.

${[...families].map(([family, members]) => overviewOf(family, members)).join('\n\n')}
`;
}

function overviewOf(family, members) {
	const lines = members.map(({ name, severity, fix, summary }) => {
		const mark = fix === undefined ? '' : fix.safety === 'safe' ? 'fix' : 'unsafe fix';
		return `| [${name}](${family}.md#${anchor(name)}) | ${severity} | ${mark} | ${cell(summary)} |`;
	});
	return `## ${family}

| rule | severity | fix | fires when |
|---|---|---|---|
${lines.join('\n')}`;
}

/** The anchor that GitHub and GitLab give a heading. */
export function anchor(heading) {
	return heading
		.toLowerCase()
		.replace(/[^a-z0-9 _-]/g, '')
		.replaceAll(' ', '-');
}

function cell(text) {
	return prose(text).replaceAll('|', '\\|');
}
