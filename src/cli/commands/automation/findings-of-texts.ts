import { CommandError } from '../../../diagnostics/command-error.ts';
import { dayAt } from '../../../model/zone.ts';
import { lintCommit } from '../../audit/lint/lint-commit.ts';
import type { OpenRecord } from '../../history/open-record.ts';

/** How many errors and warnings there are about a document. */
export interface FindingCounts {
	/** Of rules about the ways through its procedure and its decisions. */
	readonly ofGraph: number;
	readonly all: number;
}

/** The findings about the texts that stand at a commit, by document; or why they are not known. */
export type FindingsOfTexts =
	| { readonly of: (document: string) => FindingCounts; readonly why?: never }
	| { readonly of?: never; readonly why: string };

/**
 * Runs the rules of an audit over what the mainline holds at the moment of a record. What is silenced with a reason, and
 * what rules about automation itself say, does not make a text a worse one.
 */
export async function findingsOfTexts(record: OpenRecord): Promise<FindingsOfTexts> {
	const { moment, policy } = record;
	try {
		const { findings } = await lintCommit(record, {
			position: moment.position,
			today: dayAt(moment.on, policy.zone),
			on: moment.on,
		});
		const counts = new Map<string, FindingCounts>();
		for (const { document, rule, silenced } of findings) {
			if (document === null || silenced !== null || rule.startsWith('automation/')) continue;
			const { ofGraph, all } = counts.get(document) ?? nothing;
			const isOfGraph = /^(?:procedure|decisions)\//.test(rule) && !aboutWording.has(rule);
			counts.set(document, { ofGraph: ofGraph + Number(isOfGraph), all: all + 1 });
		}
		return { of: (document) => counts.get(document) ?? nothing };
	} catch (error) {
		if (error instanceof CommandError) return { why: error.message };
		throw error;
	}
}

/** A step that leads somewhere is on the map, however it is put. */
const aboutWording = new Set([
	'procedure/no-completion-criterion',
	'procedure/not-imperative',
	'procedure/vague-wording',
]);

const nothing: FindingCounts = { ofGraph: 0, all: 0 };
