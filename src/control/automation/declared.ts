import type { Automation } from '../../model/documents.generated.ts';
import type { ProcedureFacts } from './procedure-facts.ts';
import type { Reading } from './reading.ts';
import type { ShownText } from './stability.ts';

/**
 * What a text declares under `automation`, with the version that first said so and has been repeated since, by the texts
 * of the procedure, the oldest first.
 */
export function declared<Value>(
	{ automation, ...text }: ProcedureFacts,
	texts: readonly ShownText[],
	key: keyof Automation,
	take: (automation: Automation) => Value | undefined,
): Reading<Value> {
	const value = automation === null ? undefined : take(automation);
	if (automation === null || value === undefined)
		return { how: 'not evaluated', why: `\`automation.${key}\` is not declared` };
	const same = JSON.stringify(automation[key]);
	const at = texts.findLastIndex(({ facts }) => facts?.version === text.version);
	let first: Pick<ProcedureFacts, 'version' | 'authors' | 'date'> = text;
	for (const { facts } of texts.slice(0, Math.max(0, at)).reverse()) {
		if (facts === null || JSON.stringify(facts.automation?.[key]) !== same) break;
		first = facts;
	}
	return { how: 'declared', value, who: first.authors, version: first.version, when: first.date };
}
