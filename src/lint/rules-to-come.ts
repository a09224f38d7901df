/**
 * Names of rules that are decided and not built yet, because they need runs. A config may set them
 * already; nothing reports that they pass.
 */
export const rulesToCome: readonly string[] = [
	'run/broken-chain',
	'run/reviewer-is-doer',
	'run/obsolete-version',
	'run/late-entry',
	'run/untrained-performer',
];
