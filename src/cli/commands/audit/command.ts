import type { CommandDefinition } from '../../command.ts';
import { classificationFlag } from '../../withholding.ts';

export const auditCommand: CommandDefinition = {
	name: 'audit',
	group: 'Check',
	summary: 'Make an audit packet that a stranger can check again.',
	description: `Answers a document-control audit of a period in one folder or ZIP: seventeen sections for people (index.html) and for machines (data/*.csv, *.json), every version in force as its source, the findings, and a manifest that sha256sum checks. Each check holds, does not hold, or is not evaluated, with the cause and what would cure it; what cannot be seen is never shown as good.

It reads only what the mainline shows: not the working tree, no cache, and no setting of git. The same commit, period and flags give the same bytes on any machine. What belongs to the machine goes into ENVIRONMENT.txt beside the packet.

Ends with 1 where a check does not hold.`,
	flags: [
		{ flags: '--from <day>', summary: 'first day of the period' },
		{ flags: '--to <day>', summary: 'last day of the period' },
		{ flags: '--out <folder>', summary: 'the folder to make' },
		{ flags: '--zip <file>', summary: 'the ZIP to make' },
		{ flags: '--check', summary: 'print the verdicts only, and make no packet' },
		{ flags: '--id <id>', summary: 'only this document (may be repeated)', many: true },
		{
			flags: '--function <function>',
			summary: 'only documents of this function (may be repeated)',
			many: true,
		},
		{
			flags: '--framework <pack>',
			summary: 'the clause matrix of this framework only (may be repeated)',
			many: true,
		},
		{
			flags: '--known <commit-or-day>',
			summary: 'by what the mainline showed at a commit or on a day (its newest commit unless told)',
		},
		classificationFlag,
		{ flags: '--opaque-ids', summary: 'call what is withheld by numbers, where ids tell too much' },
		{
			flags: '--as-auditor',
			summary: 'leave out internal notes: comments in documents, config and registers',
		},
		{ flags: '--redact <what>', summary: 'call people by pseudonyms', choices: ['people'] },
		{
			flags: '--redaction-key <file>',
			summary: 'the key of the pseudonyms (made beside the packet unless told)',
		},
		{ flags: '--requests <file>', summary: 'a CSV of requests (a PBC list) to map to sections' },
		{ flags: '--previous <packet>', summary: 'the packet before this one, whose hash it names' },
		{ flags: '--sign [key-file]', summary: 'sign the manifest with an SSH key (the one of git unless told)' },
		{ flags: '--force', summary: 'replace a packet that stands at the place' },
	],
	formats: ['table', 'json', 'csv'],
	examples: [
		{
			call: 'sop audit --from 2026-01-01 --to 2026-03-31 --out packet',
			does: 'make the packet of a quarter as a folder',
		},
		{
			call: 'sop audit --from 2026-01-01 --to 2026-03-31 --zip packet.zip --sign',
			does: 'make it as a ZIP, with a signed manifest',
		},
		{ call: 'sop audit --from 2026-01-01 --to 2026-03-31 --check', does: 'print the verdicts, for CI' },
		{
			call: 'sop audit --from 2026-01-01 --to 2026-03-31 --redact people --out packet',
			does: 'make one for somebody outside',
		},
	],
	load: () => import('./run.ts'),
};
