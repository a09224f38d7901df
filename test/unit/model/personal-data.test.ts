import { describe, expect, it } from 'vitest';
import { personalDataIn } from '../../../src/model/personal-data.ts';

const written = (text: string) =>
	personalDataIn(text).map((found) => {
		expect(text.slice(found.from, found.to)).toBe(found.written);
		return `${found.kind}: ${found.written}`;
	});

describe('personalDataIn', () => {
	it.each([
		['Write to jane.doe@acme.example.', 'e-mail address: jane.doe@acme.example'],
		['mailto:j+x@mail.acme.example', 'e-mail address: j+x@mail.acme.example'],
		['(jürgen@müller.example)', 'e-mail address: jürgen@müller.example'],
		['+49 30 1234567', 'telephone number: +49 30 1234567'],
		['Call +1 (555) 010-0199 at once', 'telephone number: +1 (555) 010-0199'],
		['(555) 010-0199', 'telephone number: (555) 010-0199'],
		['555-010-0199'.replace('555', '655'), 'telephone number: 655-010-0199'],
		['1-800-555-0199', 'telephone number: 1-800-555-0199'],
		['Tel. 030 123456', 'telephone number: 030 123456'],
		['Phone: 555-0100', 'telephone number: 555-0100'],
		['fax no. 123456', 'telephone number: 123456'],
		['030/1234567', 'telephone number: 030/1234567'],
		['0151 23456789', 'telephone number: 0151 23456789'],
	])('%s', (text, expected) => {
		expect(written(text)).toEqual([expected]);
	});

	it.each([
		'jane.doe and @jane',
		'git@github.com:acme/sops.git',
		'pkg@1.2.3',
		'user@localhost',
		'2026-01-20 to 2026-02-01',
		'Version 1.10.2.4',
		'+1 000 000 EUR and + 5',
		'€ 010 000 000',
		'SOP-FIN-002, INV-2026-000123 and 4711-0815-1234-5678',
		'DE89 3704 0044 0532 0130 00',
		'192.168.100.100',
		'account 1234567890',
		'10 000 000 rows, 1,000,000.00 USD',
		'https://acme.example/tel/+4930123456789',
		'9f0c5e7a1b2c3d4e5f60718293a4b5c6d7e8f9012345678901234567890abcde',
		'ISO 9001:2015 and AS 2201.39',
		'ISBN 978-3-16-148410-0',
		'between 08:00 and 17:00',
	])('nothing in %s', (text) => {
		expect(written(text)).toEqual([]);
	});

	it('finds both, in order, and each once', () => {
		expect(written('Phone +49 30 1234567 or a@b.example, Tel. +49 30 7654321')).toEqual([
			'telephone number: +49 30 1234567',
			'e-mail address: a@b.example',
			'telephone number: +49 30 7654321',
		]);
	});

	it('is quick on long hostile texts', () => {
		const started = performance.now();
		for (const piece of ['a', '@', 'a@', 'a.', '1 ', '(555) ', '+1 ', 'tel ', '0', 'a@b.'])
			written(`${piece.repeat(50_000)} 123 @`);
		expect(performance.now() - started).toBeLessThan(4000);
	});
});
