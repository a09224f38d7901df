import { resolve } from 'node:path';
import { type Result, resultOf } from '../../../audit/result.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import { isInside } from '../../../library/find-files.ts';
import { hasOneValue } from '../../../library/history/read-texts.ts';
import { readDocument } from '../../../library/read-document.ts';
import { canonicalText } from '../../../model/digest.ts';
import { fileKindOf } from '../../../model/file-kind.ts';
import { type AllowedSigner, readAllowedSigners } from '../../../model/signature/allowed-signers.ts';
import { utf8 } from '../../../packet/manifest.ts';
import type { VerifyCheck } from '../../../packet/verify/verify-check.ts';
import { type VerifiedPacket, verifyPacket } from '../../../packet/verify/verify-packet.ts';
import { inertText } from '../../../report/inert-text.ts';
import { jsonText } from '../../../report/json-text.ts';
import { tableText } from '../../../report/table.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { openPacket } from '../../packet/open-packet.ts';
import { refuseNoPacket } from '../../packet/refuse-no-packet.ts';
import { repositoryChecks } from './repository-checks.ts';

/** `sop verify`. Ends with 1 where a check does not hold; what could not be evaluated alone does not make it fail. */
export async function run(context: CommandContext): Promise<ExitCode> {
	const [asked = ''] = context.arguments;
	const head = hexOf(context, 'head', [40, 64], 'git rev-parse REF prints it.');
	const previous = hexOf(
		context,
		'previous',
		[64],
		'sha256sum MANIFEST.sha256 of the packet before prints it.',
	);
	const trusted = trustedOf(context, asked);
	const packet = await openPacket(context, asked);
	try {
		refuseNoPacket(packet, asked);
		const progress = context.progress(packet.files.length, 'files');
		const verified = await verifyPacket(packet, {
			trusted,
			head,
			previous,
			instant: Math.floor(context.io.now().getTime() / 1000),
			canonicalOf,
			recordIn: (file, bytes) => readDocument(fileKindOf(file) ?? 'record-approval', file, bytes).value,
			onFile: progress.step,
		});
		progress.end();
		const checks = [...verified.checks, ...(await repositoryChecks(context, packet, verified))];
		const result = resultOf(checks.map((check) => check.result));
		await print(context, asked, verified, checks, result);
		return result === 'does not hold' ? exitCode.findings : exitCode.clean;
	} finally {
		packet.close();
	}
}

async function print(
	context: CommandContext,
	asked: string,
	{ hash, basis }: VerifiedPacket,
	checks: readonly VerifyCheck[],
	result: Result,
): Promise<void> {
	if (context.text('format') === 'json') {
		const about = { path: asked, hash: hash ?? null, basis: basis?.whole ?? null };
		context.print(jsonText({ format: 1, packet: about, result, checks }));
		return;
	}
	const color = context.colorLevel > 0;
	const columns = [{ title: 'Check' }, { title: 'Result', isWhole: true }, { title: 'Found' }] as const;
	const rows = checks.map(({ name, result, detail }) => [name, result, detail]);
	const table = await tableText(columns, rows, { width: context.width, color });
	context.print(`${table}\n${closingWords(inertText(asked), hash, checks).join('\n')}\n`);
}

/** What the checks come to, and what none of them was about. */
function closingWords(
	packet: string,
	hash: string | undefined,
	checks: readonly VerifyCheck[],
): readonly string[] {
	const failed = checks.filter(({ result }) => result === 'does not hold');
	const open = checks.filter(({ result }) => result === 'not evaluated').map(({ name }) => name);
	const isSigned = checks.some(({ name, result }) => name === 'signature/holds' && result === 'holds');
	const told =
		failed.length > 0
			? `${packet}: ${countOf(failed.length, 'check')} ${failed.length === 1 ? 'does' : 'do'} not hold.`
			: isSigned
				? `${packet}: intact, and signed by somebody you trust.`
				: `${packet}: intact; origin not evaluated.`;
	return [
		told,
		...(hash === undefined ? [] : [`Its hash, to keep: ${hash}`]),
		...(open.length === 0 ? [] : [`Not checked here: ${open.join(', ')}.`]),
		'Never checked: what a repository cannot show, such as true time, who pushed, and work that nobody recorded.',
	];
}

/** The canonical text of a document by its source; undefined where it has none that everybody would read the same. */
function canonicalOf(file: string, source: Buffer): string | undefined {
	const read = readDocument(fileKindOf(file) ?? 'sop', file, source);
	return hasOneValue(read) ? canonicalText(read.value) : undefined;
}

function hexOf(
	context: CommandContext,
	flag: string,
	lengths: readonly number[],
	help: string,
): string | undefined {
	const written = context.text(flag)?.toLowerCase();
	if (written === undefined) return undefined;
	if (!/^[0-9a-f]+$/.test(written) || !lengths.includes(written.length))
		throw new CommandError(
			`--${flag} takes ${lengths.join(' or ')} hexadecimal digits, as a short form can be made to fit, not "${inertText(written)}"`,
			{ help },
		);
	return written;
}

function trustedOf(context: CommandContext, packet: string): readonly AllowedSigner[] | undefined {
	const written = context.text('trust');
	if (written === undefined) return undefined;
	const { files } = context.io;
	const path = resolve(context.folder, written);
	const file = inertText(written);
	const [inside, own] = [files.realPath(path), files.realPath(resolve(context.folder, packet))];
	if (inside !== null && own !== null && isInside(own, inside)) {
		throw new CommandError(`${file} lies in the packet itself, whose maker chose what it says`, {
			help: 'Name a file of your own with --trust.',
		});
	}
	const read = files.read(path);
	if (!read.ok) throw new CommandError(`${file} cannot be read (${read.code})`, { help: 'Check --trust.' });
	const { signers, problem } = readAllowedSigners(utf8(read.bytes) ?? '\0');
	if (signers === undefined) {
		throw new CommandError(`${file} is no allowed-signers file: ${inertText(problem)}`, {
			help: 'Each line names a person and a key: name@example.org namespaces="sop-packet" ssh-ed25519 AAAA…',
		});
	}
	return signers;
}
