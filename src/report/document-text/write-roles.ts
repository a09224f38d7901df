import type { Sop } from '../../model/documents.generated.ts';
import { responsibilityMatrix } from '../../model/raci.ts';
import { rows } from '../../model/several.ts';
import { joinParts, joinWords } from './join-words.ts';
import type { Page } from './page.ts';

/** Section 4: each role with its duty, then who is responsible and accountable for each step. */
export function writeRoles(page: Page, sop: Sop): void {
	for (const { id, role, duty, external, contact } of rows(sop.roles)) {
		const about = joinParts(role && role !== id && role, external && 'outside', contact);
		page.line(`• ${id ?? ''}${about === '' ? '' : ` (${about})`}${duty ? `: ${duty}` : ''}`, 2, 4);
	}
	const matrix = responsibilityMatrix(sop);
	if (matrix.length === 0) return;
	page.line('');
	page.line('Who answers for what:', 2);
	for (const row of matrix) {
		page.line(`• ${row.name}`, 2, 4);
		page.field('responsible', joinWords(row.responsible) || '(nobody)', 4);
		page.field('accountable', joinWords(row.accountable) || '(nobody)', 4);
		page.field('consulted', joinWords(row.consulted), 4);
		page.field('informed', joinWords(row.informed), 4);
	}
}
