/** What a repository alone cannot show, and the evidence from outside that would. */
export interface RepositoryLimit {
	/** Of its check: `limits/NAME`. */
	readonly id: string;
	/** The statement that would have to hold. */
	readonly asks: string;
	/** Behind "Not evaluable from the repository:". */
	readonly what: string;
	/** What would show it. */
	readonly evidence: string;
}

/** The fixed list: the same in every packet, whatever the repository holds. */
export const repositoryLimits: readonly RepositoryLimit[] = [
	{
		id: 'pushes',
		asks: 'It is known who brought each commit to the mainline, and in what order',
		what: 'who pushed, and in what order',
		evidence: 'the push or audit log of the git host for the period',
	},
	{
		id: 'branch-protection',
		asks: 'Nobody could change the mainline without the review that the library asks for',
		what: 'branch protection, required reviews, and who could bypass them',
		evidence:
			'the settings of the repository on the git host at the start and end of the period, with the log of their changes and the list of administrators',
	},
	{
		id: 'true-time',
		asks: 'Each commit was made at the time that it states',
		what: 'true time, unless an outside proof anchors it: a whole history can be made in one evening',
		evidence:
			'the hash of an earlier packet held by somebody else, or an RFC 3161 token over a commit of the mainline',
	},
	{
		id: 'key-holders',
		asks: 'Each signing key was in the hands of one identified person',
		what: 'that a key was held by one identified person',
		evidence:
			'the record of how keys were handed out, against proof of identity, and of the devices that hold them',
	},
	{
		id: 'reading',
		asks: 'Whoever signed a text or a training had read and understood it',
		what: 'that somebody read what they signed',
		evidence: 'interviews, results of tests, and observation of the work',
	},
	{
		id: 'people-complete',
		asks: 'The registers list every person and role that works by the documents',
		what: 'that the lists of people and roles are complete',
		evidence:
			'the staff list of the personnel system at the start and end of the period, with joiners, movers and leavers',
	},
	{
		id: 'kept-elsewhere',
		asks: 'No approval, run or document is kept outside the mainline',
		what: 'approvals, runs or documents kept elsewhere, or on branches that were never merged',
		evidence:
			'a list of shared folders, mailboxes and other systems that hold procedures, and a mirror of all branches from the git host',
	},
	{
		id: 'dropped-commits',
		asks: 'No commit was dropped from the mainline before its first anchor',
		what: 'commits dropped before the first anchor',
		evidence: 'an earlier packet or a backup of the repository, held by somebody else',
	},
	{
		id: 'work-done',
		asks: 'The work was done as the records of runs say',
		what: 'that work was done as a run says',
		evidence:
			'the results of the work in the systems where it was done, observation, and doing it again for a sample',
	},
	{
		id: 'ci-ran',
		asks: 'The checks of the library ran on every change before it was merged',
		what: 'that CI ran this check',
		evidence: 'the log of the CI system for the period, and its settings',
	},
	{
		id: 'seed-last',
		asks: 'The seed of each sample was chosen after its population was sealed',
		what: 'that the seed came last',
		evidence: 'the seed in the hand of the auditor, dated after the hash of the packet was handed over',
	},
];
