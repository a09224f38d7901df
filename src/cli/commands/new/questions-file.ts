import type { OpenLibrary } from '../../../library/open-library.ts';
import { rows } from '../../../model/several.ts';
import { answerFile } from '../../../scaffold/questions/answer-file.ts';
import { openQuestions } from '../../../scaffold/questions/open-questions.ts';
import { namedRoles } from '../../../scaffold/questions/rename-roles.ts';
import type { Template } from '../../../scaffold/template.ts';
import type { NewDocument } from './make-document.ts';

/** A file of answers for what a new document asks: placeholders, values to confirm, and the roles that it names. */
export function questionsFile(
	library: OpenLibrary,
	made: NewDocument,
	template: Template,
	author: string | undefined,
): string {
	return answerFile(openQuestions(made.text), {
		call: `sop new ${template.name}${template.text === undefined ? ` --kind ${template.kind}` : ''}`,
		title: made.title,
		author,
		roles: namedRoles(made.text).map((id) => ({ id, isKnown: isRole(library, id) })),
	});
}

/** Whether a role stands in the register; where it is empty, any does. */
function isRole({ registers }: OpenLibrary, id: string): boolean {
	const roles = rows(registers.roles?.roles);
	return roles.length === 0 || roles.some((role) => role.id === id);
}
