import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CommandContext } from '../../src/cli/command-context.ts';
import { openPacket } from '../../src/cli/packet/open-packet.ts';
import { nodeIo } from '../../src/io/node-io.ts';
import { readAllowedSigners } from '../../src/model/signature/allowed-signers.ts';
import { manifestText, parseManifest, sha256 } from '../../src/packet/manifest.ts';
import { whyNoPacketPath } from '../../src/packet/packet-path.ts';
import { readBasis } from '../../src/packet/read-basis.ts';
import { readList } from '../../src/packet/read-list.ts';
import { readSampleTable } from '../../src/packet/sample/sample-table.ts';
import { writeFolder, writeZip } from '../support/small-packet.ts';

const part = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const path = fc
	.array(part, { minLength: 1, maxLength: 4 })
	.map((parts) => parts.join('/'))
	.filter((one) => whyNoPacketPath(one) === undefined && !one.startsWith('MANIFEST'));

/** Files that every file system can hold beside each other. */
const plainFiles = fc
	.dictionary(
		fc.stringMatching(/^[a-w]{1,4}(?:\/[a-w é=]{1,6}){0,2}x$/),
		fc.uint8Array({ maxLength: 3000 }),
		{
			minKeys: 1,
			maxKeys: 12,
		},
	)
	.map((files) => new Map(Object.entries(files)));

describe('a manifest of any paths', () => {
	it('is read back as it was written', () => {
		fc.assert(
			fc.property(fc.uniqueArray(path, { maxLength: 20 }), (paths) => {
				const hashes = new Map(paths.map((one) => [one, sha256(one)]));
				const { hashes: read } = parseManifest(Buffer.from(manifestText(hashes)));
				expect(new Map(read)).toEqual(hashes);
			}),
		);
	});

	it('is the same text for no other files', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				const { hashes } = parseManifest(bytes);
				if (hashes !== undefined) expect(Buffer.from(manifestText(hashes)).equals(bytes)).toBe(true);
			}),
		);
	});
});

describe('what somebody sent', () => {
	const hostile = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.json(),
		fc.string({ unit: fc.constantFrom(...'"\\,=! \t\n#*?sh-rsa09Z') }),
	);

	it('is read or refused, whatever it is', () => {
		fc.assert(
			fc.property(hostile, (text) => {
				const { signers, problem } = readAllowedSigners(text);
				expect((signers === undefined) !== (problem === undefined)).toBe(true);
				const table = readSampleTable(text, ['approvals']);
				expect((table.table === undefined) !== (table.problem === undefined)).toBe(true);
				readList(Buffer.from(text));
			}),
		);
		fc.assert(fc.property(fc.jsonValue(), (value) => void readBasis(value)));
	});
});

describe('any files', () => {
	it.each(['folder', 'zip'])('come out of a %s as they went in', async (kind) => {
		const folder = mkdtempSync(join(tmpdir(), 'sop-test-'));
		const context = new CommandContext(
			{ ...nodeIo(), workingDirectory: folder },
			[],
			{},
			{ commands: [], showHelp() {} },
		);
		let count = 0;
		try {
			await fc.assert(
				fc.asyncProperty(plainFiles, async (files) => {
					const name = `packet-${count++}`;
					await (kind === 'zip' ? writeZip : writeFolder)(join(folder, name), files);
					const packet = await openPacket(context, name);
					expect(packet.files).toEqual([...files.keys()].sort());
					for (const [one, bytes] of files)
						expect(await packet.read(one)).toEqual({ ok: true, value: Buffer.from(bytes) });
					packet.close();
				}),
				{ numRuns: 30 },
			);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
