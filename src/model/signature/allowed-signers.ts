import { type PublicKeyLine, readPublicKeyLine } from './public-key-line.ts';

/** A line of an allowed-signers file of OpenSSH: whose key signs what, and when. */
export interface AllowedSigner {
	/** From 1. */
	readonly line: number;
	/** As written: patterns, with commas between them. */
	readonly principals: string;
	readonly key: PublicKeyLine;
	/** A key that signs certificates, which are not read here: it counts for nothing. */
	readonly isAuthority: boolean;
	/** Patterns of namespaces; undefined for every one. */
	readonly namespaces: string | undefined;
	/** Seconds since 1970-01-01 UTC; in between the key counts. */
	readonly after: number | undefined;
	readonly before: number | undefined;
}

/** The lines of such a file, or what is wrong with the first that cannot be read, as a sentence without a full stop. */
export type AllowedSigners =
	| { readonly signers: readonly AllowedSigner[]; readonly problem?: never }
	| { readonly signers?: never; readonly problem: string };

/**
 * Reads an allowed-signers file (ssh-keygen(1), ALLOWED SIGNERS). A line that cannot be read refuses the file: it may be
 * the one that limits a key.
 */
export function readAllowedSigners(text: string): AllowedSigners {
	const signers: AllowedSigner[] = [];
	for (const [at, written] of text.split(/\r?\n/).entries()) {
		const line = written.trim();
		if (line === '' || line.startsWith('#')) continue;
		const read = signerOf(line, at + 1);
		if (typeof read === 'string') return { problem: `Line ${at + 1} ${read}` };
		signers.push(read);
	}
	return { signers };
}

/** Why a key may not sign in a namespace at an instant (seconds) by a line, as a clause; undefined where it may. */
export function whyNotAllowed(signer: AllowedSigner, namespace: string, instant: number): string | undefined {
	if (signer.isAuthority) return 'is trusted for certificates only, which sop does not read';
	if (signer.namespaces !== undefined && !matchesList(namespace, signer.namespaces))
		return `is trusted for ${signer.namespaces} and not for ${namespace}`;
	if (signer.after !== undefined && instant < signer.after) return 'is not trusted yet (valid-after)';
	if (signer.before !== undefined && instant > signer.before) return 'is not trusted any more (valid-before)';
	return undefined;
}

function signerOf(line: string, number: number): AllowedSigner | string {
	const [, quoted, plain, rest = ''] = /^(?:"([^"]*)"|(\S+))[ \t]+(.*)$/s.exec(line) ?? [];
	const principals = quoted ?? plain;
	if (principals === undefined || principals === '') return 'has no key';
	const whole = (key: PublicKeyLine) => ({ line: number, principals, key });
	const alone = readPublicKeyLine(rest);
	if (alone !== undefined)
		return {
			...whole(alone),
			isAuthority: false,
			namespaces: undefined,
			after: undefined,
			before: undefined,
		};
	const [, options = '', after = ''] = /^((?:[^\s"]|"(?:\\"|[^"])*")+)[ \t]+(.*)$/s.exec(rest) ?? [];
	const key = readPublicKeyLine(after);
	if (key === undefined) return 'has no public key of SSH after its name and options';
	const read = optionsOf(options);
	return typeof read === 'string' ? read : { ...whole(key), ...read };
}

type Options = Pick<AllowedSigner, 'isAuthority' | 'namespaces' | 'after' | 'before'>;

function optionsOf(written: string): Options | string {
	let options: Options = { isAuthority: false, namespaces: undefined, after: undefined, before: undefined };
	let rest = written;
	while (rest !== '') {
		const [all, name = '', value] = /^([A-Za-z-]+)(?:="((?:\\"|[^"])*)")?(?:,(?=.)|$)/.exec(rest) ?? [];
		if (all === undefined) return `has options that cannot be read: ${written}`;
		rest = rest.slice(all.length);
		const option = name.toLowerCase();
		if (option === 'cert-authority' && value === undefined) options = { ...options, isAuthority: true };
		else if (option === 'namespaces' && value !== undefined && options.namespaces === undefined)
			options = { ...options, namespaces: value };
		else if (option === 'valid-after' && value !== undefined && options.after === undefined) {
			const after = instantOf(value, 'latest');
			if (after === undefined) return `has a time that cannot be read: ${value}`;
			options = { ...options, after };
		} else if (option === 'valid-before' && value !== undefined && options.before === undefined) {
			const before = instantOf(value, 'earliest');
			if (before === undefined) return `has a time that cannot be read: ${value}`;
			options = { ...options, before };
		} else return `has an option that sop does not know, or twice: ${name}`;
	}
	return options;
}

const hour = 3600;

/**
 * YYYYMMDD or YYYYMMDDHHMM[SS], with Z for UTC. Without Z OpenSSH takes the zone of the machine; here it is the zone in
 * which the key counts for the shortest time, so that no machine trusts what another does not.
 */
function instantOf(written: string, reading: 'earliest' | 'latest'): number | undefined {
	const [, year, month, day, hours = '00', minutes = '00', seconds = '00', zone] =
		/^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(Z?)$/.exec(written) ?? [];
	if (year === undefined) return undefined;
	const text = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}`;
	const instant = Date.parse(`${text}Z`);
	// Days that no month has would roll over.
	if (Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(text)) return undefined;
	return instant / 1000 + (zone === 'Z' ? 0 : reading === 'latest' ? 12 * hour : -14 * hour);
}

/** Whether a name matches a list of patterns as OpenSSH has them: `*`, `?`, and `!` for what must not match. */
function matchesList(name: string, patterns: string): boolean {
	let isMatched = false;
	for (const pattern of patterns.split(',').map((one) => one.trim())) {
		const isNegated = pattern.startsWith('!');
		if (!matches(name, isNegated ? pattern.slice(1) : pattern)) continue;
		if (isNegated) return false;
		isMatched = true;
	}
	return isMatched;
}

/** Without going back more than one star, so that no pattern takes long. */
function matches(name: string, pattern: string): boolean {
	let [at, in_, star, mark] = [0, 0, -1, 0];
	while (at < name.length) {
		if (pattern[in_] === '*') [star, mark, in_] = [in_, at, in_ + 1];
		else if (in_ < pattern.length && (pattern[in_] === '?' || pattern[in_] === name[at]))
			[at, in_] = [at + 1, in_ + 1];
		else if (star >= 0) [mark, at, in_] = [mark + 1, mark + 1, star + 1];
		else return false;
	}
	return /^\**$/.test(pattern.slice(in_));
}
