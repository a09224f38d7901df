import type {
	Branch,
	ChangeLogRow,
	Checklist,
	ChecklistItem,
	Condition,
	ConditionForm,
	Decision,
	Due,
	Escalation,
	ExceptionPath,
	Sop,
	Step,
} from '../model/documents.generated.ts';
import { responsibilityMatrix } from '../model/raci.ts';
import { sections } from '../model/sections.ts';
import { rows, several } from '../model/several.ts';
import { inertText } from './inert-text.ts';
import { wrapText } from './wrap-text.ts';

export interface DocumentTextOptions {
	/** Cells in a line. */
	readonly width: number;
	/** Digest of the content shown. */
	readonly digest: string;
}

/** A document for reading in a terminal: header, then its sections in order, each step with its decision below it. */
export function documentText(document: Sop & Checklist, options: DocumentTextOptions): string {
	const page = new Page(Math.max(40, Math.min(options.width, 100)));
	page.line(`${document.id ?? '(no id)'}  ${document.title ?? ''}`);
	page.field('version', `${document.version ?? '(none)'}   ${options.digest}`);
	page.field('owner', document.owner);
	page.field('effective', document.effective ?? 'from the last required signature on');
	page.field('class', document.classification);
	page.field('retention', document.retention);
	page.field('covers', several(document.covers).join(', '));
	if (document.items !== undefined) checklist(page, document);
	else
		for (const section of sections)
			sopSection(page, document, section.number, `${section.number} ${section.name}`);
	return page.text();
}

/** Lines of a page, wrapped and harmless to a terminal. */
class Page {
	readonly #lines: string[] = [];
	readonly #width: number;

	constructor(width: number) {
		this.#width = width;
	}

	line(text: string, indent = 0, hanging = indent): void {
		const words = inertText(text.replace(/\s+/g, ' ').trim());
		for (const [index, part] of wrapText(words, this.#width - Math.max(indent, hanging)).entries()) {
			this.#lines.push(' '.repeat(index === 0 ? indent : hanging) + part);
		}
	}

	/** A label and a value under one another; nothing where there is no value. */
	field(label: string, value: string | undefined, indent = 2): void {
		if (value === undefined || value === '') return;
		this.line(`${label}: ${value}`, indent, indent + 4);
	}

	heading(text: string): void {
		this.#lines.push('', text, '');
	}

	text(): string {
		return `${this.#lines.join('\n').trimEnd()}\n`;
	}
}

function sopSection(page: Page, sop: Sop, number: number, heading: string): void {
	page.heading(heading);
	const key = sections[number - 1]?.key;
	const content: unknown = key === undefined ? undefined : sop[key];
	if (typeof content === 'object' && content !== null && 'not_applicable' in content) {
		page.line(`Not applicable: ${String(content.not_applicable)}`, 2);
		return;
	}
	if (content === undefined || content === null) {
		page.line('(not written)', 2);
		if (number !== 6) return;
	}
	writers[number]?.(page, sop);
}

const writers: Readonly<Record<number, (page: Page, sop: Sop) => void>> = {
	1: (page, { purpose }) => {
		page.line(purpose?.why ?? '', 2);
		for (const one of several(purpose?.in_scope)) page.line(`in scope: ${one}`, 2, 4);
		for (const one of several(purpose?.out_of_scope)) page.line(`out of scope: ${one}`, 2, 4);
	},
	2: (page, { regulations }) => {
		for (const one of rows(regulations))
			page.line(`• ${[one.cite, one.title, one.issuer, one.edition].filter(Boolean).join(', ')}`, 2, 4);
	},
	3: (page, { definitions }) => {
		for (const { term, means } of rows(definitions)) page.line(`• ${term ?? ''}: ${means ?? ''}`, 2, 4);
	},
	4: (page, sop) => {
		for (const { id, duty, external } of rows(sop.roles))
			page.line(`• ${id ?? ''}${external ? ' (outside)' : ''}: ${duty ?? ''}`, 2, 4);
		for (const row of responsibilityMatrix(sop)) {
			const parts = [
				`responsible ${row.responsible.join(', ') || '–'}`,
				`accountable ${row.accountable.join(', ') || '–'}`,
				...(row.consulted.length > 0 ? [`consulted ${row.consulted.join(', ')}`] : []),
				...(row.informed.length > 0 ? [`informed ${row.informed.join(', ')}`] : []),
			];
			page.line(`${row.name}: ${parts.join('; ')}`, 4, 6);
		}
	},
	5: (page, { tools }) => {
		for (const { name, use, access } of rows(tools))
			page.line(`• ${name ?? ''}: ${[use, access].filter(Boolean).join(', ')}`, 2, 4);
	},
	6: (page, { inputs, outputs }) => {
		for (const one of rows(inputs)) {
			page.line(
				`in   ${one.id ?? ''}: ${[one.name, one.type, one.unit, one.from && `from ${one.from}`].filter(Boolean).join(', ')}`,
				2,
				7,
			);
		}
		for (const one of rows(outputs)) {
			const to = several(one.handoff?.to).join(', ');
			page.line(
				`out  ${one.id ?? ''}: ${[one.name, to && `to ${to}`, one.handoff?.protocol].filter(Boolean).join(', ')}`,
				2,
				7,
			);
		}
	},
	7: (page, sop) => {
		rows(sop.procedure).forEach((step, index) => {
			writeStep(page, step, index + 1);
			for (const decision of rows(sop.decisions))
				if (decision.after === step.id) writeDecision(page, decision, 6);
		});
	},
	8: (page, sop) => {
		for (const decision of rows(sop.decisions)) writeDecision(page, decision, 2);
	},
	9: (page, { quality }) => {
		for (const one of rows(quality)) {
			page.line(`• ${one.id ?? ''}: ${one.check ?? ''}`, 2, 4);
			page.field('at', several(one.at).join(', ') || one.every, 4);
			page.field('by', several(one.by).join(', '), 4);
			page.field('accepted when', several(one.accept).join('; '), 4);
			page.field('evidence', several(one.evidence).join('; '), 4);
		}
	},
	10: (page, { escalation }) => {
		for (const one of rows(escalation)) writeEscalation(page, one);
	},
	11: (page, { exceptions }) => {
		for (const one of rows(exceptions)) writeException(page, one);
	},
	12: (page, { training }) => {
		for (const one of rows(training)) {
			page.line(
				`• ${several(one.for).join(', ')}: ${[one.what, one.how, one.every && `every ${one.every}`].filter(Boolean).join(', ')}`,
				2,
				4,
			);
		}
	},
	13: (page, { references }) => {
		for (const one of rows(references))
			page.line(`• ${[one.id ?? one.file ?? one.url, one.title, one.how].filter(Boolean).join(', ')}`, 2, 4);
	},
	14: (page, { change_log }) => writeChangeLog(page, rows(change_log)),
	15: (page, { approval }) => writeApproval(page, approval),
};

function checklist(page: Page, document: Checklist): void {
	page.field('executes', document.executes);
	page.field(
		'schedule',
		[document.schedule?.rule, dueText(document.schedule?.due)].filter(Boolean).join(', due '),
	);
	page.heading('Items');
	rows(document.items).forEach((item, index) => {
		writeItem(page, item, index + 1);
	});
	page.heading('Exceptions');
	for (const one of rows(document.exceptions)) writeException(page, one);
	page.heading('Change log');
	writeChangeLog(page, rows(document.change_log));
	page.heading('Approval');
	writeApproval(page, document.approval);
}

function writeStep(page: Page, step: Step, number: number): void {
	page.line(`${`${number}.`.padEnd(4)}${step.id ?? ''}: ${step.do ?? ''}`, 2, 6);
	page.field('why', step.why, 6);
	page.field('begins', several(step.trigger).join('; '), 6);
	page.field('by', several(step.by).join(' or ') || several(step.together).join(' and '), 6);
	page.field('only if', conditionText(step.only_if), 6);
	page.field('waits for', several(step.waits_for).join(', '), 6);
	page.field('uses', several(step.uses).join(', '), 6);
	page.field('needs', several(step.needs).join(', '), 6);
	page.field('gives', several(step.gives).join(', '), 6);
	page.field('carries out', step.follows, 6);
	page.field('done when', several(step.done_when).join('; '), 6);
	page.field('due', dueText(step.due), 6);
	for (const row of several(step.timeout))
		page.field(`after ${row.within ?? '?'}`, row.goto === undefined ? row.do : `→ ${row.goto}`, 6);
	page.field(
		'next',
		several(step.next)
			.map((one) => `→ ${one}`)
			.join(', '),
		6,
	);
}

function writeItem(page: Page, item: ChecklistItem, number: number): void {
	page.line(`☐ ${number}. ${item.id ?? ''}: ${item.do ?? ''}`, 2, 6);
	page.field('by', several(item.by).join(' or '), 6);
	page.field('reviewed by', several(item.reviewed_by).join(' or '), 6);
	page.field('only if', conditionText(item.only_if), 6);
	page.field('waits for', several(item.waits_for).join(', '), 6);
	page.field('follows', item.follows, 6);
	page.field('done when', several(item.done_when).join('; '), 6);
	page.field('due', dueText(item.due), 6);
	page.field('if not possible', item.on_exception, 6);
}

function writeDecision(page: Page, decision: Decision, indent: number): void {
	page.line(`◆ ${decision.id ?? ''}: ${decision.question ?? ''}`, indent, indent + 2);
	page.field(
		'taken',
		decision.after === undefined
			? several(decision.at)
					.map((one) => `at ${one}`)
					.join(', ')
			: `after ${decision.after}`,
		indent + 2,
	);
	for (const branch of rows(decision.branches)) {
		const goto = branch.goto ?? decision.next;
		const gives = Object.entries(branch.gives ?? {}).map(
			([name, value]) => `${name} = ${several(value).join(', ')}`,
		);
		const outcome = [...gives, ...(goto === undefined ? [] : [`→ ${goto}`])].join(', ');
		page.line(`${branchText(branch, decision)}  ${outcome}`, indent + 2, indent + 6);
	}
}

function branchText(branch: Branch, decision: Decision): string {
	if (branch.if !== undefined) return branch.if;
	if (branch.otherwise !== undefined)
		return branch.otherwise === true ? 'otherwise' : `otherwise: ${String(branch.otherwise)}`;
	return formText({
		...branch,
		...(decision.input === undefined ? {} : { input: decision.input }),
		inputs: decision.inputs ?? [],
	});
}

function formText(form: Partial<ConditionForm>): string {
	if (form.test !== undefined) {
		const names = several(form.inputs);
		const tests = several(form.test);
		return (
			tests
				.map((test, index) => (test === '-' ? undefined : `${names[index] ?? form.input ?? ''} ${test}`))
				.filter(Boolean)
				.join(' and ') || 'any'
		);
	}
	const limits = (['at_least', 'above', 'at_most', 'below'] as const)
		.filter((key) => form[key] !== undefined)
		.map((key) => `${key.replace('_', ' ')} ${form[key]}`);
	const is = form.is === undefined ? [] : [`is ${several(form.is).join(' or ')}`];
	return [form.input, [...limits, ...is].join(' and ')].filter(Boolean).join(' ');
}

function conditionText(condition: Condition | undefined): string | undefined {
	if (condition === undefined || typeof condition === 'string') return condition;
	if (condition.any !== undefined) return condition.any.map(formText).join(' or ');
	return formText(condition);
}

function writeEscalation(page: Page, one: Escalation): void {
	page.line(`• ${one.id ?? ''}: ${one.when ?? ''} ${one.do ?? ''}`, 2, 4);
	page.field('at', several(one.at).join(', '), 4);
	for (const { role, within } of rows(one.to))
		page.line(`to ${role ?? ''} within ${within ?? '(no time)'}`, 4, 6);
	page.field('then', one.goto ?? one.resume, 4);
}

function writeException(page: Page, one: ExceptionPath): void {
	page.line(`• ${one.id ?? ''}: ${one.when ?? ''} ${one.do ?? ''}`, 2, 4);
	page.field('at', several(one.at).join(', '), 4);
	page.field('approved by', several(one.approved_by).join(', '), 4);
	page.field('limit', one.limit, 4);
	page.field('then', one.goto ?? one.resume, 4);
}

function writeChangeLog(page: Page, log: readonly ChangeLogRow[]): void {
	for (const row of log) {
		page.line(
			`${row.version ?? ''}  ${row.date ?? ''}  ${several(row.author).join(', ')}: ${row.what ?? ''}${row.why ? ` (${row.why})` : ''}`,
			2,
			6,
		);
	}
}

function writeApproval(page: Page, approval: Sop['approval']): void {
	for (const { role, meaning } of rows(approval?.signatures))
		page.line(`• ${role ?? ''}: ${meaning ?? ''}`, 2, 4);
	page.field('review every', approval?.review?.every);
	page.field('review on', several(approval?.review?.events).join(', '));
}

function dueText(due: Due | undefined): string | undefined {
	if (due === undefined || typeof due === 'string') return due;
	const { within, at_least, before, after } = due;
	const span =
		within === undefined ? (at_least === undefined ? '' : `at least ${at_least}`) : `within ${within}`;
	return [span, before === undefined ? '' : `before ${before}`, after === undefined ? '' : `after ${after}`]
		.filter(Boolean)
		.join(' ');
}
