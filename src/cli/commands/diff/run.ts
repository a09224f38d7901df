import { CommandError } from '../../../diagnostics/command-error.ts';
import { digestOfRead } from '../../../library/history/read-texts.ts';
import { openLibrary } from '../../../library/open-library.ts';
import { highestClass } from '../../../model/classification.ts';
import { diffDocuments } from '../../../model/diff/diff-documents.ts';
import type { DocumentDiff, WithheldDiff } from '../../../model/diff/document-diff.ts';
import type { Checklist, Sop } from '../../../model/documents.generated.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import { diffJson, diffsJson, withheldJson } from '../../../report/diff-text/diff-json.ts';
import { diffMarkdown } from '../../../report/diff-text/diff-markdown.ts';
import { diffTerminal } from '../../../report/diff-text/diff-terminal.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { sayWithheld, withholdingOf } from '../../withholding.ts';
import { changedSides } from './changed-sides.ts';
import { comparedContent, type Side, sidesOf } from './sides.ts';

/** `sop diff`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const library = openLibrary(context.io.files, context.folder, context.configFile);
	const isBranch = context.has('changed');
	if (isBranch === context.arguments.length > 0) {
		throw new CommandError(
			isBranch ? 'sop diff takes an id or --changed, not both' : 'sop diff needs an id, or --changed',
			{
				help: 'Try sop diff --changed, or sop list for the ids.',
			},
		);
	}
	const { sides, usual } = isBranch
		? await changedSides(context, library)
		: await sidesOf(context, library, context.arguments);
	const diffs: DocumentDiff[] = [];
	const withheld: WithheldDiff[] = [];
	const withholding = withholdingOf(context, usual);
	let unreadable = 0;
	for (const { id, from, to } of sides) {
		const reads = [from, to].flatMap(({ read }) => read ?? []);
		const classification = highestClass(reads.map((read) => withholding.classOf(read)));
		if (withholding.withholds(classification)) {
			// Where there is no id, the place stands for it.
			const isId = reads.every(({ file }) => file !== id);
			const [before, after] = [from, to].map(({ read }) => (read === null ? null : digestOfRead(read)));
			withheld.push({
				document: isId ? id : null,
				from: before ?? null,
				to: after ?? null,
				withheld: 'classification',
			});
			continue;
		}
		const broken = [from, to].find(({ read }) => read !== null && digestOfRead(read) === null);
		if (broken !== undefined) {
			unreadable++;
			context.warn(
				`${id} cannot be compared: the text of ${broken.label} cannot be read: ${broken.read?.problems[0]?.message ?? 'it holds no keys'}`,
			);
			continue;
		}
		diffs.push({
			document: id,
			title: titleOf(to.read) ?? titleOf(from.read) ?? '',
			from: comparedContent(from),
			to: comparedContent(to),
			changes: diffDocuments(contentOf(from), contentOf(to)),
			classification,
		});
	}
	context.print(textOf(context, diffs, withheld, isBranch));
	sayWithheld(context, withheld.length, 'comparison');
	return unreadable > 0 ? exitCode.unfinished : exitCode.clean;
}

function textOf(
	context: CommandContext,
	diffs: readonly DocumentDiff[],
	withheld: readonly WithheldDiff[],
	isBranch: boolean,
): string {
	const [only] = diffs;
	const [first] = withheld;
	switch (context.text('format')) {
		case 'json':
			if (!isBranch && only !== undefined) return diffJson(only);
			return !isBranch && first !== undefined ? withheldJson(first) : diffsJson(diffs, withheld);
		case 'markdown':
			return diffMarkdown(diffs, withheld);
		default:
			return diffTerminal(diffs, { width: context.width, color: context.colorLevel > 0 }, withheld);
	}
}

/** The content as it was read: the comparison looks at each value before it trusts its type. */
function contentOf({ read }: Side): Sop | Checklist | undefined {
	return read === null ? undefined : (read.value as Sop | Checklist);
}

function titleOf(read: ReadDocument | null): string | undefined {
	const title: unknown =
		typeof read?.value === 'object' && read.value !== null ? Reflect.get(read.value, 'title') : undefined;
	return typeof title === 'string' ? title : undefined;
}
