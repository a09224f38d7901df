/** A duty of the organisation that no tool over a repository can prove. */
export interface OrganisationalDuty {
	/** Of its check: `duties/NAME`. */
	readonly id: string;
	readonly asks: string;
	/** What is not provided, behind "not provided:". */
	readonly what: string;
	/** The clauses that ask for it, as one cites them. */
	readonly clauses: readonly string[];
	/** Who usually holds the evidence, and which. */
	readonly evidence: string;
}

/** The fixed list: the same in every packet. */
export const organisationalDuties: readonly OrganisationalDuty[] = [
	{
		id: 'identity-proofing',
		asks: 'The identity of each person was verified before they were given a signature',
		what: 'identity proofing',
		clauses: ['21 CFR 11.100(b)'],
		evidence: 'the record of the check of identity, held by personnel or security',
	},
	{
		id: 'signature-unique',
		asks: 'No signature was ever given to somebody else',
		what: 'that keys and accounts are never handed on',
		clauses: ['21 CFR 11.100(a)'],
		evidence: 'the record of accounts and keys, from first issue to end, held by security',
	},
	{
		id: 'certification-letter',
		asks: 'The agency was told that electronic signatures are meant to be as binding as handwritten ones',
		what: 'the certification letter to the FDA',
		clauses: ['21 CFR 11.100(c)'],
		evidence: 'the letter and the receipt for it, held by regulatory affairs',
	},
	{
		id: 'two-components',
		asks: 'Signing asks for two components, such as an identification and a password',
		what: 'a login with two components at signing',
		clauses: ['21 CFR 11.200(a)'],
		evidence: 'the settings of signing keys (passphrase, hardware) or of the login to the git host',
	},
	{
		id: 'password-uniqueness',
		asks: 'No two people have the same identification and password',
		what: 'control of identifications and passwords',
		clauses: ['21 CFR 11.300(a)'],
		evidence: 'the rules of the directory or git host for accounts',
	},
	{
		id: 'password-ageing',
		asks: 'Passwords are checked, recalled or changed at intervals',
		what: 'password ageing',
		clauses: ['21 CFR 11.300(b)'],
		evidence: 'the password rules of the directory or git host, and their history',
	},
	{
		id: 'lost-devices',
		asks: 'Lost or stolen tokens and keys are put out of use, and replaced under control',
		what: 'the handling of lost devices and keys outside the people register',
		clauses: ['21 CFR 11.300(c)'],
		evidence: 'the log of losses and what was done, held by security',
	},
	{
		id: 'misuse-alerts',
		asks: 'Attempts at misuse are detected and reported at once',
		what: 'alerts of misuse',
		clauses: ['21 CFR 11.300(d)'],
		evidence: 'the security log of the directory and the git host, and the reports made from it',
	},
	{
		id: 'token-tests',
		asks: 'Devices that bear or make codes are tested at first and at intervals',
		what: 'tests of tokens and cards',
		clauses: ['21 CFR 11.300(e)'],
		evidence: 'the records of the tests, held by security',
	},
	{
		id: 'system-validation',
		asks: 'The system was validated for its intended use by its user',
		what: 'validation of this tool, of git and of the git host in the place where they are used',
		clauses: ['21 CFR 11.10(a)', 'EU GMP Annex 11 4'],
		evidence: 'the validation file of the user: requirements, tests, and their release',
	},
	{
		id: 'host-access',
		asks: 'Access to the repository is limited to those who need it',
		what: 'access control of the git host',
		clauses: ['21 CFR 11.10(d)', 'ISO/IEC 27001:2022 A.5.15'],
		evidence:
			'the members and rights of the repository on the git host, at the start and end of the period, with their review',
	},
	{
		id: 'accountability',
		asks: 'People are held accountable in writing for what is done under their signature',
		what: 'the policy on accountability for signatures, and that people accepted it',
		clauses: ['21 CFR 11.10(j)'],
		evidence: 'the policy in force and its acceptance by each signer, held by personnel',
	},
	{
		id: 'system-training',
		asks: 'Whoever develops, maintains or uses the system has the education and training for it',
		what: 'the qualification of those who run git, the git host and this tool',
		clauses: ['21 CFR 11.10(i)'],
		evidence: 'training records of administrators and developers',
	},
	{
		id: 'backup',
		asks: 'The repository can be restored, and that is tried at intervals',
		what: 'backup, and the test of restoring it',
		clauses: ['21 CFR 11.10(c)', 'EU GMP Annex 11 7.2'],
		evidence: 'the log of backups and the record of the last restore',
	},
];
