import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
	addressOf,
	everybody,
	peopleFile,
	peopleText,
	person,
	publicKey,
} from '../support/approvals-library.ts';
import { auditedLibrary } from '../support/audited-library.ts';
import type { HistoryRepository } from '../support/history-repository.ts';
import {
	beside,
	differences,
	filesBelow,
	listIn,
	type MadePacket,
	madeFolder,
	madeZip,
	placesOf,
	quarter,
	repositoryOfFile,
	textIn,
} from '../support/made-packets.ts';

const people = everybody().map(({ id, ...rest }) => ({ id, name: String(rest['name']) }));

describe('a packet in which people are called by pseudonyms', () => {
	let repository: HistoryRepository;
	let made: MadePacket;
	const redacted = (name: string, ...words: readonly string[]) =>
		madeFolder(repository, name, '--redact', 'people', ...words);

	beforeAll(() => {
		const library = auditedLibrary(repositoryOfFile());
		({ repository } = library);
		// Somebody in no register, whom commits and the change log alone name.
		repository.identity = { name: 'Zoë Outsider', email: 'zoe@outside.example' };
		repository.commit('2026-03-28', {
			'README.md': 'By Zoë Outsider, for Jane Doe <jane.doe@acme.example>\n',
		});
		library.write(
			'2026-03-29',
			{ version: '3.0', author: 'Ghost Writer', wording: 'Ask Carl Fo (c.fo).' },
			'jane.doe',
		);
		// Somebody who came and went within the period: no register at an end of it has them.
		const passing = person('p.assing', ['clerk'], { name: 'Petra Assing' });
		library.change('2026-03-30', { [peopleFile]: peopleText([...library.people, passing]) });
		library.change('2026-03-31', { [peopleFile]: peopleText(library.people) });
		made = redacted('redacted');
	}, 60_000);

	it('names nobody: by no id, name or address, in no file and no name of one', () => {
		const whole = madeFolder(repository, 'whole').files;
		for (const { id, name } of people)
			for (const word of [id, name, addressOf(id)]) {
				const pattern = new RegExp(
					`(?<![\\w])${word.replace(/[^\w ]/g, '\\$&').replaceAll(' ', '[^a-z]{1,3}')}(?![\\w])`,
					'i',
				);
				expect(placesOf(made.files, pattern), word).toEqual([]);
				if (word === name || word === id)
					expect(placesOf(whole, pattern).length, `${word} in the whole`).toBeGreaterThan(0);
			}
		for (const word of ['Zoë', 'outside.example', 'Ghost Writer', 'p.assing', 'Petra', 'acme.example'])
			expect(placesOf(made.files, word), word).toEqual([]);
	});

	it('holds no key, no fingerprint of one, and no comment of one', () => {
		for (const { id } of people) {
			const key = publicKey(id).split(' ')[1] ?? 'no key';
			expect(placesOf(made.files, key.slice(-40)), id).toEqual([]);
		}
		expect(placesOf(made.files, /SHA256:[A-Za-z0-9+/]{43}/)).toEqual([]);
		expect(placesOf(made.files, 'ssh-ed25519 AAAA')).toEqual([]);
	});

	it('has no bytes in which people stand: no sources, records, registers', () => {
		expect(
			[...made.files.keys()].filter((path) => /^(?:records|policy)\/|\.yaml$|\.canonical/.test(path)),
		).toEqual([]);
		expect(textIn(made.files, 'documents/SOP-FIN-900/SOP-FIN-900@1.0.html')).toContain(
			'Enter the invoice and its amount.',
		);
		expect(textIn(made.files, 'index.html')).toContain('pseudonyms');
	});

	it('calls the same people the same with the same key, otherwise with another', () => {
		const key = `${beside(repository, 'redacted')}.redaction-key`;
		expect(existsSync(key)).toBe(true);
		const again = redacted('again', '--redaction-key', key);
		expect(differences(made.files, again.files)).toEqual([]);
		const zip = madeZip(repository, 'redacted.zip', '--redact', 'people', '--redaction-key', key);
		expect(differences(made.files, zip.files)).toEqual([]);
		const other = redacted('other');
		expect(readFileSync(`${beside(repository, 'other')}.redaction-key`)).not.toEqual(readFileSync(key));
		const called = (files: MadePacket['files']) =>
			new Set(listIn(files, 'people').rows.map((row) => String(row['person'])));
		expect(called(made.files).size).toBe(people.length);
		expect([...called(made.files)].every((one) => /^person-[0-9a-f]{12}$/.test(one))).toBe(true);
		expect([...called(other.files)].filter((one) => called(made.files).has(one))).toEqual([]);
		// In another quarter, too.
		const path = beside(repository, 'before');
		const words = [
			'--from',
			'2025-10-01',
			'--to',
			'2025-12-31',
			'--redaction-key',
			key,
			'--redact',
			'people',
		];
		repository.sop('audit', ...words, '--out', path);
		expect(called(filesBelow(path))).toEqual(called(made.files));
	});

	it('keeps the key out of the packet, and takes no other file for one', () => {
		const key = readFileSync(`${beside(repository, 'redacted')}.redaction-key`, 'utf8').trim();
		expect(placesOf(made.files, key)).toEqual([]);
		const bad = beside(repository, 'bad.key');
		writeFileSync(bad, 'secret\n');
		const path = beside(repository, 'refused');
		const refused = (file: string) =>
			repository.sop('audit', ...quarter, '--out', path, '--redact', 'people', '--redaction-key', file);
		expect(refused(bad)).toMatchObject({ code: 2, stderr: expect.stringContaining('no key of pseudonyms') });
		expect(refused('absent.key')).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('does not exist'),
		});
		expect(existsSync(path)).toBe(false);
	});
});
