import type { Finding } from '../diagnostics/finding.ts';
import type { HistoryFacts } from './history-subject.ts';
import type { LibraryRun } from './library-run.ts';

/** Sections that a draft may still lack or have wrong; the others decide what people do, and are never left for later. */
const leftForLater: ReadonlySet<number> = new Set([2, 3, 5, 6, 9, 10, 12, 13]);

/**
 * Findings as they weigh where versions have to be approved, unless the config has chosen otherwise: in the sections that
 * can wait an error is a warning while the version is not complete, and a section that is missing is an error once it is.
 * Where nobody has to approve, nobody can tell a draft from what counts: there each finding keeps its weight.
 */
export function draftSeverities(run: LibraryRun): (finding: Finding) => Finding {
	const { history } = run;
	const isUnseen = 'cause' in history || history.partial !== null || history.unseenRecords !== null;
	if (isUnseen || history.policy.approvals === 'none') return (finding) => finding;
	const complete = completeFiles(history);
	return (finding) => {
		const canWait = leftForLater.has(finding.section ?? 0) || finding.rule.startsWith('training/');
		if (!canWait || run.settingsFor(finding.file).get(finding.rule)?.chosen === true) return finding;
		if (!complete.has(finding.file)) return { ...finding, severity: 'warning' };
		// Of a text alone nobody can tell whether it is a draft, so the rule spares what may be one.
		return finding.rule === 'document/missing-section' ? { ...finding, severity: 'error' } : finding;
	};
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
