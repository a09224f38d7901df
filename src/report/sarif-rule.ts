import type { RuleDescription } from './reporter.ts';

/** A SARIF reportingDescriptor of a rule; of its bare name where nothing more is known. */
export function sarifRule(name: string, rule: RuleDescription | undefined): object {
	if (rule === undefined) return { id: name };
	return {
		id: name,
		shortDescription: { text: rule.summary },
		fullDescription: { text: rule.why },
		help: {
			text: `Why it matters: ${rule.why}\nWhat to do: ${rule.remedy}`,
			markdown: `**Why it matters**: ${rule.why}\n\n**What to do**: ${rule.remedy}`,
		},
		...(rule.docsUrl === undefined ? {} : { helpUri: rule.docsUrl }),
		defaultConfiguration: { level: rule.severity },
		properties: {
			tags: [name.split('/')[0]],
			'problem.severity': rule.severity,
			fixable: rule.fixSafety !== null,
			...(rule.fixSafety === null ? {} : { fixSafety: rule.fixSafety }),
		},
	};
}
