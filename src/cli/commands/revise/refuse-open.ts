import type { DocumentState } from '../../../control/document-state.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { normal } from '../../../model/history/version.ts';
import { highestVersion } from '../../../model/next-version.ts';
import { compareVersions } from '../../../model/version-number.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommittedDocument } from '../../history/find-committed.ts';

/** Refuses to open a version where the document is retired, one is open already, or the file here is behind. */
export function refuseOpen(
	{ id, file, version, blob, mainline }: CommittedDocument,
	state: DocumentState,
): void {
	if (state.status === 'retired' || file.startsWith('archive/'))
		throw new CommandError(`${id} is retired: it gets no further version`, {
			help: 'What takes its place is a new document with an id of its own: sop new.',
		});
	const stands = state.standing?.blob === blob;
	const { inForce, timeline, notEvaluated } = state;
	const number = normal(version);
	// A text that stands on the mainline under another's number, or beside one, needs a number of its own.
	const isKnown = timeline.versions.some(
		(one) =>
			normal(one.version) === number &&
			(one.owns === 'contested' ||
				(one.owns === 'yes' && (one.start !== undefined || one.endedBy !== undefined))),
	);
	const isDraft =
		stands && (state.status === 'draft' || state.status === 'in review') && notEvaluated === null;
	const isContested = timeline.versions.some((one) => one.blob === blob && one.owns === 'contested');
	if (!isKnown || (isDraft && !isContested)) throw openAlready({ id, file, version, blob, mainline }, state);
	const ahead = highestVersion([inForce, state.standing].flatMap((one) => one?.version ?? []));
	if (!stands && ahead !== undefined && (compareVersions(version, ahead) ?? 0) < 0)
		throw new CommandError(`${inertText(file)} is version ${version}, and ${mainline} holds ${ahead}`, {
			help: `Bring the file up to date first, so that nothing of ${ahead} is lost: git merge ${mainline}.`,
		});
}

function openAlready(
	{ id, file, version }: CommittedDocument,
	{ inForce, status, why, standing }: DocumentState,
): CommandError {
	const force = inForce === undefined ? 'none is in force' : `${inForce.version} is in force`;
	const how = standing?.version === version ? ` (${status}: ${inertText(why.join('; '))})` : '';
	return new CommandError(`Version ${version} of ${id} is open already, and ${force}${how}`, {
		help: `Change the text of ${inertText(file)} as it is, and write into the row of ${version} what changed. The next version is opened when this one counts.`,
	});
}
