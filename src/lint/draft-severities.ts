import type { Finding } from '../diagnostics/finding.ts';
import type { HistoryFacts } from './history-subject.ts';
import type { LibraryRun } from './library-run.ts';

/** Sections that a draft may still lack or have wrong; the others decide what people do, and are never left for later. */
const leftForLater: ReadonlySet<number> = new Set([2, 3, 5, 6, 9, 10, 12, 13]);

/**
 * Findings as they weigh by what a text is, unless the config has chosen otherwise. Where versions have to be approved, an
 * error in the sections that can wait is a warning while the version is not complete, and a section that is missing is an
 * error once it is. Where nobody has to approve, nobody can tell a draft from what counts, and each keeps its weight: but
 * what is in force and still waits for its words contradicts itself everywhere.
 */
export function draftSeverities(run: LibraryRun): (finding: Finding) => Finding {
	const { history } = run;
	if ('cause' in history) return (finding) => finding;
	const isApproved = history.policy.approvals !== 'none';
	const isUnseen = history.partial !== null || history.unseenRecords !== null;
	// What may be a draft is never an error in a clone that is cut off, and one elsewhere: each part of it weighs least.
	if (isUnseen)
		return (finding) =>
			history.cutOff !== null && isApproved && !isChosen(run, finding) && canWait(finding)
				? { ...finding, severity: 'warning' }
				: finding;
	const complete = new Set([...completeFiles(history), ...(run.asComplete ?? [])]);
	return (finding) => {
		const isComplete = complete.has(finding.file);
		if (!isChosen(run, finding)) {
			if (finding.rule === 'document/placeholder' && isComplete) return { ...finding, severity: 'error' };
			if (!isApproved || !canWait(finding)) return finding;
			if (!isComplete) return { ...finding, severity: 'warning' };
			// Of a text alone nobody can tell whether it is a draft, so the rule spares what may be one.
			if (finding.rule === 'document/missing-section') return { ...finding, severity: 'error' };
		}
		return finding;
	};
}

function canWait({ section, rule }: Finding): boolean {
	return leftForLater.has(section ?? 0) || rule.startsWith('training/');
}

function isChosen({ settingsFor }: LibraryRun, { file, rule }: Finding): boolean {
	return settingsFor(file).get(rule)?.chosen === true;
}

/** Files whose text is complete. */
function completeFiles(history: HistoryFacts): ReadonlySet<string> {
	return new Set(
		history.documents.flatMap(({ here, owner, isOwner }) => {
			const isComplete = owner !== undefined && isOwner !== false && owner.endedBy !== 'withdrawn signature';
			return here !== undefined && isComplete ? [here.file] : [];
		}),
	);
}
