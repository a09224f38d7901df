import { readYaml } from '../source/read-yaml.ts';
import { yamlProse, yamlText } from '../source/yaml-text.ts';
import { roleText, toConfirm, toCover } from './document-lines.ts';
import type { Draft, DraftRole } from './draft.ts';
import { type TopLevelBlock, topLevelBlocks } from './top-level-blocks.ts';

/** What of a draft a copy takes; what is undefined stays as the template has it. */
export interface CopyDraft extends Pick<Draft, 'id' | 'date' | 'author' | 'schema' | 'reason' | 'executes'> {
	readonly title: string | undefined;
	readonly function: string | undefined;
	readonly owner: DraftRole | undefined;
	/** Name of the template, for the change log. */
	readonly from: string;
	/** Ids of the activities that the register here has; undefined where it has none, and any may be covered. */
	readonly activities?: readonly string[] | undefined;
	/** What stands for the other documents that a template may name, by the ids they have there. */
	readonly others?: ReadonlyMap<string, StandIn>;
}

/** What takes the place of a document that a template names. */
export interface StandIn {
	/** The document here that answers for the same activity; undefined where there is none yet. */
	readonly id: string | undefined;
	/** What it is called among the templates. */
	readonly title: string;
	/** The role that usually answers for it. */
	readonly owner: string;
}

/** What a copy asks beside the template where the library has no document to name. */
export const libraryQuestions = [
	'id of the SOP that says how',
	'id of the document',
	'the document that is meant',
] as const;

const documentId = /(?<![\w.-])(?:SOP|CHK)-[A-Z]{2,4}-\d{3,}(?![\w-])/g;

/**
 * The text of a template as a new document: under a new id, at version 1.0, with a change log of its own, not yet in
 * force. Another document that it names becomes the one here that answers for the same activity. Where there is none yet,
 * its usual owner gives and receives in its place, a step that would carry it out stands for itself, and everywhere else it
 * is named by its title. It covers what the register here has of its activities. Where the template comes from stays in
 * `x-source`.
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
		case 'covers':
			return coversHere(block, draft);
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
			return withOwnIds(block, draft, own);
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

/** The activities of a template that the register here does not have: a copy cannot cover them. */
export function activitiesNotHere(
	template: string,
	activities: readonly string[] | undefined,
): readonly string[] {
	return activities === undefined ? [] : coveredIn(template).filter((one) => !activities.includes(one));
}

function coveredIn(text: string): readonly string[] {
	const { value } = readYaml(text);
	const written: unknown =
		typeof value === 'object' && value !== null ? Reflect.get(value, 'covers') : undefined;
	return Array.isArray(written) ? written.map(String) : [];
}

function coversHere(block: TopLevelBlock, { activities }: CopyDraft): string {
	const written = coveredIn(block.text);
	const missing = activitiesNotHere(block.text, activities);
	if (missing.length === 0) return block.text;
	const known = written.filter((one) => !missing.includes(one));
	const list = known.map((one) => `\n  - ${yamlText(one)}`).join('');
	const whole = replaceWhole(block, list).replace('covers: \n', 'covers:\n');
	return known.length > 0 ? whole : whole.replace(/^covers:.*$/m, toCover);
}

function withOwnIds(block: TopLevelBlock, { id, others }: CopyDraft, own: string | undefined): string {
	const isHere = (other: string) => other === own || others?.get(other)?.id !== undefined;
	const named = lines(block.key)
		.reduce(
			(text, [pattern, written]) =>
				text.replace(pattern, (line: string, before: string, other: string) =>
					isHere(other) ? line : written(before, others?.get(other)),
				),
			block.text,
		)
		.replace(/^ +edition: .*\n/gm, (line) => (block.key === 'references' ? '' : line));
	return named.replace(documentId, (found) =>
		found === own ? id : (others?.get(found)?.id ?? others?.get(found)?.title ?? '<id of the document>'),
	);
}

type Line = readonly [pattern: RegExp, written: (before: string, other: StandIn | undefined) => string];

/** Lines of a section whose value is the id of another document, and what they say where it is not here. */
function lines(section: string): readonly Line[] {
	const line = (key: string) =>
		new RegExp(`^( *(?:- )?)${key}: *(?!<)(${documentId.source})[^\\n]*\\n`, 'gm');
	switch (section) {
		case 'references':
			return [
				[
					line('id'),
					(before, other) => `${before}title: ${yamlText(other?.title ?? '<the document that is meant>')}\n`,
				],
			];
		case 'inputs':
		case 'outputs': {
			const key = section === 'inputs' ? 'from' : 'to';
			return [
				[
					line(key),
					(before, other) =>
						`${before}${key}: ${other?.owner ?? '<id of the document>'}${other ? toConfirm : ''}\n`,
				],
			];
		}
		case 'procedure':
		case 'items':
			// A step that stands alone says in its own words what is done.
			return [
				[
					line('follows'),
					(before, other) =>
						other === undefined || before.includes('-') ? `${before}follows: <id of the document>\n` : '',
				],
			];
		default:
			return [];
	}
}

function ownId(template: string): string | undefined {
	const { value } = readYaml(template);
	const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
	return typeof id === 'string' ? id : undefined;
}
