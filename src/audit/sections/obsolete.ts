import type { AuditInput } from '../audit-input.ts';
import { type Check, type CheckItem, checkOf, notEvaluated } from '../check.ts';
import { documentsOfPeriod } from '../first-shown.ts';
import { withoutRuns } from '../no-runs.ts';
import { type EndedVersion, endedVersions } from '../obsolete/ended-versions.ts';
import { endedVersionsList } from '../obsolete/ended-versions-list.ts';
import { type JudgedText, openReferences } from '../obsolete/open-references.ts';
import { openReferencesList } from '../obsolete/open-references-list.ts';
import type { Section } from '../section.ts';
import { untoldItems } from '../texts-in-force.ts';

/** P-07: what ended in the period, whether it is kept, and whether anything in force still sends people to it. */
export function obsolete(input: AuditInput): Section {
	const ended = endedVersions(input);
	const judged = openReferences(input);
	const untold = untoldItems(documentsOfPeriod(input));
	const { cause, cure } = withoutRuns(input);
	return {
		id: 'P-07',
		name: 'obsolete',
		title: 'Obsolete control',
		question:
			'What was superseded, withdrawn or retired, is it kept, and does anything in force still lead to it?',
		checks: [
			noOpenReference(judged, untold),
			retained(input, ended, untold),
			notEvaluated('obsolete/refused-runs', 'Nobody began a run by a version that had ended', cause, cure),
		],
		lists: [endedVersionsList(input, ended), openReferencesList(judged)],
		notes: [
			'A version ends when a higher number takes over, or by a signed withdrawal; a file that is deleted or changed ends nothing.',
			'The day until which a version is to be kept is counted from the day on which it ended. Git keeps every version that the mainline ever showed; who could delete the repository is beyond this packet.',
		],
	};
}

function noOpenReference(judged: readonly JudgedText[], untold: readonly CheckItem[]): Check {
	return checkOf({
		name: 'obsolete/no-open-reference',
		asks: 'No text in force at the end of the period names a retired or withdrawn document, or pins a version that has ended',
		items: [
			...untold,
			...judged.map(({ from, open, notEvaluated: why }): CheckItem => {
				const shared = { key: from.key, of: [from.document.id] };
				if (open.length > 0)
					return {
						...shared,
						result: 'does not hold',
						detail: open
							.map(
								({ problem, to, edition }) => `it ${problem}: ${to}${edition === null ? '' : `@${edition}`}`,
							)
							.join('; '),
					};
				return why === null
					? { ...shared, result: 'holds', detail: '' }
					: { ...shared, result: 'not evaluated', detail: why };
			}),
		],
		cure: 'Run the audit in a clone with the whole history, and mend what cannot be read.',
	});
}

function retained(
	{ partial }: AuditInput,
	ended: readonly EndedVersion[],
	untold: readonly CheckItem[],
): Check {
	const items = ended.filter(({ wasInForce }) => wasInForce);
	return checkOf({
		name: 'obsolete/retained',
		asks: 'The bytes of every version that ended in the period are in the repository, and give the digest that it was approved by',
		items: [
			...untold,
			...items.map(({ key, document, version, audited }): CheckItem => {
				const shared = { key, of: [document.id] };
				const text = audited?.text;
				if (text === undefined)
					return partial === null && audited !== undefined
						? { ...shared, result: 'does not hold', detail: 'its bytes are not in the repository' }
						: { ...shared, result: 'not evaluated', detail: partial ?? 'its text was not looked at' };
				if (text.digest === null)
					return { ...shared, result: 'not evaluated', detail: 'its text cannot be read as one value' };
				return version.digest === undefined || version.digest === text.digest
					? { ...shared, result: 'holds', detail: '' }
					: {
							...shared,
							result: 'does not hold',
							detail: `its bytes give ${text.digest}, not ${version.digest}`,
						};
			}),
		],
		cure: 'Run the audit in a clone with the whole history: git fetch --unshallow, and no --filter.',
	});
}
