import {
	type ControlledLibrary,
	type ControlledWords,
	controlledText,
	digestOfText,
	keyOf,
	libraryId,
	recordPath,
	recordText,
	signed,
} from './approvals-library.ts';
import { auditedLibrary } from './audited-library.ts';
import { configText, type HistoryRepository } from './history-repository.ts';

/** What stands in every place of a confidential document where words may stand, in its path, its commits and its records. */
export const confidentialCanary = 'CANARYOFTHECONFIDENTIAL';

/** The confidential document: approved, revised, late, with findings, silenced ones, an exception and a review. */
export const confidentialId = 'SOP-FIN-555';

/** Ids that lead out of a folder, or to a device. */
export const crookedIds = ['SOP/../../x', 'CON'] as const;

/** What would act on a terminal, or turn what is read around. */
export const actingTitle = '\u001B[31mred\u001B[0m \u202Eevil\u2069 title';

const confidentialFile = `sops/${confidentialCanary}-plan.sop.yaml`;

/** The text of the confidential document. */
export function confidentialText(words: ControlledWords = {}): string {
	return controlledText({ id: confidentialId, ...words })
		.replace(/^title: .*$/m, `title: ${confidentialCanary} title`)
		.replace(/^classification: .*$/m, 'classification: confidential')
		.replace(/^( +do: )(.*)$/gm, `$1${confidentialCanary} $2 TBD # ${confidentialCanary} comment`)
		.replace(
			/^( +)(do: .* Release the payment.*)$/m,
			`$1# sop-disable-next-line document/placeholder -- ${confidentialCanary} why\n$1$2`,
		)
		.replace(/^( +(?:what|why|when|question|accept|how): )(.*)$/gm, `$1${confidentialCanary} words`)
		.replace(/over-limit/g, `over-${confidentialCanary}`)
		.replace(/by: clerk/g, `by: ${confidentialCanary}role`);
}

/** The text of a document whose id, title and fields act where they are not shown as text. */
function crookedText(id: string): string {
	return controlledText({ id: 'SOP-IT-100' })
		.replace(/^id: .*$/m, `id: ${JSON.stringify(id)}`)
		.replace(
			/^title: .*$/m,
			() =>
				`title: ${JSON.stringify(actingTitle)}\n"x-<b onclick=x()>": "[go](javascript:alert(1)) <iframe src=javascript:alert(2)>"`,
		)
		.replace(
			/^( +do: )(.*)$/gm,
			(_, begin: string, words: string) =>
				`${begin}${JSON.stringify(`${words} \u001B]0;t\u0007 <svg onload=alert(1)> \u202E [x](javascript:alert(1))`)}`,
		)
		.replace(/^( +what: ).*$/gm, (_, begin: string) => `${begin}"=cmd|' /C calc'!A0"`)
		.replace(/^( +why: ).*$/gm, (_, begin: string) => `${begin}"@SUM(1+1)\\t<script>alert(3)</script>"`);
}

/**
 * The library of the audits with more in it, all of it in the last days of the quarter: the confidential document, and
 * two whose ids, titles and fields are made to act.
 */
export function hostileLibrary(begun?: HistoryRepository): ControlledLibrary {
	const library = auditedLibrary(begun);
	const { repository } = library;
	const commit = (by: string, when: string, files: Readonly<Record<string, string | null>>) => {
		library.as(by);
		repository.commit(when, files, { message: `${confidentialCanary} of ${when}` });
	};
	const record = (
		folder: string,
		when: string,
		text: string,
		{ id = confidentialId, version = '1.0', ...more }: Record<string, unknown> = {},
	): Record<string, string> => {
		const value = {
			...{ format: 1, library: libraryId, document: id, version, digest: digestOfText(text) },
			...{ person: 'c.fo', role: 'controller', meaning: 'approval', at: when, ...more },
		};
		const path = recordPath(value, folder).replaceAll(String(id), id === confidentialId ? id : 'crooked');
		return { [path]: recordText(signed(value, keyOf('c.fo'))) };
	};
	const first = confidentialText();
	const second = confidentialText({
		version: '2.0',
		effective: '2026-03-02',
		wording: `${confidentialCanary} twice.`,
	});
	commit('jane.doe', '2026-03-26T08:00:00Z', { [confidentialFile]: first });
	commit('c.fo', '2026-03-26T09:00:00Z', record('approvals', '2026-03-26T09:00:00Z', first));
	commit('jane.doe', '2026-03-26T10:00:00Z', { [confidentialFile]: second });
	commit(
		'c.fo',
		'2026-03-26T11:00:00Z',
		record('approvals', '2026-03-26T11:00:00Z', second, { version: '2.0' }),
	);
	const more = { version: '2.0', reason: `${confidentialCanary} reason` };
	commit('c.fo', '2026-03-27T09:00:00Z', {
		...record('exceptions', '2026-03-25T09:00:00Z', second, {
			...{ ...more, meaning: 'exception', exception: `over-${confidentialCanary}` },
			...{ from: '2026-03-25', until: '2026-03-27', cause: `${confidentialCanary} cause` },
		}),
		...record('reviews', '2026-03-27T09:00:00Z', second, { ...more, meaning: 'review', verdict: 'revise' }),
		// What cannot be read, and what says another digest than it was signed for.
		[`records/approvals/${confidentialId}/2.0/${confidentialCanary}.yaml`]: `${confidentialCanary}: [`,
		[`records/approvals/${confidentialCanary}.txt`]: confidentialCanary,
		'records/training/i.tern/2027.jsonl': `${JSON.stringify({
			...{ format: 1, library: libraryId, document: confidentialId, version: '2.0' },
			...{ digest: digestOfText(second), person: 'i.tern', role: 'clerk', meaning: 'training' },
			...{ at: '2026-03-27T08:00:00Z', what: `${confidentialCanary} what` },
		})}\n`,
	});
	// What keeps its findings quiet names it, too.
	const entry = { rule: 'document/placeholder', document: confidentialId, count: 1 };
	commit('h.ray', '2026-03-27T12:00:00Z', {
		'.sop-baseline.json': `${JSON.stringify({ format: 1, entries: [{ ...entry, place: `exceptions/over-${confidentialCanary}/do` }] }, null, '\t')}\n`,
		'sop.config.yaml': configText(
			`approvals: required\ntimezone: Europe/Berlin\noverrides:\n  - files: ["${confidentialFile}"]\n    rules:\n      roles/unused-role: off\n`,
		),
	});
	for (const [at, id] of crookedIds.entries()) {
		const text = crookedText(id);
		const when = `2026-03-28T0${at}:00:00Z`;
		commit('jane.doe', when, { [`sops/=crooked${at}.sop.yaml`]: text });
		commit('c.fo', when, record('approvals', when, text, { id }));
	}
	return library;
}
