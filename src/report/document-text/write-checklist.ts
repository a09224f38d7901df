import type { Checklist, ChecklistItem } from '../../model/documents.generated.ts';
import { rows, several } from '../../model/several.ts';
import { conditionWords } from './condition-words.ts';
import { dueWords } from './due-words.ts';
import { joinParts, joinWords } from './join-words.ts';
import type { Page } from './page.ts';
import { writeApproval, writeChangeLog } from './write-control.ts';
import { writeException } from './write-ways-out.ts';

/** A checklist below its header: schedule, items, exceptions, and how the document itself is controlled. */
export function writeChecklist(page: Page, checklist: Checklist): void {
	const due = dueWords(checklist.schedule?.due);
	page.field('executes', checklist.executes);
	page.field('schedule', joinParts(checklist.schedule?.rule, due && `due ${due}`));
	page.heading('Items');
	for (const [index, item] of rows(checklist.items).entries()) writeItem(page, item, index + 1);
	page.heading('Exceptions');
	if (rows(checklist.exceptions).length === 0) page.line('(none of its own)', 2);
	for (const exception of rows(checklist.exceptions)) writeException(page, exception);
	page.heading('Change log');
	writeChangeLog(page, rows(checklist.change_log));
	page.heading('Approval');
	writeApproval(page, checklist.approval);
}

function writeItem(page: Page, item: ChecklistItem, number: number): void {
	page.line(`☐ ${number}. ${item.id ?? ''}: ${item.do ?? ''}`, 2, 6);
	const field = (label: string, value: string | undefined) => page.field(label, value, 6);
	field('by', joinWords(item.by, ' or '));
	field('reviewed by', joinWords(item.reviewed_by, ' or '));
	field('only if', conditionWords(item.only_if));
	field('waits for', joinWords(item.waits_for, ' and '));
	field('carries out', item.follows);
	field('done when', joinWords(item.done_when, '; '));
	field('due', dueWords(item.due));
	field('at most', item.sla);
	for (const { id, name, type, unit } of rows(item.values))
		field('write down', joinParts(id, name, type, unit && `in ${unit}`));
	for (const { left, right, tolerance } of rows(item.ties))
		field('must tie', `${left ?? ''} = ${right ?? ''}${tolerance === undefined ? '' : ` ± ${tolerance}`}`);
	for (const one of several(item.evidence)) {
		if (typeof one === 'string') field('evidence', one);
		else field('evidence', joinParts(one.name, one.required && 'required'));
	}
	field('if not possible', item.on_exception);
}
