import { join, posix, resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { requireIdentity } from '../../../git/commit-files.ts';
import { toLibraryPath } from '../../../library/find-files.ts';
import { type OpenLibrary, openLibrary } from '../../../library/open-library.ts';
import { dayIn } from '../../../model/day-in.ts';
import { functionsOf } from '../../../model/functions.ts';
import type { Answers } from '../../../scaffold/answers.ts';
import { blankTemplates, findTemplate, type Template } from '../../../scaffold/template.ts';
import type { CommandContext } from '../../command-context.ts';
import { commitOrSay } from '../../commit-or-say.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { canAsk, loadPrompts } from '../../prompts.ts';
import { refuseOutside, writeFiles } from '../../write-files.ts';
import { loadTemplates } from '../templates/load-templates.ts';
import { askPlaceholders, sayOpen } from './answer-questions.ts';
import { answered } from './answered.ts';
import { askAnswers } from './ask-answers.ts';
import { checkAnswers, givenAnswers } from './gather-answers.ts';
import { knownAuthor } from './known-author.ts';
import { makeDocument, type NewDocument } from './make-document.ts';
import { questionsFile } from './questions-file.ts';
import { takenIds } from './taken-ids.ts';

/** `sop new`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const { files, environment } = context.io;
	const library = openLibrary(files, context.folder, context.configFile);
	const root = library.root.path;
	const given = givenAnswers(context);
	const templates = context.arguments[0] === undefined ? blankTemplates : await loadTemplates(files);
	const template = chosenTemplate(context, templates, given.kind);
	const folder = folderAsked(context, root);
	const commit = context.has('commit') && !context.has('stdout');
	if (commit) await requireRepository(library, environment);
	const author = given.author ?? (await knownAuthor(context, library));
	const answers = await completed(context, library, template, given, author);
	const made = makeDocument({
		library,
		template,
		templates,
		answers,
		small: context.has('small'),
		executes: context.text('executes'),
		taken: await takenIds(context, library),
		author,
		today: dayIn(context.io.now(), library.config.timezone),
		schemaFor: (from, kind) => {
			const schema = `.sop/schemas/${kind}.schema.json`;
			return files.facts(join(root, schema)) === null ? undefined : posix.relative(from, schema);
		},
		folder,
	});
	if (context.has('questions')) {
		context.print(questionsFile(library, made, template, author));
		return exitCode.clean;
	}
	const more = asks(context, template) ? await askPlaceholders(made.text) : {};
	const { text, told } = answered(
		{ ...made, template: template.text },
		{ ...answers, placeholders: { ...answers.placeholders, ...more.placeholders } },
	);
	const written = { ...made, text };
	for (const line of [...told, ...uncoveredLines(made)]) context.say(line);
	if (context.has('stdout')) {
		context.print(written.text);
		return exitCode.clean;
	}
	writeFiles(context, root, [written]);
	await finish(context, library, written);
	return exitCode.clean;
}

function uncoveredLines({ uncovered, kind }: NewDocument): readonly string[] {
	const [last] = uncovered.slice(-1);
	if (last === undefined) return [];
	const others = uncovered.slice(0, -1).join(', ');
	const document = kind === 'sop' ? 'SOP' : 'checklist';
	return [
		others === ''
			? `${last} is not in registers/activities.yaml: until it is, and stands under covers, sop coverage does not count this ${document}.`
			: `${others} and ${last} are not in registers/activities.yaml: until they are, and stand under covers, sop coverage does not count this ${document}.`,
	];
}

/** Whether somebody is at hand to answer what a template asks. */
function asks(context: CommandContext, { text }: Template): boolean {
	return text !== undefined && !context.has('answers') && !context.has('stdout') && canAsk(context);
}

function chosenTemplate(
	context: CommandContext,
	templates: readonly Template[],
	kind: Answers['kind'],
): Template {
	const [word] = context.arguments;
	const template =
		word === undefined
			? blankTemplates.find((blank) => blank.kind === (kind ?? 'sop'))
			: findTemplate(word, templates);
	if (template === undefined) throw new Error('there is a blank template of each kind');
	if (kind !== undefined && template.kind !== kind) {
		throw new CommandError(
			`The template ${template.name} is for ${template.kind === 'sop' ? 'an SOP' : 'a checklist'}`,
			{
				help: `Leave out --kind ${kind}, or choose another template: sop templates --kind ${kind}.`,
			},
		);
	}
	if (context.has('small') && (template.text !== undefined || template.kind === 'checklist')) {
		throw new CommandError('--small is for a new SOP without a template', {
			help: 'Leave out --small, or the template.',
		});
	}
	return template;
}

/** The answers with all that is needed: asked for on a terminal, a usage error elsewhere. */
async function completed(
	context: CommandContext,
	library: OpenLibrary,
	template: Template,
	given: Answers,
	author: string | undefined,
): Promise<Answers> {
	if (template.text !== undefined) return given;
	const missing = (['title', 'function'] as const).filter((name) => given[name] === undefined);
	if (missing.length === 0) return given;
	if (context.has('answers') || !canAsk(context)) {
		const flags = missing.map((name) => `--${name}`).join(' and ');
		throw new CommandError(
			`What the new document is about is not said: ${flags} ${missing.length === 1 ? 'is' : 'are'} missing`,
			{
				help: `Write e.g. sop new --title "Pay an invoice" --function finance, name a template (sop templates lists them), or a file with --answers. On a terminal, sop new asks.`,
			},
		);
	}
	return checkAnswers(
		await askAnswers(given, {
			prompts: await loadPrompts(),
			functions: functionsOf(library.config).map(({ id }) => id),
			author,
			isChecklist: template.kind === 'checklist',
		}),
	);
}

function folderAsked(context: CommandContext, root: string): string | undefined {
	const asked = context.text('dir');
	if (asked === undefined) return undefined;
	const { files } = context.io;
	const path = resolve(files.realPath(context.folder) ?? context.folder, asked);
	refuseOutside(files, root, path);
	return toLibraryPath(root, path);
}

async function requireRepository(
	library: OpenLibrary,
	environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
	if (library.root.repository === undefined) {
		throw new CommandError('There is no git repository to commit to; nothing was written', {
			help: 'Leave out --commit, or make one: git init.',
		});
	}
	await requireIdentity(library.root.path, environment);
}

async function finish(context: CommandContext, library: OpenLibrary, made: NewDocument): Promise<void> {
	// First what is to be done to it: a text that is committed stands on the record as it is.
	sayOpen(context, made.text);
	if (library.root.repository === undefined) context.say('It is in no git repository: git init makes one.');
	else await commitOrSay(context, library.root.path, made.path, `Add ${made.id} ${made.title}`);
}
