import { CommandError } from '../../../../diagnostics/command-error.ts';
import { normal } from '../../../../model/history/version.ts';
import { type Obligations, obligationsOf } from '../../../../model/obligations.ts';
import type { DocumentTraining } from '../../../../model/training/document-training.ts';
import { findTrail } from '../../../history/find-trail.ts';
import { type DocumentTexts, knownTexts } from '../../../history/known-texts.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import { parseReference } from '../../show/parse-reference.ts';
import { whyNotTaught } from './why-not-taught.ts';

/** A version that people can be trained on: one in force, or one that will be. */
export interface TaughtVersion {
	readonly document: string;
	readonly version: string;
	readonly digest: string;
	readonly training: DocumentTraining;
}

/**
 * The versions that the words of a call name, each once. A usage error where one is neither in force nor to come, as a
 * draft may still change, and nobody need know what is over.
 */
export async function taughtVersions(
	record: OpenRecord,
	words: readonly string[],
): Promise<readonly TaughtVersion[]> {
	const asked = words.map((word) => {
		const reference = parseReference(word);
		return { ...reference, id: findTrail(record.history, reference.id).key };
	});
	const ids = [...new Set(asked.map(({ id }) => id))];
	const documents = new Map((await knownTexts(record, obligationsOf, ids)).map((one) => [one.id, one]));
	const found = asked.map(({ id, version, digest }) => {
		const document = documents.get(id);
		const open = document === undefined ? [] : versionsOf(document);
		const chosen =
			version === undefined
				? open[0]
				: open.find(
						(one) =>
							normal(one.version) === normal(version) &&
							one.digest.startsWith(`sha256:${digest?.toLowerCase() ?? ''}`),
					);
		if (chosen !== undefined) return chosen;
		const cause = document?.state.notEvaluated;
		const { message, help } =
			typeof cause === 'string' || document === undefined
				? { message: `What is in force of ${id} is not evaluated: ${cause ?? 'its texts are not here'}` }
				: whyNotTaught({ id, version, digest }, document.state.timeline, record.policy.zone);
		const now =
			open.length === 0
				? `sop show ${id} --why says more.`
				: `There is: ${open.map((one) => `${id}@${one.version}`).join(', ')}.`;
		throw new CommandError(message, { help: help === undefined ? now : `${help}\n${now}` });
	});
	return found.filter(({ digest }, index) => found.findIndex((one) => one.digest === digest) === index);
}

function versionsOf({ id, state, inForce, upcoming }: DocumentTexts<Obligations>): readonly TaughtVersion[] {
	const now =
		state.inForce === undefined || inForce === undefined
			? []
			: [{ version: state.inForce.version, ...inForce }];
	const all = [...now, ...upcoming.map((text) => ({ ...text, version: text.version.version }))];
	return all.map(({ version, digest, taken }) => ({
		document: id,
		version,
		digest,
		training: taken.training,
	}));
}
