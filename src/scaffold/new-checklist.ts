import { yamlProse, yamlText } from '../source/yaml-text.ts';
import type { ExceptionAnswer } from './answers.ts';
import {
	asText,
	closingLines,
	headerLines,
	heading,
	roleText,
	toConfirm,
	toCover,
} from './document-lines.ts';
import type { Draft } from './draft.ts';
import { roleId } from './procedure-parts.ts';
import { slugGiver } from './slug.ts';

/** The text of a new checklist: schedule, two items, an exception for them, change log and approval. */
export function newChecklist(draft: Draft): string {
	const slug = slugGiver(['end', 'first', 'second']);
	const answers: readonly ExceptionAnswer[] =
		draft.exceptions.length > 0
			? draft.exceptions
			: [{ when: '<what may keep it from being done>', do: '<what is done then>' }];
	const exceptions = answers.map((answer) => ({
		...answer,
		id: answer.when.startsWith('<') ? 'delayed' : slug(answer.when, 'exception'),
	}));
	const path = exceptions[0]?.id ?? 'delayed';
	const performer = roleText(draft.performer);
	return asText([
		...headerLines(draft, 'checklist', [
			`executes: ${draft.executes === undefined ? '<id of the SOP that says how>' : roleText(draft.executes)}`,
			toCover,
		]),
		'\n# When a run begins (RFC 5545: FREQ=WEEKLY, FREQ=MONTHLY;BYMONTHDAY=15), and when it must be done',
		'schedule:',
		`  rule: FREQ=MONTHLY${toConfirm}`,
		`  due: 5 business days${toConfirm}`,
		heading(7, 'one row for each item; each says who does it, how one sees that it is done, and by when'),
		'items:',
		...['first', 'second'].flatMap((id) => [
			`  - id: ${id}`,
			'    do: <Verb first and then what is done>',
			`    by: ${performer}`,
			...(id === 'second' ? ['    waits_for:', '      - first'] : []),
			'    done_when: <how anyone can see that it is done>',
			`    due: ${id === 'first' ? 2 : 5} business days${toConfirm}`,
			`    on_exception: ${yamlText(path)}`,
			`    reviewed_by: ${yamlText(draft.approver.id)}`,
		]),
		heading(11, 'what may be out of the ordinary, who allows it, until when, and where work goes on'),
		'exceptions:',
		...exceptions.flatMap(({ id, when, do: action, allowed_by, until }) => [
			`  - id: ${yamlText(id)}`,
			`    when: ${yamlProse(when, 6)}`,
			`    do: ${yamlProse(action, 6)}`,
			`    approved_by: ${allowed_by === undefined ? `${yamlText(draft.approver.id)}${toConfirm}` : yamlText(roleId(allowed_by))}`,
			`    limit: ${until === undefined ? `once${toConfirm}` : yamlText(until)}`,
			'    resume: first',
		]),
		...closingLines(draft),
	]);
}
