/** How every command ends. Where the output goes never changes it. */
export const exitCode = {
	/** Nothing at or above the threshold. */
	clean: 0,
	/** Findings at or above the threshold, or a check that did not hold. */
	findings: 1,
	/** The call or the config is wrong. */
	usage: 2,
	/** The work could not be finished. */
	unfinished: 3,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
