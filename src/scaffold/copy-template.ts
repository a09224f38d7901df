import { readYaml } from '../source/read-yaml.ts';
import { yamlProse, yamlText } from '../source/yaml-text.ts';
import { roleText } from './document-lines.ts';
import type { Draft, DraftRole } from './draft.ts';
import { type TopLevelBlock, topLevelBlocks } from './top-level-blocks.ts';

/** What of a draft a copy takes; what is undefined stays as the template has it. */
export interface CopyDraft extends Pick<Draft, 'id' | 'date' | 'author' | 'schema' | 'reason' | 'executes'> {
	readonly title: string | undefined;
	readonly function: string | undefined;
	readonly owner: DraftRole | undefined;
	/** Name of the template, for the change log. */
	readonly from: string;
}

const documentId = /(?<![\w.-])(?:SOP|CHK)-[A-Z]{2,4}-\d{3,}(?![\w-])/g;

/**
 * The text of a template as a new document: under a new id, at version 1.0, with a change log of its own, not yet in
 * force. Names of other documents become placeholders, since the new library does not have them; where it comes from
 * stays in `x-source`.
 */
export function copyTemplate(template: string, draft: CopyDraft): string {
	const blocks = topLevelBlocks(template);
	const head = draft.schema === undefined ? '' : `# yaml-language-server: $schema=${draft.schema}\n`;
	const own = ownId(template);
	return head + blocks.map((block) => copyBlock(block, draft, own)).join('');
}

function copyBlock(block: TopLevelBlock, draft: CopyDraft, own: string | undefined): string {
	const replaced = (value: string) =>
		block.text.replace(/^(?<key>[\w-]+):.*$/m, () => `${block.key}: ${value}`);
	switch (block.key) {
		case '':
			return block.text.replace(/^# yaml-language-server:.*\n/m, '');
		case 'id':
			return replaced(yamlText(draft.id));
		case 'title':
			return draft.title === undefined ? block.text : replaceWhole(block, yamlText(draft.title));
		case 'function':
			return draft.function === undefined ? block.text : replaced(yamlText(draft.function));
		case 'owner':
			return draft.owner === undefined ? block.text : replaced(roleText(draft.owner));
		case 'version':
			return replaced('"1.0"');
		case 'effective':
			return '';
		case 'executes':
			return replaced(
				draft.executes === undefined ? '<id of the SOP that says how>' : roleText(draft.executes),
			);
		case 'change_log':
			return changeLog(block, draft);
		case 'x-source':
			return block.text;
		default:
			return withoutOtherIds(block, draft.id, own);
	}
}

function replaceWhole(block: TopLevelBlock, value: string): string {
	const comments = block.text.slice(0, block.text.search(/^[A-Za-z_]/m));
	const blank = /\n(?<gap>\s*)$/.exec(block.text)?.groups?.['gap'] ?? '';
	return `${comments}${block.key}: ${value}\n${blank}`;
}

function changeLog(block: TopLevelBlock, draft: CopyDraft): string {
	return replaceWhole(
		block,
		[
			'',
			'  - version: "1.0"',
			`    date: ${draft.date}`,
			`    author: ${yamlText(draft.author ?? '<who wrote it>')}`,
			`    what: First version, from the template ${draft.from}`,
			`    why: ${yamlProse(draft.reason ?? '<why it is written now>', 6)}`,
		].join('\n'),
	).replace('change_log: \n', 'change_log:\n');
}

/** Section 13 may name a document without an id; everywhere else the place of an id waits for one. */
function withoutOtherIds(block: TopLevelBlock, id: string, own: string | undefined): string {
	const inSection13 =
		block.key === 'references'
			? block.text
					.replace(/^(?<dash>\s*- )id: *(?!<)(?<other>\S+)[^\n]*$/gm, (line, dash: string, other: string) =>
						other === own ? line : `${dash}title: <the document that is meant>`,
					)
					.replace(/^ +edition: .*\n/gm, '')
			: block.text;
	return inSection13.replace(documentId, (found) => (found === own ? id : '<id of the document>'));
}

function ownId(template: string): string | undefined {
	const { value } = readYaml(template);
	const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
	return typeof id === 'string' ? id : undefined;
}
