import type { Approval, ChangeLogRow } from '../../model/documents.generated.ts';
import { rows } from '../../model/several.ts';
import { joinWords } from './join-words.ts';
import type { Page } from './page.ts';

/** The rows of section 14. */
export function writeChangeLog(page: Page, log: readonly ChangeLogRow[]): void {
	for (const row of log) {
		page.line(
			`• ${row.version ?? '(no version)'}  ${row.date ?? '(no date)'}  ${joinWords(row.author)}: ${row.what ?? ''}`,
			2,
			4,
		);
		page.field('why', row.why, 4);
		page.field('with', joinWords(row.contributors), 4);
		page.field('affects', joinWords(row.affects), 4);
		page.field('answers', joinWords(row.answers), 4);
		page.field('training', row.retrain ? 'everybody concerned is trained again' : undefined, 4);
	}
}

/** Section 15: the lines to be signed, and when the document is reviewed. */
export function writeApproval(page: Page, approval: Approval | null | undefined): void {
	for (const { role, meaning } of rows(approval?.signatures))
		page.line(`• ${role ?? '(nobody named)'} signs for ${meaning ?? '(nothing said)'}`, 2, 4);
	page.field('review every', approval?.review?.every);
	page.field('review on', joinWords(approval?.review?.events));
}
