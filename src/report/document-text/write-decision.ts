import type { Branch, Decision } from '../../model/documents.generated.ts';
import { rows, several } from '../../model/several.ts';
import { branchWords } from './condition-words.ts';
import { joinParts, joinWords } from './join-words.ts';
import type { Page } from './page.ts';

/** A decision of section 8: its question, and where each answer leads. */
export function writeDecision(page: Page, decision: Decision, indent: number): void {
	page.line(`◆ ${decision.id ?? ''}: ${decision.question ?? ''}`, indent, indent + 2);
	page.field('taken', takenWhen(decision), indent + 2);
	for (const branch of rows(decision.branches)) {
		const outcome = outcomeWords(branch, decision) || '(nothing said)';
		page.line(`– ${branchWords(branch, decision)}: ${outcome}`, indent + 2, indent + 4);
	}
}

function takenWhen({ after, at }: Decision): string | undefined {
	if (after !== undefined) return `when ${after} is done`;
	const steps = joinWords(at, ' or ');
	return steps === '' ? undefined : `any time while ${steps} is open`;
}

function outcomeWords(branch: Branch, decision: Decision): string {
	const given = Object.entries(branch.gives ?? {}).map(
		([name, value]) => `${name} = ${several(value).map(String).join(' or ')}`,
	);
	const next = branch.goto ?? decision.next;
	return joinParts(...given, next && `→ ${next}`);
}
