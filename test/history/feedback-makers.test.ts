import { describe, expect, it } from 'vitest';
import {
	approvedLibrary,
	type Beginning,
	ControlledLibrary,
	type ControlledWords,
	controlledText,
	digestOfText,
	documentFile,
	keyOf,
	peopleFile,
	type RecordWords,
} from '../support/approvals-library.ts';
import { configText, emptyRepository, type HistoryRepository } from '../support/history-repository.ts';
import { beside, filesBelow, listIn } from '../support/made-packets.ts';

// What the command refuses, anybody can write by hand: these records are.

const folder = 'records/feedback/SOP-FIN-900';
const suggestion = `${folder}/i.tern.yaml`;
const why = 'It is the check';

/** A library whose approved SOP the intern suggested something on, on 20 January 2024; it is read two years later. */
function suggested(beginning: Beginning = {}, key: RecordWords['key'] = null): ControlledLibrary {
	const library = approvedLibrary(beginning);
	library.repository.now = '2026-01-31T12:00:00Z';
	return suggest(library, key);
}

function suggest(library: ControlledLibrary, key: RecordWords['key'] = null): ControlledLibrary {
	const more = { text: 'It asks twice' };
	const words = { meaning: 'feedback', more, key, path: suggestion };
	library.change('2024-01-20', library.recordFile('feedback', '2024-01-20', 'i.tern', {}, words), 'i.tern');
	return library;
}

interface AnswerWords extends RecordWords {
	readonly words?: ControlledWords;
	readonly verdict?: string;
}

/** Somebody writes an answer by hand. */
function answerFile(
	library: ControlledLibrary,
	when: string,
	id: string,
	{ words = {}, verdict = 'declined', more, ...options }: AnswerWords = {},
) {
	return library.recordFile('feedback', when, id, words, {
		key: null,
		...options,
		meaning: 'answer',
		path: `${folder}/${when}-${id}-answer.yaml`,
		more: { text: why, answers: suggestion, verdict, ...more },
	});
}

function answer(library: ControlledLibrary, when: string, id: string, options: AnswerWords = {}): void {
	library.change(when, answerFile(library, when, id, options), id);
}

interface Told {
	readonly standing: string;
	readonly why: string;
	readonly notes: readonly string[];
}

/** What is told of the only suggestion, by `sop feedback`; the packet and lint have to agree. */
function told(repository: HistoryRepository): string {
	const { feedback } = JSON.parse(repository.sop('feedback', '--format', 'json').stdout) as {
		readonly feedback: readonly Told[];
	};
	const [one, another] = feedback;
	if (one === undefined || another !== undefined) throw new Error(`${feedback.length} suggestions`);
	const words = [one.why, ...one.notes].join('; ');
	expect(inPacket(repository)).toEqual([one.standing, words]);
	const inVain = one.notes.filter((note) => /an answer by \S+ (?:does not count|counts): /.test(note));
	// In a clone that is cut off lint cannot tell since when it is open.
	const isCutOff = repository.git('rev-parse', '--is-shallow-repository').trim() === 'true';
	const isFound = one.standing === 'open' && !isCutOff;
	expect(inLint(repository)).toEqual(isFound ? [inVain.join('; ').toLowerCase()] : []);
	return `${one.standing}: ${words}`;
}

let packets = 0;

function inPacket(repository: HistoryRepository): readonly unknown[] {
	const path = beside(repository, `packet-${packets++}`);
	const { stderr } = repository.sop('audit', '--from', '2025-01-01', '--to', '2025-12-31', '--out', path);
	const { columns, rows } = listIn(filesBelow(path), 'feedback') as unknown as {
		readonly columns: readonly { readonly key: string }[];
		readonly rows: readonly Readonly<Record<string, unknown>>[];
	};
	expect(columns.length, stderr).toBeGreaterThan(0);
	const row = rows.find((one) => one['meaning'] === 'feedback');
	return [row?.['standing'], row?.['why']];
}

/** What lint says beside each suggestion that it finds open. */
function inLint(repository: HistoryRepository): readonly string[] {
	const { stdout } = repository.sop('lint', '--rule', 'feedback/unanswered', '--format', 'json');
	const { findings } = JSON.parse(stdout) as {
		readonly findings: readonly { readonly rule: string; readonly help: string | null }[];
	};
	return findings
		.filter(({ rule }) => rule === 'feedback/unanswered')
		.map(({ help }) => help?.replace(/(?:\. )?Answer it by a version .*$/, '').toLowerCase() ?? '');
}

const inVain = (who: string, cause: string) =>
	`open: no answer to it counts; an answer by ${who} does not count: ${cause}`;

describe('an answer to a suggestion', () => {
	it('counts where its maker held a role of section 15, or that of the owner', () => {
		const library = suggested();
		answer(library, '2024-02-01', 'c.fo');
		expect(told(library.repository)).toBe(`declined: by c.fo on 2024-02-01: ${why}`);
	});

	it.each<readonly [string, string, AnswerWords, string]>([
		[
			'a role that somebody does not hold',
			'i.tern',
			{ role: 'controller' },
			'i.tern does not hold the role controller',
		],
		[
			'a role that the document does not name',
			'q.lead',
			{},
			'section 15 of version 1.0 does not name the role quality, and it is not the owner',
		],
		['no role', 'c.fo', { more: { role: undefined } }, 'it names no role'],
		[
			'somebody whom no register names',
			'g.host',
			{ role: 'controller' },
			'g.host is in no people register that was known then',
		],
		[
			'a key of somebody else',
			'c.fo',
			{ key: keyOf('q.lead') },
			'it is signed by a key of q.lead, not of c.fo',
		],
		['another library', 'c.fo', { more: { library: 'f'.repeat(32) } }, 'it is a record of another library'],
		['a withdrawal by somebody else', 'c.fo', { verdict: 'withdrawn' }, "it is i.tern's to withdraw"],
	])('does not count with %s', (_, id, words, cause) => {
		const library = suggested();
		answer(library, '2024-02-01', id, words);
		expect(told(library.repository)).toBe(inVain(id, cause));
		answer(library, '2024-02-02', 'c.fo', { key: keyOf('c.fo') });
		expect(told(library.repository)).toBe(`declined: by c.fo on 2024-02-02: ${why}`);
	});

	it('does not count by a role that somebody was given with it, or later', () => {
		const library = suggested();
		const roles = [{ role: 'controller', from: '2020-01-01' }];
		const own = { role: 'controller' };
		library.repository.write(answerFile(library, '2024-02-01', 'i.tern', own));
		library.changePerson('2024-02-01', 'i.tern', { roles }, 'i.tern');
		expect(told(library.repository)).toBe(inVain('i.tern', 'i.tern does not hold the role controller'));
		answer(library, '2024-02-03', 'i.tern', own);
		expect(told(library.repository)).toBe(`declined: by i.tern on 2024-02-03: ${why}`);
	});

	it('does not count by a role that had ended, and still counts once it ends', () => {
		const ended = { roles: [{ role: 'controller', from: '2020-01-01', until: '2024-02-15' }] };
		const library = suggested();
		answer(library, '2024-02-01', 'c.fo');
		library.changePerson('2024-02-10', 'c.fo', ended);
		expect(told(library.repository)).toBe(`declined: by c.fo on 2024-02-01: ${why}`);
		const late = suggested();
		late.changePerson('2024-02-10', 'c.fo', ended);
		answer(late, '2024-03-01', 'c.fo', { at: '2024-02-12T12:00:00Z' });
		expect(told(late.repository)).toBe(inVain('c.fo', 'c.fo held the role controller until 2024-02-15'));
	});

	it('is by section 15 of what was in force then, and not of what came later', () => {
		const library = suggested();
		const next = { version: '2.0', lines: ['controller', 'quality'] };
		library.write('2024-02-01', next);
		answer(library, '2024-02-05', 'q.lead', { words: next });
		library.approve('2024-02-10', 'c.fo', next);
		library.approve('2024-02-11', 'q.lead', next);
		expect(told(library.repository)).toBe(
			inVain('q.lead', 'section 15 of version 1.0 does not name the role quality, and it is not the owner'),
		);
		answer(library, '2024-02-12', 'q.lead', { words: next });
		expect(told(library.repository)).toBe(`declined: by q.lead on 2024-02-12: ${why}`);
	});

	it('has to be signed where the library asks for signatures', () => {
		const library = suggested({ config: 'approvals: required\napproval:\n  trust: signed\n' });
		answer(library, '2024-02-01', 'c.fo');
		expect(told(library.repository)).toMatch(
			/^open: .*an answer by c\.fo does not count: it is only claimed \(/,
		);
		answer(library, '2024-02-02', 'c.fo', { key: keyOf('c.fo') });
		expect(told(library.repository)).toMatch(/^declined: by c\.fo/);
	});

	it('is told with an answer that counts only where it came after it', () => {
		const library = suggested();
		answer(library, '2024-02-01', 'c.fo');
		answer(library, '2024-02-02', 'i.tern', { role: 'controller', verdict: 'accepted' });
		expect(told(library.repository)).toBe(
			`declined: by c.fo on 2024-02-01: ${why}; an answer by i.tern does not count: i.tern does not hold the role controller`,
		);
	});
});

describe('a suggestion', () => {
	it('can be read whoever signed it, and says whose key it was', () => {
		const library = suggested({}, keyOf('q.lead'));
		expect(told(library.repository)).toBe(
			"open: nobody has answered; its signature is not i.tern's: it is signed by a key of q.lead, not of i.tern",
		);
	});

	it('is withdrawn by its maker alone, who holds no role for it, as long as they are there', () => {
		const withdrawn = { verdict: 'withdrawn', more: { role: undefined } };
		const library = suggested();
		answer(library, '2024-02-01', 'i.tern', withdrawn);
		expect(told(library.repository)).toBe(`withdrawn: by i.tern on 2024-02-01: ${why}`);
		const left = suggested();
		left.changePerson('2024-01-25', 'i.tern', { until: '2024-01-31' });
		answer(left, '2024-02-01', 'i.tern', withdrawn);
		expect(told(left.repository)).toBe(inVain('i.tern', 'i.tern had left on 2024-01-31'));
	});

	it('is answered by a version whose row names it, whoever else has answered', () => {
		const library = suggested();
		answer(library, '2024-02-01', 'i.tern', { role: 'controller' });
		const next = { version: '2.0' };
		const text = controlledText(next).replace(
			'    why: Needed\n',
			`    why: Needed\n    answers: ${suggestion}\n`,
		);
		library.change('2024-02-05', { [documentFile]: text }, 'jane.doe');
		library.approve('2024-02-10', 'c.fo', next, { more: { digest: digestOfText(text) } });
		expect(told(library.repository)).toMatch(
			/^answered: by version 2\.0, in force since 2024-02-10; .*; an answer by i\.tern does not count: /,
		);
	});
});

describe('what cannot be told of an answer', () => {
	const open = 'open: no answer to it counts; not evaluated: whether an answer by c.fo counts: ';

	it.each<readonly [string, string | null, string]>([
		['removed', null, `${peopleFile} was removed`],
		['broken', 'people: [', `${peopleFile} of then is not valid: `],
	])('leaves it open where the register was %s', (_, text, cause) => {
		for (const config of ['approvals: required\n', 'approvals: none\n']) {
			const library = suggested({ config });
			library.change('2024-01-25', { [peopleFile]: text });
			answer(library, '2024-02-01', 'c.fo');
			expect(told(library.repository).slice(0, open.length + cause.length)).toBe(open + cause);
		}
	});

	it('leaves it open in a clone that is cut off', () => {
		const library = suggested();
		answer(library, '2024-02-01', 'c.fo');
		expect(told(library.repository)).toMatch(/^declined/);
		const clone = library.repository.another(
			'clone',
			'clone',
			'--quiet',
			'--depth=1',
			`file://${library.repository.folder}`,
			'FOLDER',
		);
		clone.now = library.repository.now;
		expect(told(clone)).toBe(`${open}shallow clone: what stood before its first commit cannot be seen`);
		clone.git('fetch', '--quiet', '--unshallow');
		expect(told(clone)).toMatch(/^declined/);
	});

	it('leaves it open where what was in force cannot be told', () => {
		const library = suggested();
		answer(library, '2024-02-01', 'c.fo');
		const clone = library.repository.another(
			'clone',
			'clone',
			'--quiet',
			'--depth=2',
			`file://${library.repository.folder}`,
			'FOLDER',
		);
		clone.now = library.repository.now;
		expect(told(clone)).toMatch(/whether an answer by c\.fo counts: shallow clone: who could sign, /);
	});

	it('leaves it open in a clone without the register of then', () => {
		const library = suggested();
		answer(library, '2024-02-01', 'c.fo');
		library.changePerson('2024-03-01', 'h.ray', { hours: 40 });
		const { repository } = library;
		repository.git('config', 'uploadpack.allowFilter', 'true');
		const clone = repository.another(
			'clone',
			'clone',
			'--quiet',
			'--filter=blob:none',
			`file://${repository.folder}`,
			'FOLDER',
		);
		clone.now = repository.now;
		expect(told(clone)).toBe(`${open}partial clone: a register or a config is not in this repository`);
	});
});

describe('a library without approvals and without a people register', () => {
	it('holds nobody to roles, and believes no signature that is none', () => {
		const library = new ControlledLibrary(emptyRepository(), []);
		const { repository } = library;
		repository.now = '2026-01-31T12:00:00Z';
		library.change('2024-01-02', { 'sop.config.yaml': configText('approvals: none\n') });
		library.write('2024-01-10');
		suggest(library);
		const nobody = { role: undefined, text: why };
		answer(library, '2024-02-01', 'any.body', { more: { ...nobody, signature: 'By Any Body' } });
		expect(told(repository)).toMatch(
			/^open: no answer to it counts; an answer by any\.body does not count: /,
		);
		answer(library, '2024-02-02', 'any.body', { more: nobody });
		expect(told(repository)).toBe(`declined: by any.body on 2024-02-02: ${why}`);
	});
});
