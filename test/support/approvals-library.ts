import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { stringify } from 'yaml';
import { canonicalText, digestOf } from '../../src/model/digest.ts';
import { readYaml } from '../../src/source/read-yaml.ts';
import {
	configText,
	emptyRepository,
	type HistoryRepository,
	type SignatureInAnswer,
	type SopWords,
	sopId,
	sopText,
} from './history-repository.ts';
import { type MadeKey, makeKey, signedBySsh } from './signing.ts';

/** An entry of the people register. */
export interface PersonEntry {
	readonly id: string;
	readonly [key: string]: unknown;
}

/** What an SOP under control says: who has to sign it, and whom its change log names. */
export interface ControlledWords extends SopWords {
	/** Lines of section 15, as `role` or `role meaning`. */
	readonly lines?: readonly string[];
	/** Author of its row of the change log; none where null. */
	readonly author?: string | readonly string[] | null;
	readonly contributors?: readonly string[];
}

/** How a record of a test differs from what it usually is. */
export interface RecordWords {
	readonly role?: string;
	readonly meaning?: string;
	/** When it says that it was made; else the moment of the commit. */
	readonly at?: string;
	/** Whose key signs it: of the person where left out, none where null. */
	readonly key?: MadeKey | null;
	/** Any other keys of the record, written before it is signed. */
	readonly more?: Readonly<Record<string, unknown>>;
	/** Where it lies. */
	readonly path?: string;
}

/** The id of the library of `configText`. */
export const libraryId = '3f1b0c6a9d4e4f7aa2c5d8e1b7064c92';

export const peopleFile = 'registers/people.yaml';
export const rolesFile = 'registers/roles.yaml';
export const documentFile = 'a.sop.yaml';

const names: Readonly<Record<string, string>> = {
	'h.ray': 'Holly Ray',
	'jane.doe': 'Jane Doe',
	'c.fo': 'Carl Fo',
	'q.lead': 'Quinn Lead',
	'i.tern': 'Ira Tern',
};

let folderOfKeys: string | undefined;
const keys = new Map<string, MadeKey>();

/** The key of a person, made by ssh-keygen when first asked for. */
export function keyOf(person: string): MadeKey {
	if (folderOfKeys === undefined) {
		const folder = mkdtempSync(join(tmpdir(), 'sop-keys-'));
		process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
		folderOfKeys = folder;
	}
	const key = keys.get(person) ?? makeKey(folderOfKeys, person);
	keys.set(person, key);
	return key;
}

/** The public half as a register names it. */
export function publicKey(person: string): string {
	return keyOf(person).line.split(' ').slice(0, 2).join(' ');
}

/** The e-mail address of a person. */
export function addressOf(person: string): string {
	return `${person}@acme.example`;
}

/** A person as the register of these tests has them: an address, a key, one role or more, from 2020 on. */
export function person(
	id: string,
	roles: readonly string[],
	more: Readonly<Record<string, unknown>> = {},
): PersonEntry {
	return {
		id,
		name: names[id] ?? id,
		addresses: [{ address: addressOf(id) }],
		roles: roles.map((role) => ({ role, from: '2020-01-01' })),
		keys: [{ ssh: publicKey(id), from: '2020-01-01' }],
		...more,
	};
}

/** Who works at the library of these tests: HR keeps the registers, Jane writes, the others sign. */
export function everybody(): readonly PersonEntry[] {
	return [
		person('h.ray', ['hr']),
		person('jane.doe', ['writer']),
		person('c.fo', ['controller']),
		person('q.lead', ['quality']),
		person('i.tern', ['intern']),
	];
}

const roleEntries = ['hr', 'writer', 'controller', 'quality', 'intern'].map((id) => ({ id }));

export function peopleText(people: readonly PersonEntry[]): string {
	return stringify({ format: 1, people }, { aliasDuplicateObjects: false });
}

export function rolesText(roles: readonly object[] = roleEntries): string {
	return stringify({ format: 1, roles }, { aliasDuplicateObjects: false });
}

/** The text of an SOP that the controller has to approve, written by Jane. */
export function controlledText(words: ControlledWords = {}): string {
	const { version = '1.0', lines = ['controller'], author = 'jane.doe', contributors } = words;
	const signatures = lines.map((line) => {
		const [role = '', meaning = 'approval'] = line.split(' ');
		return `    - role: ${role}\n      meaning: ${meaning}\n`;
	});
	const row = [
		{
			version,
			date: '2024-01-02',
			...(author === null ? {} : { author }),
			...(contributors === undefined ? {} : { contributors }),
			what: 'Written',
			why: 'Needed',
		},
	];
	return sopText(words)
		.replace(/change_log:\n(?: .*\n)+/, () => stringify({ change_log: row }))
		.replace(
			/ {2}signatures:\n(?: {4}.*\n)+/,
			() => `  signatures:${signatures.length === 0 ? ' []\n' : `\n${signatures.join('')}`}`,
		);
}

export function digestOfText(text: string): string {
	return digestOf(readYaml(text).value);
}

/** Where a record lies by custom. */
export function recordPath(value: Readonly<Record<string, unknown>>, folder = 'approvals'): string {
	const digest = String(value['digest']).replace('sha256:', '').slice(0, 12);
	const name = `${value['person']}-${value['role']}-${value['meaning']}`;
	return `records/${folder}/${value['document']}/${value['version']}/${digest}/${name}.yaml`;
}

/** A record with a signature, as `ssh-keygen -Y sign` makes it over all the rest. */
export function signed(value: Readonly<Record<string, unknown>>, key: MadeKey | null): object {
	return key === null ? value : { ...value, signature: signedBySsh(key.file, canonicalText(value)) };
}

export function recordText(value: object): string {
	return stringify(value, { aliasDuplicateObjects: false });
}

/** A library in which people approve, commit by commit. */
export class ControlledLibrary {
	readonly repository: HistoryRepository;
	people: readonly PersonEntry[];

	constructor(repository: HistoryRepository, people: readonly PersonEntry[]) {
		this.repository = repository;
		this.people = people;
	}

	/** Commits as somebody: all that comes after, too. */
	as(id: string): this {
		this.repository.identity = { name: names[id] ?? id, email: addressOf(id) };
		return this;
	}

	/** HR commits registers, a config, or anything else. */
	change(when: string, files: Readonly<Record<string, string | null>>, by = 'h.ray'): string {
		return this.as(by).repository.commit(when, files, { message: `Change of ${when}` });
	}

	/** HR changes one entry of the people register. */
	changePerson(when: string, id: string, more: Readonly<Record<string, unknown>>, by = 'h.ray'): string {
		this.people = this.people.map((one) => (one.id === id ? { ...one, ...more } : one));
		return this.change(when, { [peopleFile]: peopleText(this.people) }, by);
	}

	/** Jane commits a text of the SOP. */
	write(when: string, words: ControlledWords = {}, by = 'jane.doe', path = documentFile): string {
		const message = `Write ${words.version ?? '1.0'}`;
		return this.as(by).repository.commit(when, { [path]: controlledText(words) }, { message });
	}

	/** The record of somebody's signature, by path. */
	approval(when: string, id: string, words: ControlledWords = {}, options: RecordWords = {}) {
		return this.recordFile('approvals', when, id, words, { meaning: 'approval', ...options });
	}

	/** Somebody signs a text of the SOP and commits the record. */
	approve(when: string, id: string, words: ControlledWords = {}, options: RecordWords = {}): string {
		return this.as(id).repository.commit(when, this.approval(when, id, words, options), {
			message: `Sign ${words.version ?? '1.0'}`,
		});
	}

	/** The record of a withdrawal, by path. */
	withdrawal(when: string, id: string, words: ControlledWords = {}, options: RecordWords = {}) {
		const more = { withdraws: 'version', from: when.slice(0, 10), reason: 'Unsafe', ...options.more };
		return this.recordFile('withdrawals', when, id, words, {
			...options,
			meaning: 'withdrawal',
			more,
		});
	}

	/** Somebody withdraws what `more` says (a version, where it says nothing), and commits the record. */
	withdraw(when: string, id: string, words: ControlledWords = {}, options: RecordWords = {}): string {
		return this.as(id).repository.commit(when, this.withdrawal(when, id, words, options), {
			message: 'Withdraw',
		});
	}

	/** What is in force on a day, and how the text stands then. */
	on(day?: string, ...words: readonly string[]) {
		const answer = this.repository.show(sopId, ...(day === undefined ? [] : ['--on', day]), ...words);
		const { notEvaluated, inForce, version, standing } = answer;
		return {
			inForce: notEvaluated === null ? (inForce ? version : null) : `not evaluated: ${notEvaluated}`,
			stands: standing.version,
			status: standing.status,
		};
	}

	/** Why the text stands as it does. */
	why(...words: readonly string[]): string {
		return this.repository.show(sopId, ...words).standing.why.join('; ');
	}

	/** The signatures under a version, each in a few words. */
	signatures(version = '1.0', ...words: readonly string[]): readonly SignatureInAnswer[] {
		return this.repository.show(`${sopId}@${version}`, ...words).signatures;
	}

	/** The only signature under a version. */
	signature(version = '1.0', ...words: readonly string[]): SignatureInAnswer | undefined {
		return this.signatures(version, ...words)[0];
	}

	recordFile(
		folder: string,
		when: string,
		id: string,
		words: ControlledWords,
		{ role, meaning, at, key, more, path }: RecordWords,
	): Record<string, string> {
		const value = {
			format: 1,
			library: libraryId,
			document: words.id ?? sopId,
			version: words.version ?? '1.0',
			digest: digestOfText(controlledText(words)),
			person: id,
			role: role ?? firstRoleOf(this.people, id),
			meaning,
			at: at ?? (when.length === 10 ? `${when}T12:00:00Z` : when),
			...more,
		};
		return {
			[path ?? recordPath(value, folder)]: recordText(signed(value, key === undefined ? keyOf(id) : key)),
		};
	}
}

function firstRoleOf(people: readonly PersonEntry[], id: string): string {
	const roles = people.find((one) => one.id === id)?.['roles'];
	const first: unknown = Array.isArray(roles) ? roles[0] : undefined;
	return typeof first === 'object' && first !== null ? String(Reflect.get(first, 'role')) : 'controller';
}

/** What a library begins with. */
export interface Beginning {
	/** Lines of the config. */
	readonly config?: string;
	readonly people?: readonly PersonEntry[];
	readonly roles?: readonly object[];
	/** Where it begins; else in a repository that is gone when the test ends. */
	readonly repository?: HistoryRepository;
}

/** A library in which approvals are required from its first commit on, of 2 January 2024, by HR. */
export function controlledLibrary({
	config = 'approvals: required\n',
	people = everybody(),
	roles = roleEntries,
	repository = emptyRepository(),
}: Beginning = {}): ControlledLibrary {
	const library = new ControlledLibrary(repository, people);
	library.change('2024-01-02', {
		'sop.config.yaml': configText(config),
		[peopleFile]: peopleText(people),
		[rolesFile]: rolesText(roles),
	});
	return library;
}

/** A library whose version 1.0 was written on 10 January 2024, approved on the 15th, and is in force since. */
export function approvedLibrary(beginning: Beginning = {}): ControlledLibrary {
	const library = controlledLibrary(beginning);
	library.write('2024-01-10');
	library.approve('2024-01-15', 'c.fo');
	return library;
}
