import type { RecordKind } from '../../model/record/record-kind.ts';
import { recordProblem } from '../../schema/check-record.ts';
import { decodeText, largestFile } from '../../source/decode-text.ts';
import { readJson } from '../../source/read-json.ts';
import { readYaml } from '../../source/read-yaml.ts';

/** The value of a record, or what is wrong with it, as a sentence without a full stop. */
export type ReadRecord =
	| { readonly value: object; readonly problem?: never; readonly rule?: never }
	| {
			readonly value?: never;
			readonly problem: string;
			/** The rule that reports it. */
			readonly rule: string;
	  };

/** Reads a record that is a YAML file of its own. */
export function readRecord(kind: RecordKind, bytes: Uint8Array): ReadRecord {
	if (bytes.length > largestFile)
		return {
			rule: 'document/syntax',
			problem: `The file is ${Math.round(bytes.length / 1024 / 1024)} MB large; records are under 10 MB`,
		};
	const decoded = decodeText(bytes);
	if (!decoded.ok) return { problem: decoded.message, rule: 'document/syntax' };
	const { value, problems } = readYaml(decoded.text);
	const [first] = problems;
	return first === undefined ? fitting(kind, value) : { problem: first.message, rule: first.rule };
}

/** Reads a record that is a line of a `.jsonl` file. */
export function readRecordLine(kind: RecordKind, line: string): ReadRecord {
	if (line === '') return { problem: 'An empty line stands between records', rule: 'document/syntax' };
	const read = readJson(line);
	return read.problem === undefined ? fitting(kind, read.value) : read;
}

function fitting(kind: RecordKind, value: unknown): ReadRecord {
	const problem = recordProblem(kind, value);
	// What fits the schema of a record is an object.
	return problem === undefined ? { value: value as object } : { problem, rule: 'document/schema' };
}
