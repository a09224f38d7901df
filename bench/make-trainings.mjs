// Adds people and their training records to a repository that make-history.mjs made: every document's clerk and
// controller, who are as many people, trained on what is in force. One commit, the day after the last.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

function peopleOf(holders) {
	return ['clerk', 'controller'].flatMap((role) =>
		Array.from({ length: holders }, (_, nth) => ({ id: `${role}-${nth}`, role })),
	);
}

/** A people register of `holders` clerks and as many controllers, and of whoever commits. */
export function peopleText(holders) {
	const author = '  - id: jane.doe\n    addresses: [{ address: jane.doe@acme.example }]\n';
	const entries = peopleOf(holders).map(
		({ id, role }) => `  - id: ${id}\n    roles:\n      - role: ${role}\n`,
	);
	return `format: 1\npeople:\n${author}${entries.join('')}`;
}

/**
 * Writes a line for each of `holders` clerks and as many controllers, and each document that `documents` lists as
 * `sop list --format json` does. Gives the number of lines.
 */
export function makeTrainings(folder, documents, holders, at) {
	const people = peopleOf(holders);
	const common = { format: 1, library: '3f1b0c6a9d4e4f7aa2c5d8e1b7064c92' };
	for (const { id: person, role } of people) {
		const lines = documents.map(({ id, inForce }) =>
			JSON.stringify({
				...common,
				document: id,
				version: inForce.version,
				digest: inForce.digest,
				person,
				role,
				meaning: 'training',
				at: new Date(at * 1000).toISOString().replace('.000', ''),
				what: 'Paying invoices',
				how: 'Read and understood',
			}),
		);
		mkdirSync(join(folder, 'records/training', person), { recursive: true });
		writeFileSync(join(folder, 'records/training', person, '2024.jsonl'), `${lines.join('\n')}\n`);
	}
	const date = `${at} +0000`;
	const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
	const named = ['-c', 'user.name=Jane Doe', '-c', 'user.email=jane.doe@acme.example'];
	for (const words of [
		['add', '--', 'records'],
		[...named, 'commit', '--quiet', '-m', 'Record trainings'],
	])
		spawnSync('git', ['-C', folder, ...words], { env, stdio: 'inherit' });
	return people.length * documents.length;
}
