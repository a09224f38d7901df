/**
 * Settings under which git tells what is in the repository, whatever the user, the system, the repository or the
 * environment have configured: no prompt, no pager, no network, no replaced or grafted commits, no program of somebody's.
 */
export const safeEnvironment: Readonly<Record<string, string>> = {
	GIT_TERMINAL_PROMPT: '0',
	GIT_NO_REPLACE_OBJECTS: '1',
	GIT_GRAFT_FILE: '/dev/null',
	GIT_OPTIONAL_LOCKS: '0',
	// Git from 2.44 on; older ones are kept from the network by `protocol.allow`.
	GIT_NO_LAZY_FETCH: '1',
	// A protocol that the repository allows by its name would come before `protocol.allow`.
	GIT_ALLOW_PROTOCOL: 'none',
	GIT_ATTR_NOSYSTEM: '1',
	LC_ALL: 'C',
};

/** `-c` settings of every call: what stands on the command line wins over every file. */
export const safeSettings: readonly string[] = [
	'core.quotePath=false',
	'core.fsmonitor=false',
	// A commit-graph is a copy of the commits that somebody may have edited.
	'core.commitGraph=false',
	'protocol.allow=never',
	'log.showSignature=false',
	'log.mailmap=false',
	'diff.ignoreSubmodules=none',
	'i18n.logOutputEncoding=UTF-8',
];

/** Variables of the caller that git needs: where it is, and where it reads which folders are safe to read. */
const kept = [
	'PATH',
	'HOME',
	'USERPROFILE',
	'SystemRoot',
	'XDG_CONFIG_HOME',
	'GIT_CONFIG_GLOBAL',
	'GIT_CONFIG_NOSYSTEM',
];

/** The environment of every call that reads. */
export function readingEnvironment(
	environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
	const own = kept.flatMap((name) => {
		const value = environment[name];
		return value === undefined ? [] : [[name, value]];
	});
	return { ...Object.fromEntries(own), ...safeEnvironment };
}
