import { parse } from 'yaml';
import { recordLine, recordText } from '../../src/cli/records/record-text.ts';
import { documentContext } from '../../src/control/context/document-context.ts';
import { sha256OfFile } from '../../src/library/linked-files.ts';
import { readDocument } from '../../src/library/read-document.ts';
import { digestOf } from '../../src/model/digest.ts';
import { fileKindOf } from '../../src/model/file-kind.ts';
import type { RecordKind, RecordValues } from '../../src/model/record/record-kind.ts';
import { recordPath } from '../../src/model/record/record-path.ts';
import { registersFrom } from '../../src/model/registers.ts';
import { filesOf } from './lay-over.ts';
import { storyKey } from './story-key.ts';

/** The records of a story: once written they stay until `# without records`. */
export class StoryRecords {
	readonly #records = new Map<string, string>();

	/** The files of a part of a story, with the records that it and those before it have told of. */
	filesWith(part: string, day: string): Readonly<Record<string, string>> {
		if (/^# without records$/m.test(part)) this.#records.clear();
		const files = filesOf(part.replace(/^# (?:record: .*|without records)\n?/gm, ''));
		for (const [, kind, keys] of part.matchAll(/^# record: (\S+) (.+)$/gm)) {
			// The story names one of the kinds.
			const [path, content] = recordOf(kind as RecordKind, parse(keys ?? ''), files, day);
			const before = path.endsWith('.jsonl') ? (this.#records.get(path) ?? '') : '';
			this.#records.set(path, before + content);
		}
		return { ...Object.fromEntries(this.#records), ...files };
	}
}

const library = '3f1b0c6a9d4e4f7aa2c5d8e1b7064c92';

/** A register of an author, who is a clerk and a controller, of another controller, and of another clerk. */
export const people = `format: 1
people:
  - id: jane.doe
    name: Jane Doe
    addresses:
      - address: jane.doe@acme.example
    roles:
      - role: clerk
      - role: controller
  - id: ann.smith
    name: Ann Smith
    addresses:
      - address: ann.smith@acme.example
    roles:
      - role: controller
  - id: max.muster
    name: Max Muster
    addresses:
      - address: max.muster@acme.example
    roles:
      - role: clerk
`;

/** The same where ann.smith has a key, which is compromised from a day on or not. */
export function peopleWithKey(compromised: string | undefined): string {
	const address = '      - address: ann.smith@acme.example\n';
	const revoked =
		compromised === undefined
			? ''
			: `        revoked:\n          from: ${compromised}\n          why: compromised\n`;
	return people.replace(address, `${address}    keys:\n      - ssh: ${storyKey.line}\n${revoked}`);
}

const meanings: Readonly<Partial<Record<RecordKind, string>>> = {
	approvals: 'approval',
	reviews: 'review',
	withdrawals: 'withdrawal',
	exceptions: 'exception',
	feedback: 'feedback',
	training: 'training',
};

/** The context of a document as the files of a story have it; nothing it follows is in force yet. */
function contextIn(files: Readonly<Record<string, string>>, id: string): string | undefined {
	const read = Object.entries(files).map(([file, text]) =>
		readDocument(fileKindOf(file) ?? 'sop', file, Buffer.from(text)),
	);
	const document = read.find(({ value }) => (value as { readonly id?: string } | null)?.id === id);
	if (document === undefined) return undefined;
	return documentContext(document, {
		registers: registersFrom(read),
		inForceDigestOf: () => undefined,
		sha256Of: (file) => {
			const text = files[file];
			return text === undefined ? undefined : sha256OfFile(Buffer.from(text));
		},
	}).digest;
}

/** The path and the text of a record, with what it does not say itself taken from the document that it is about. */
function recordOf<Kind extends RecordKind>(
	kind: Kind,
	{ path, ...keys }: Readonly<Record<string, unknown>>,
	files: Readonly<Record<string, string>>,
	day: string,
): readonly [string, string] {
	const texts = Object.entries(files).flatMap(([file, text]) => {
		const { value } = readDocument('sop', file, Buffer.from(text));
		return file.endsWith('.sop.yaml') ? [value as { readonly id: string; readonly version: string }] : [];
	});
	const document = keys['document'] ?? texts[0]?.id ?? 'SOP-FIN-900';
	const about = texts.find(({ id }) => id === document);
	const unsigned = {
		format: 1,
		library,
		document,
		version: about?.version ?? '1.0',
		digest: about === undefined ? `sha256:${'0'.repeat(64)}` : digestOf(about),
		meaning: meanings[kind],
		at: `${day === '' ? '2026-11-22' : day}T10:00:00Z`,
		...keys,
		...(keys['context'] === true ? { context: contextIn(files, String(document)) } : {}),
	};
	// The story gives what its kind holds.
	const value = (
		keys['signature'] === true ? { ...unsigned, signature: storyKey.sign(unsigned) } : unsigned
	) as RecordValues[Kind];
	const file = typeof path === 'string' ? path : recordPath(kind, value);
	return [file, file.endsWith('.jsonl') ? recordLine(kind, value) : recordText(kind, value)];
}
