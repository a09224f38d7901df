/**
 * Names of rules that are decided and not built yet, because they need approvals, reviews or runs. A config may set them
 * already; nothing reports that they pass.
 */
export const rulesToCome: readonly string[] = [
	'document/file-misplaced',
	'references/retired-document',
	'references/outdated-edition',
	'approval/context-moved',
	'review/overdue',
	'review/due-soon',
	'coverage/duplicate',
	'feedback/unanswered',
	'run/broken-chain',
	'run/reviewer-is-doer',
	'run/obsolete-version',
	'run/late-entry',
	'run/untrained-performer',
	'exception-record/expired',
	'exception-record/no-corrective-action',
	'suppression/after-approval',
];
