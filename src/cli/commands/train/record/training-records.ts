import { CommandError } from '../../../../diagnostics/command-error.ts';
import type { PeopleRegister, TrainingRecord } from '../../../../model/documents.generated.ts';
import { nearest } from '../../../../model/nearest.ts';
import { tenures } from '../../../../model/role-holders.ts';
import type { TrainingNeed } from '../../../../model/training/document-training.ts';
import { isReading } from '../../../../model/training/own-record.ts';
import { inertText } from '../../../../report/inert-text.ts';
import type { RecordEnvelope } from '../../../records/record-envelope.ts';
import type { TaughtVersion } from './taught-versions.ts';

/** What a call says of the training that took place. */
export interface Lesson {
	readonly what: string | undefined;
	readonly how: string | undefined;
	/** An id of the people register. */
	readonly trainer: string | undefined;
	/** YYYY-MM-DD, where it was not the day of the record. */
	readonly on: string | undefined;
}

/**
 * The records of a training: one for each person and thing that section 12 asks of one of their roles. A usage error
 * where it asks nothing of somebody, or where the record would not count, so that nobody learns that months later.
 */
export function trainingRecords(
	envelope: RecordEnvelope,
	versions: readonly TaughtVersion[],
	people: readonly { readonly id: string }[],
	register: PeopleRegister,
	lesson: Lesson,
): readonly TrainingRecord[] {
	const today = envelope.at.slice(0, 10);
	const held = tenures(register).filter(({ until }) => until === undefined || until >= today);
	return people.flatMap(({ id }) => {
		const roles = new Set(held.filter(({ person }) => person === id).map(({ role }) => role));
		return versions.flatMap((version) => {
			const needs = version.training.needs.filter(({ role }) => roles.has(role));
			return lessonsFor(id, version, distinct(needs), lesson).map(
				({ role, what, how }): TrainingRecord => ({
					...envelope,
					document: version.document,
					version: version.version,
					digest: version.digest,
					person: id,
					role,
					meaning: 'training',
					...(what !== undefined && { what }),
					...(how !== undefined && { how }),
					...(lesson.trainer !== undefined && { trainer: lesson.trainer }),
					...(lesson.on !== undefined && { on: lesson.on }),
				}),
			);
		});
	});
}

function lessonsFor(
	person: string,
	{ document, version, training }: TaughtVersion,
	needs: readonly TrainingNeed[],
	{ what, how, trainer }: Lesson,
): readonly Pick<TrainingNeed, 'role' | 'what' | 'how'>[] {
	const who = inertText(person);
	const text = `${document} ${version}`;
	if (training.notEvaluated !== null)
		throw new CommandError(`What ${text} asks of people is not evaluated: ${training.notEvaluated}`);
	if (needs.length === 0) {
		const asked = [...new Set(training.needs.map(({ role }) => role))].map(inertText);
		throw new CommandError(`Section 12 of ${text} asks nothing of ${who}`, {
			help:
				asked.length === 0
					? 'It asks nobody for a training.'
					: `It is for ${asked.join(', ')}; the people register on the mainline says who holds which role.`,
		});
	}
	const chosen = what === undefined ? needs : needs.filter((need) => same(need.what, what));
	if (chosen.length === 0) {
		const known = needs.flatMap((need) => need.what ?? []);
		throw new CommandError(`Section 12 of ${text} does not ask ${who} for ${JSON.stringify(what)}`, {
			help: `It asks for: ${(nearest(what ?? '', known) === undefined ? known : [nearest(what ?? '', known)]).join('; ')}.`,
		});
	}
	for (const need of chosen) refuseUncounted(need, person, text, { how, trainer });
	return chosen.map((need) => ({ role: need.role, what: need.what, how: how ?? need.how }));
}

function refuseUncounted(
	need: TrainingNeed,
	person: string,
	text: string,
	{ how, trainer }: Pick<Lesson, 'how' | 'trainer'>,
): void {
	if (isReading(need.how)) return;
	const asked = `Section 12 of ${text} asks for "${inertText(need.how ?? '')}"`;
	if (trainer === undefined) {
		throw new CommandError(`${asked}, which somebody else vouches for`, {
			help: 'Name who taught or examined with --trainer.',
		});
	}
	if (trainer === person)
		throw new CommandError(`${asked}, and ${inertText(person)} cannot be their own trainer`);
	if (how !== undefined && isReading(how))
		throw new CommandError(`${asked}, and ${JSON.stringify(how)} is no more than reading`);
}

/** One thing asked of two roles of one person is learnt once. */
function distinct(needs: readonly TrainingNeed[]): readonly TrainingNeed[] {
	return needs.filter(
		(need, index) =>
			needs.findIndex(({ what, how }) => what === need.what && isReading(how) === isReading(need.how)) ===
			index,
	);
}

function same(a: string | undefined, b: string): boolean {
	return (
		a !== undefined && a.normalize('NFC').toLowerCase().trim() === b.normalize('NFC').toLowerCase().trim()
	);
}
