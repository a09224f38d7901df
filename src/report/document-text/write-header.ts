import type { Classification } from '../../model/classification.ts';
import type { Checklist, Sop } from '../../model/documents.generated.ts';
import { rows } from '../../model/several.ts';
import { dueWords } from './due-words.ts';
import { joinWords } from './join-words.ts';
import type { Page } from './page.ts';

/** What stands above the first section: id, title, class, version, owner and what else the header says. */
export function writeHeader(
	page: Page,
	document: Sop & Checklist,
	{ digest, classification }: { readonly digest: string; readonly classification: Classification },
): void {
	page.title(`${document.id ?? '(no id)'}  ${document.title ?? '(no title)'}`);
	page.warning(`Classification: ${classification}`);
	page.field('version', `${document.version ?? '(none)'}`);
	page.field('digest', digest);
	page.field('function', document.function);
	page.field('owner', document.owner);
	page.field('effective', document.effective ?? 'from the last required signature on');
	page.field('due', dueWords(document.run_due));
	page.field('retention', document.retention);
	page.field('covers', joinWords(document.covers));
	for (const { control, how } of rows(document.satisfies))
		page.field('satisfies', [control, how].filter(Boolean).join(': '));
}
