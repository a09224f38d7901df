import {
	type ControlledLibrary,
	type ControlledWords,
	controlledLibrary,
	controlledText,
	digestOfText,
	everybody,
	libraryId,
	peopleFile,
	peopleText,
} from './approvals-library.ts';
import type { HistoryRepository } from './history-repository.ts';

/** What every field of a restricted document holds, so that a test finds where it leaks. */
export const canary = 'CANARYOFTHERESTRICTED';

/** A comment of the config that is nobody else's business. */
export const internalNote = 'as the auditors of last year wanted it';

/** A title that acts where it is not shown as text. */
export const hostileTitle = `<script>alert(1)</script><img src=x onerror=alert(1)> =HYPERLINK("http://x.example")`;

/** The second SOP of the library: classified `restricted`, with the canary in whatever is prose. */
export const restrictedId = 'SOP-FIN-666';

const restricted: ControlledWords = { id: restrictedId };

/** The restricted text, with the canary in title, steps, change log, comments and keys of the user's own. */
export function restrictedText(words: ControlledWords = {}): string {
	return controlledText({ ...restricted, ...words })
		.replace(/^title: .*$/m, `title: ${canary} title\nx-note: ${canary} note`)
		.replace(/^classification: .*$/m, 'classification: restricted')
		.replace(/^( +do: )(.*)$/gm, `$1${canary} $2 # ${canary} comment`)
		.replace(/^( +what: )(.*)$/gm, `$1${canary} what`)
		.replace(/^( +why: )(.*)$/gm, `$1${canary} why`)
		.replace(/^( +when: )(.*)$/gm, `$1${canary} when`);
}

/** Who works there: a clerk in the place of the intern. */
const staff = everybody().map((one) =>
	one.id === 'i.tern' ? { ...one, roles: [{ role: 'clerk', from: '2020-01-01' }] } : one,
);

function jsonLine(value: object): string {
	return `${JSON.stringify(value)}\n`;
}

/**
 * A library with something of everything that a packet tells of the first quarter of 2026: a version superseded, one
 * approved after its day, one suspended, one restricted, one retired, a hostile title, a review, a training, an exception
 * that has expired, and a leaver. Written by Jane, approved by the controller, and kept by HR. It begins in `repository`, else
 * in one that is gone when the test ends.
 */
export function auditedLibrary(begun?: HistoryRepository): ControlledLibrary {
	const library = controlledLibrary({
		...(begun === undefined ? {} : { repository: begun }),
		config: `approvals: required # ${internalNote}\ntimezone: Europe/Berlin\n`,
		people: staff,
		roles: ['hr', 'writer', 'controller', 'quality', 'clerk'].map((id) => ({ id })),
	});
	const { repository } = library;
	const main = (words: ControlledWords) => ({ id: 'SOP-FIN-900', ...words });
	library.write('2025-11-03', main({}));
	library.approve('2025-11-05', 'c.fo', main({}));
	// A second document that is classified, approved and revised in the period.
	const first = restrictedText();
	library.as('jane.doe');
	repository.commit('2025-11-10', { 'sops/secret/restricted.sop.yaml': first }, { message: 'Write it' });
	library.as('c.fo');
	repository.commit('2025-11-12', recordOf(library, '2025-11-12', restrictedId, first), {
		message: 'Sign it',
	});
	// Version 2.0 says from January on, and is approved in February.
	const second = main({ version: '2.0', effective: '2026-01-15', wording: 'Enter it twice.' });
	library.write('2026-01-10', second);
	// A third document: its title is hostile.
	const hostile = controlledText({ id: 'SOP-HR-001' }).replace(
		/^title: .*$/m,
		`title: ${JSON.stringify(hostileTitle)}`,
	);
	library.as('jane.doe');
	repository.commit('2026-01-20', { 'sops/hr.sop.yaml': hostile }, { message: 'Write another' });
	library.as('c.fo');
	repository.commit('2026-01-22', recordOf(library, '2026-01-22', 'SOP-HR-001', hostile), {
		message: 'Sign it',
	});
	library.approve('2026-02-10', 'c.fo', second);
	// A review, an exception and two trainings of the main document.
	const digest = digestOfText(controlledText(second));
	const common = { format: 1, library: libraryId, document: 'SOP-FIN-900', version: '2.0', digest };
	library.as('q.lead');
	repository.commit(
		'2026-03-02',
		{
			'records/reviews/SOP-FIN-900/2026-03-02T090000Z-q.lead.yaml': yamlOf({
				...common,
				person: 'q.lead',
				role: 'quality',
				meaning: 'review',
				at: '2026-03-02T09:00:00Z',
				verdict: 'keep',
				reason: 'It still fits',
			}),
		},
		{ message: 'Review it' },
	);
	library.as('h.ray');
	repository.commit(
		'2026-03-05',
		{
			'records/training/i.tern/2026.jsonl': jsonLine({
				...common,
				person: 'i.tern',
				role: 'clerk',
				meaning: 'training',
				at: '2026-03-04T09:00:00Z',
				what: 'Paying invoices',
			}),
		},
		{ message: 'Train' },
	);
	// A leaver, after whom the text is changed on the mainline under its number.
	library.people = staff.map((one) =>
		one.id === 'i.tern'
			? { ...one, roles: [{ role: 'clerk', from: '2020-01-01', until: '2026-03-15' }] }
			: one,
	);
	library.change('2026-03-16', { [peopleFile]: peopleText(library.people) });
	// And what is retired.
	library.as('c.fo');
	repository.commit(
		'2026-03-20',
		{
			...recordOf(library, '2026-03-20', 'SOP-HR-001', hostile, {
				folder: 'withdrawals',
				meaning: 'withdrawal',
				more: { withdraws: 'document', from: '2026-03-20', reason: 'Nobody does it' },
			}),
			'sops/hr.sop.yaml': null,
			'archive/hr.sop.yaml': hostile,
		},
		{ message: 'Retire it' },
	);
	library.write('2026-03-25', { ...second, wording: 'Enter it three times.' });
	return library;
}

function yamlOf(value: object): string {
	return `${JSON.stringify(value, null, 1)}\n`;
}

function recordOf(
	library: ControlledLibrary,
	when: string,
	id: string,
	text: string,
	{
		folder = 'approvals',
		meaning = 'approval',
		more = {},
	}: { folder?: string; meaning?: string; more?: object } = {},
): Record<string, string> {
	const digest = digestOfText(text);
	const short = digest.slice('sha256:'.length, 'sha256:'.length + 12);
	const path = `records/withdrawals/${id}/${when}T120000Z-c.fo-document-${short}.yaml`;
	return library.recordFile(
		folder,
		when,
		'c.fo',
		{ id },
		{ meaning, more: { digest, ...more }, ...(folder === 'withdrawals' && { path }) },
	);
}
