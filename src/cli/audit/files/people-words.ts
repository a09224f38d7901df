import type { AuditInput } from '../../../audit/audit-input.ts';
import type { PeopleRegister, SigningKey } from '../../../model/documents.generated.ts';
import type { KnownRecord } from '../../../model/record/known-record.ts';
import { recordKinds } from '../../../model/record/record-kind.ts';
import { rows, several } from '../../../model/several.ts';
import { sshFingerprint } from '../../../model/signature/public-key-line.ts';

/**
 * All words by which a packet could call people, one row a person: id, name, handle, addresses and fingerprints of keys (forges
 * publish whose they are) of the registers; whom records and change logs name besides; and whom commits name.
 */
export function peopleWords(input: AuditInput): readonly (readonly string[])[] {
	const words = new Map<string, Set<string>>();
	const owner = new Map<string, string>();
	const add = (id: string, more: readonly (string | undefined)[]) => {
		const person = owner.get(id.toLowerCase()) ?? id;
		const known = words.get(person) ?? new Set([person]);
		for (const word of [id, ...more]) {
			if (word === undefined || word.trim() === '') continue;
			known.add(word);
			if (!owner.has(word.toLowerCase())) owner.set(word.toLowerCase(), person);
		}
		words.set(person, known);
	};
	const registers: readonly (PeopleRegister | undefined)[] = [
		input.registers.closing.people,
		input.registers.opening.people,
		...positionsOfPolicy(input).map((at) => input.authorityAt(at).people),
	];
	for (const register of registers)
		for (const person of rows(register?.people))
			if (person?.id !== undefined)
				add(person.id, [
					person.name,
					person.handle,
					...rows(person.addresses).map((one) => one?.address),
					...rows(person.keys).flatMap((one) => (one === undefined ? [] : keyWords(one))),
				]);
	for (const kind of recordKinds)
		for (const { value } of input.records[kind] as readonly KnownRecord[])
			if (value.person !== undefined) add(value.person, []);
	for (const { versions, text, trail } of input.documents) {
		for (const one of [text, ...versions.map((version) => version.text)])
			for (const row of one?.changeLog ?? [])
				for (const name of [...several(row.author), ...several(row.contributors)]) add(name, []);
		for (const { commit } of trail.entries)
			for (const { name, email } of [commit.author, commit.committer]) {
				const person = owner.get(email.toLowerCase()) ?? owner.get(name.toLowerCase()) ?? email;
				add(person, [name, email]);
			}
	}
	return [...words.values()].map((one) => [...one]);
}

/** Where a register may have been another one: at the ends of the period, as known, and at each change in it. */
function positionsOfPolicy({ mainline, positions, ownPolicy }: AuditInput): readonly number[] {
	const changed = new Set((ownPolicy?.changes ?? []).map(({ commit }) => commit));
	const { opening, closing, known } = positions;
	const between = Array.from({ length: closing - opening }, (_, at) => opening + 1 + at);
	const found = between.filter((at) => changed.has(mainline.at(at)?.id ?? ''));
	return [...new Set([opening, closing, known, ...found])].filter((at) => at >= 0);
}

/** A key as lists name it, and as a difference of the register would show it. */
function keyWords({ ssh, gpg }: SigningKey): readonly (string | undefined)[] {
	return ssh === undefined ? [gpg] : [sshFingerprint(ssh), ssh.trim().split(/[ \t]+/)[1]];
}
