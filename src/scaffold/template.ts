import { CommandError } from '../diagnostics/command-error.ts';
import { nearest } from '../model/nearest.ts';
import type { DocumentKind } from './next-id.ts';

/** Something a new document can begin as. */
export interface Template {
	readonly name: string;
	readonly kind: DocumentKind;
	/** The id it has where it ships; undefined for the blank ones. */
	readonly id: string | undefined;
	/** The role that answers for it where it ships; undefined for the blank ones. */
	readonly owner: string | undefined;
	/** Undefined for the blank ones. */
	readonly function: string | undefined;
	/** Activities that it answers for. */
	readonly activities: readonly string[];
	readonly title: string;
	/** What it copies; undefined for the blank ones. */
	readonly text: string | undefined;
}

/** Templates without content of their own. */
export const blankTemplates: readonly Template[] = [
	{
		name: 'blank',
		kind: 'sop',
		id: undefined,
		owner: undefined,
		function: undefined,
		activities: [],
		title: 'An SOP with all fifteen sections, each with a hint',
		text: undefined,
	},
	{
		name: 'blank-checklist',
		kind: 'checklist',
		id: undefined,
		owner: undefined,
		function: undefined,
		activities: [],
		title: 'A checklist with two items and a schedule',
		text: undefined,
	},
];

/** The template of a name, or of the beginning of one that fits no other; a usage error with the nearest name otherwise. */
export function findTemplate(word: string, templates: readonly Template[]): Template {
	const wanted = word.trim().toLowerCase();
	const exact = templates.find(({ name }) => name === wanted);
	if (exact !== undefined) return exact;
	const begun = wanted === '' ? [] : templates.filter(({ name }) => name.startsWith(wanted));
	const [only] = begun;
	if (only !== undefined && begun.length === 1) return only;
	const near = nearest(
		wanted,
		templates.map(({ name }) => name),
	);
	const meant = begun.length > 1 ? begun.map(({ name }) => name).join(' or ') : near;
	throw new CommandError(`There is no template ${JSON.stringify(word.slice(0, 80))}`, {
		help: `${meant === undefined ? '' : `Did you mean ${meant}? `}sop templates lists them all.`,
	});
}

/** By function and activity, the blank ones first. */
export function sortTemplates(templates: readonly Template[]): readonly Template[] {
	const key = ({ function: part, activities, name }: Template) =>
		[part ?? '', activities.join(), name].join('\0');
	return [...templates].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
