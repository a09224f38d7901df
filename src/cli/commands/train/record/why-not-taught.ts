import { endWords } from '../../../../control/end-words.ts';
import type { Timeline } from '../../../../model/history/timeline.ts';
import { normal, type Version } from '../../../../model/history/version.ts';

/** A version as somebody names it, with the beginning of its digest where they do. */
interface AskedVersion {
	readonly id: string;
	readonly version: string | undefined;
	readonly digest: string | undefined;
}

const ahead =
	'Once all have signed it, with a first day in force (effective) that lies ahead, people can be trained on it before that day.';

/** Why nobody can be trained on a version that is neither in force nor to come, and what helps. */
export function whyNotTaught(
	{ id, version, digest }: AskedVersion,
	{ versions }: Timeline,
	zone: string,
): { readonly message: string; readonly help?: string } {
	if (version === undefined)
		return { message: `No version of ${id} is in force, and none is approved for a day to come` };
	const same = versions.filter((one) => normal(one.version) === normal(version));
	const named = same.filter((one) => one.digest?.startsWith(`sha256:${digest?.toLowerCase() ?? ''}`) ?? true);
	const found = named.find(({ owns }) => owns === 'yes') ?? named.at(-1);
	if (found !== undefined) return ofFound(`${id} ${version}`, found, zone);
	return same.length === 0
		? { message: `The mainline shows no version ${version} of ${id}`, help: ahead }
		: { message: `The mainline shows no text of ${id} ${version} whose digest begins with ${digest}` };
}

function ofFound(name: string, version: Version, zone: string): ReturnType<typeof whyNotTaught> {
	const end = endWords(version, zone);
	if (version.owns === 'open')
		return { message: `${name} is not signed by all yet, so that its text may still change`, help: ahead };
	if (version.owns !== 'yes')
		return { message: `This text of ${name} never comes into force: its number is that of another` };
	if (end !== undefined) return { message: `${name} is over: ${end}` };
	return version.start === undefined
		? { message: `${name} never comes into force: its first day, ${version.effective}, is no day` }
		: { message: `The text of ${name} is not here, or cannot be read` };
}
