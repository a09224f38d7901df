import type { Escalation, ExceptionPath } from '../../model/documents.generated.ts';
import { rows } from '../../model/several.ts';
import { joinWords } from './join-words.ts';
import type { Page } from './page.ts';

/** An escalation of section 10: who is told, one after another, and by when. */
export function writeEscalation(page: Page, escalation: Escalation): void {
	writeWay(page, escalation);
	for (const { role, within } of rows(escalation.to))
		page.line(`tell ${role ?? '(nobody named)'} within ${within ?? '(no time)'}`, 4, 6);
	writeReturn(page, escalation);
}

/** An exception of section 11: when, what then, who allows it, until when. */
export function writeException(page: Page, exception: ExceptionPath): void {
	writeWay(page, exception);
	page.field('approved by', joinWords(exception.approved_by), 4);
	page.field('limit', exception.limit, 4);
	writeReturn(page, exception);
}

function writeWay(page: Page, way: Escalation | ExceptionPath): void {
	page.line(`• ${way.id ?? ''}: ${way.when ?? ''}`, 2, 4);
	page.field('at', joinWords(way.at), 4);
	page.field('do', way.do, 4);
}

function writeReturn(page: Page, { goto, resume }: Escalation | ExceptionPath): void {
	const next = goto ?? resume;
	page.field('then', next === undefined ? undefined : `→ ${next}`, 4);
}
