import type { RecordKind } from '../../model/record/record-kind.ts';
import { recordProblem } from '../../schema/check-record.ts';
import { decodeText, largestFile } from '../../source/decode-text.ts';
import { readYaml } from '../../source/read-yaml.ts';

/** The value of a record, or what is wrong with it, as a sentence without a full stop. */
export type ReadRecord =
	| { readonly value: object; readonly problem?: never }
	| { readonly value?: never; readonly problem: string };

/** Reads a record that is a YAML file of its own. */
export function readRecord(kind: RecordKind, bytes: Uint8Array): ReadRecord {
	if (bytes.length > largestFile)
		return {
			problem: `The file is ${Math.round(bytes.length / 1024 / 1024)} MB large; records are under 10 MB`,
		};
	const decoded = decodeText(bytes);
	if (!decoded.ok) return { problem: decoded.message };
	const { value, problems } = readYaml(decoded.text);
	const [first] = problems;
	return first === undefined ? fitting(kind, value) : { problem: first.message };
}

/** Reads a record that is a line of a `.jsonl` file. */
export function readRecordLine(kind: RecordKind, line: string): ReadRecord {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return { problem: 'The line is no JSON' };
	}
	return fitting(kind, value);
}

function fitting(kind: RecordKind, value: unknown): ReadRecord {
	const problem = recordProblem(kind, value);
	// What fits the schema of a record is an object.
	return problem === undefined ? { value: value as object } : { problem };
}
