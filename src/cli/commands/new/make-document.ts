import { CommandError } from '../../../diagnostics/command-error.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { activitiesOf } from '../../../model/activity.ts';
import { findFunction, functionsOf } from '../../../model/functions.ts';
import { nearest } from '../../../model/nearest.ts';
import type { Answers } from '../../../scaffold/answers.ts';
import { activitiesNotHere, copyTemplate, type StandIn } from '../../../scaffold/copy-template.ts';
import type { DraftRole } from '../../../scaffold/draft.ts';
import { newDocument } from '../../../scaffold/new-document.ts';
import { chooseId, idPrefix } from '../../../scaffold/next-id.ts';
import { slugOf } from '../../../scaffold/slug.ts';
import type { Template } from '../../../scaffold/template.ts';
import { chooseRoles } from './choose-roles.ts';
import type { TakenIds } from './taken-ids.ts';

/** What a new document is made from, all of it looked up. */
export interface Making {
	readonly library: OpenLibrary;
	readonly template: Template;
	/** All that there are: what a template names beside itself is looked up here. */
	readonly templates: readonly Template[];
	readonly answers: Answers;
	readonly small: boolean;
	readonly executes: string | undefined;
	readonly taken: TakenIds;
	readonly author: string | undefined;
	readonly today: string;
	/** The path from a document in this folder to the schema of its kind, where the library has one. */
	readonly schemaFor: (folder: string, kind: 'sop' | 'checklist') => string | undefined;
	/** The folder asked for, relative to the library; by kind and function where undefined. */
	readonly folder: string | undefined;
}

/** A document that is not written yet. */
export interface NewDocument {
	readonly id: string;
	readonly title: string;
	/** Relative to the library, with `/`. */
	readonly path: string;
	readonly text: string;
	readonly kind: 'sop' | 'checklist';
	/** Activities of its template that the register here does not have, and that it therefore does not cover. */
	readonly uncovered: readonly string[];
}

/** Chooses id, roles and place, and makes the text. Usage errors for whatever cannot be. */
export function makeDocument(making: Making): NewDocument {
	const { library, template, answers, taken } = making;
	const { config } = library;
	const part = findFunction(answers.function ?? template.function ?? '', functionsOf(config));
	const kind = template.kind;
	const id = chooseId(answers.id, idPrefix(kind, part.code), taken.all, config);
	const title = answers.title ?? template.title;
	const places = kind === 'sop' ? 'sops' : 'checklists';
	const folder = making.folder ?? `${places}/${slugOf(part.id, 'other')}`;
	const path = [...(folder === '' ? [] : [folder]), `${slugOf(title, id.toLowerCase())}.${kind}.yaml`].join(
		'/',
	);
	const common = {
		id,
		date: making.today,
		author: answers.author ?? making.author,
		schema: making.schemaFor(folder, kind),
		reason: answers.reason,
		executes: kind === 'sop' ? refuseExecutes(making.executes) : executed(making, part.code),
	};
	const roles = chooseRoles(library, answers.owner, part.id);
	const text =
		template.text === undefined
			? newDocument(
					{
						...common,
						...roles,
						title,
						function: part.id,
						retention: config.defaults?.retention === undefined ? '7 years' : undefined,
						review: config.defaults?.review ?? '1 year',
						purpose: answers.purpose,
						outcomes: answers.outcomes ?? [],
						exceptions: answers.exceptions ?? [],
					},
					kind,
					making.small,
				)
			: copyTemplate(template.text, {
					...common,
					title: answers.title,
					function: answers.function === undefined ? undefined : part.id,
					owner: answers.owner === undefined ? undefined : roles.owner,
					from: template.name,
					activities: activityIds(library),
					others: standIns(making),
				});
	const uncovered = activitiesNotHere(template.text ?? '', activityIds(library));
	return { id, title, path, text, kind, uncovered };
}

/** The activities of the register here; undefined where it lists none. */
function activityIds({ registers }: OpenLibrary): readonly string[] | undefined {
	const ids = activitiesOf(registers.activities).map((one) => one.id);
	return ids.length === 0 ? undefined : ids;
}

/** For every document of the templates: the one here that answers for the same activity, or what stands in its place. */
function standIns({ templates, taken }: Making): ReadonlyMap<string, StandIn> {
	return new Map(
		templates.flatMap((template): readonly (readonly [string, StandIn])[] => {
			const { id, title, owner } = template;
			if (id === undefined || owner === undefined) return [];
			return [[id, { id: coveredBy(template, taken, template.kind), title, owner }]];
		}),
	);
}

/** The document of one kind that covers an activity of a template; undefined where none does, or more than one. */
function coveredBy(
	{ activities }: Template,
	{ standing }: TakenIds,
	kind: Template['kind'] = 'sop',
): string | undefined {
	const found = standing.filter(
		(one) => one.kind === kind && one.covers.some((activity) => activities.includes(activity)),
	);
	return found.length === 1 ? found[0]?.id : undefined;
}

function refuseExecutes(asked: string | undefined): undefined {
	if (asked === undefined) return undefined;
	throw new CommandError('--executes is for checklists: an SOP names others with `follows`', {
		help: 'Leave it out, or add --kind checklist.',
	});
}

/** The SOP that a checklist carries out: the one asked for; else that of its activity, or one of its function to be confirmed. */
function executed({ executes, taken, template }: Making, code: string): DraftRole | undefined {
	const sops = taken.standing.filter(({ kind }) => kind === 'sop').map(({ id }) => id);
	if (executes === undefined) {
		const same = coveredBy(template, taken);
		if (same !== undefined) return { id: same, proposed: false };
		const [first] = sops.filter((id) => id.startsWith(idPrefix('sop', code))).sort();
		return first === undefined || template.text !== undefined ? undefined : { id: first, proposed: true };
	}
	const found = sops.find((id) => id.toLowerCase() === executes.toLowerCase());
	if (found !== undefined) return { id: found, proposed: false };
	const near = nearest(executes, sops);
	throw new CommandError(`No SOP here has the id ${JSON.stringify(executes.slice(0, 80))}`, {
		help: near === undefined ? 'sop list shows them all.' : `Did you mean ${near}?`,
	});
}
