import { inertText } from './inert-text.ts';
import { markdownText } from './markdown-text.ts';

/** One question of an agenda, with what there is to look at. */
export interface AgendaTopic {
	readonly topic: string;
	readonly items: readonly string[];
	/** Why nobody can tell; null where the items are all there is. */
	readonly notEvaluated: string | null;
}

/** A part of an agenda: what is about one document, or about all of them together. */
export interface AgendaPart {
	/** Null for all of them together. */
	readonly document: string | null;
	readonly title: string | null;
	readonly owner: string | null;
	readonly topics: readonly AgendaTopic[];
}

/** What a meeting has to look at. */
export interface Agenda {
	readonly heading: string;
	readonly parts: readonly AgendaPart[];
}

/** An agenda as text for a terminal: no text of a document can act on it. */
export function agendaText({ heading, parts }: Agenda): string {
	return written(parts, heading, {
		title: (words) => `\n${inertText(words)}\n`,
		topic: (words) => `  ${inertText(words)}\n`,
		item: (words) => `    ${inertText(words)}\n`,
		none: '    none\n',
	});
}

/** An agenda as Markdown for a note or an issue: no text of a document is markup, link or mention. */
export function agendaMarkdown({ heading, parts }: Agenda): string {
	return `# ${written(parts, markdownText(heading), {
		title: (words) => `\n## ${markdownText(words)}\n`,
		topic: (words) => `\n**${markdownText(words)}**\n\n`,
		item: (words) => `- ${markdownText(words)}\n`,
		none: '- none\n',
	})}`;
}

interface Form {
	readonly title: (words: string) => string;
	readonly topic: (words: string) => string;
	readonly item: (words: string) => string;
	readonly none: string;
}

function written(parts: readonly AgendaPart[], heading: string, form: Form): string {
	return `${inertText(heading)}\n${parts
		.map(({ document, title, owner, topics }) => {
			const names = [document, title].filter((one) => one !== null).join(' ');
			const by = owner === null ? '' : ` (${owner})`;
			const head = document === null ? '' : form.title(`${names}${by}`);
			return head + topics.map((topic) => topicText(topic, form)).join('');
		})
		.join('')}`;
}

function topicText({ topic, items, notEvaluated }: AgendaTopic, { topic: head, item, none }: Form): string {
	const told = notEvaluated === null ? items : [...items, `not evaluated: ${notEvaluated}`];
	return head(topic) + (told.length === 0 ? none : told.map(item).join(''));
}
