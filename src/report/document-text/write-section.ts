import type { Sop } from '../../model/documents.generated.ts';
import type { Section, SectionNumber } from '../../model/sections.ts';
import { rows } from '../../model/several.ts';
import { joinParts, joinWords } from './join-words.ts';
import type { Page } from './page.ts';
import { writeApproval, writeChangeLog } from './write-control.ts';
import { writeDecision } from './write-decision.ts';
import { writeInputs } from './write-inputs.ts';
import { writeRoles } from './write-roles.ts';
import { belowStep, writeStep } from './write-step.ts';
import { writeEscalation, writeException } from './write-ways-out.ts';

/** One of the fifteen sections with its number and name, also where it is not written or set aside. */
export function writeSection(page: Page, sop: Sop, section: Section): void {
	page.heading(`${section.number} ${section.name}`);
	const keys = section.number === 6 ? (['inputs', 'outputs'] as const) : [section.key];
	const contents = keys.map((key): unknown => sop[key]).filter(isWritten);
	for (const content of contents) {
		if (typeof content === 'object' && content !== null && 'not_applicable' in content)
			page.line(`Not applicable: ${String(content.not_applicable ?? '(no reason)')}`, 2, 4);
	}
	if (contents.length === 0) page.line('(not written)', 2);
	writers[section.number](page, sop);
}

function isWritten(content: unknown): boolean {
	return content !== undefined && content !== null && !(Array.isArray(content) && content.length === 0);
}

const writers: Readonly<Record<SectionNumber, (page: Page, sop: Sop) => void>> = {
	1: (page, { purpose }) => {
		if (purpose?.why) page.line(purpose.why, 2);
		for (const one of rows(purpose?.in_scope)) page.line(`in scope: ${one}`, 2, 4);
		for (const one of rows(purpose?.out_of_scope)) page.line(`out of scope: ${one}`, 2, 4);
	},
	2: (page, { regulations }) => {
		for (const { cite, title, issuer, edition } of rows(regulations))
			page.line(`• ${joinParts(cite, title, issuer, edition && `edition ${edition}`)}`, 2, 4);
	},
	3: (page, { definitions }) => {
		for (const { term, means } of rows(definitions)) page.line(`• ${term ?? ''}: ${means ?? ''}`, 2, 4);
	},
	4: writeRoles,
	5: (page, { tools }) => {
		for (const { name, use, access } of rows(tools))
			page.line(`• ${name ?? ''}: ${joinParts(use, access)}`, 2, 4);
	},
	6: writeInputs,
	7: (page, sop) => {
		for (const [index, step] of rows(sop.procedure).entries()) {
			writeStep(page, step, index + 1);
			for (const decision of rows(sop.decisions))
				if (step.id !== undefined && decision.after === step.id) writeDecision(page, decision, belowStep);
		}
	},
	8: (page, { decisions }) => {
		for (const decision of rows(decisions)) writeDecision(page, decision, 2);
	},
	9: (page, { quality }) => {
		for (const one of rows(quality)) {
			page.line(`• ${one.id ?? ''}: ${one.check ?? ''}`, 2, 4);
			page.field('at', joinWords(one.at), 4);
			page.field('every', one.every, 4);
			page.field('by', joinWords(one.by, ' or '), 4);
			page.field('accepted when', joinWords(one.accept, '; '), 4);
			page.field('evidence', joinWords(one.evidence, '; '), 4);
		}
	},
	10: (page, { escalation }) => {
		for (const one of rows(escalation)) writeEscalation(page, one);
	},
	11: (page, { exceptions }) => {
		for (const one of rows(exceptions)) writeException(page, one);
	},
	12: (page, { training }) => {
		for (const { for: roles, what, how, every } of rows(training))
			page.line(`• ${joinWords(roles)}: ${joinParts(what, how, every && `every ${every}`)}`, 2, 4);
	},
	13: (page, { references }) => {
		for (const { id, file, url, title, how, edition } of rows(references))
			page.line(`• ${joinParts(id, file, url, title, how, edition && `edition ${edition}`)}`, 2, 4);
	},
	14: (page, { change_log }) => writeChangeLog(page, rows(change_log)),
	15: (page, { approval }) => writeApproval(page, approval),
};
