import {
	configText,
	type HistoryRepository,
	libraryRepository,
	sopId,
	sopText,
} from './history-repository.ts';

/** Who is in the people register of a test, as YAML of one entry. */
export function person(id: string, role: string, more = ''): string {
	return `  - id: ${id}\n    roles:\n      - role: ${role}\n        from: 2024-01-01\n${more}`;
}

/** A people register of these entries, with what else stands in it. */
export function peopleText(entries: readonly string[], more = ''): string {
	return `format: 1\npeople:\n${entries.join('')}${more}`;
}

/** The people of a test library: one clerk, and one controller. */
export const annAndBob: readonly string[] = [person('ann', 'clerk'), person('bob', 'controller')];

/** A library of which version 1.0 came into force on 2 January 2024, with a clerk and a controller. */
export function trainingRepository(people = annAndBob, config = ''): HistoryRepository {
	const repository = libraryRepository(config);
	// Somebody known enters them: an entry that nobody, or its owner alone, wrote vouches for nothing.
	const registrar = '  - id: registrar\n    addresses: [{ address: registrar@acme.example }]\n';
	const { identity } = repository;
	repository.identity = { name: 'Registrar', email: 'registrar@acme.example' };
	repository.commit('2024-01-02', { 'registers/people.yaml': peopleText([...people, registrar]) });
	repository.identity = identity;
	return repository;
}

/** A line of a training record about what is in force; `words` override what it says, and undefined leaves it out. */
export function trainingLine(
	repository: HistoryRepository,
	words: Readonly<Record<string, string | undefined>> = {},
): string {
	const { version, digest } = repository.list().get(words['document'] ?? sopId)?.standing ?? {};
	const record = {
		format: 1,
		library: /library: (\S+)/.exec(configText())?.[1],
		document: sopId,
		version,
		digest,
		person: 'ann',
		role: 'clerk',
		meaning: 'training',
		at: '2024-02-01T09:00:00Z',
		what: 'Paying invoices',
		...words,
	};
	return `${JSON.stringify(record)}\n`;
}

/** The next version of the small SOP, with a row of the change log that says this about training. */
export function nextVersion(version: string, retrain?: boolean, effective?: string): string {
	const said = retrain === undefined ? '' : `    retrain: ${retrain}\n`;
	return sopText({
		version,
		wording: `Enter it as ${version} says.`,
		...(effective && { effective }),
	}).replace(
		'change_log:\n',
		`change_log:\n  - version: "${version}"\n    date: 2024-03-01\n    author: jane.doe\n    what: Changed\n    why: Better\n${said}`,
	);
}

interface TrainAnswer {
	readonly trainings: readonly {
		readonly person: string | null;
		readonly status: string;
		readonly by: string | null;
		readonly why: string;
		readonly absent: string | null;
		readonly version: string;
		readonly inForce: boolean;
		readonly record: { readonly version: string; readonly day: string; readonly stands: boolean } | null;
	}[];
	readonly notEvaluated: readonly { readonly document: string; readonly reason: string }[];
	readonly unread: readonly string[];
}

/** What `sop train` answers, and how it ends. */
export function train(
	repository: HistoryRepository,
	...words: readonly string[]
): TrainAnswer & { code: number | null } {
	const { code, stdout, stderr } = repository.sop('train', '--format', 'json', ...words);
	if (stdout === '') throw new Error(stderr);
	return { code, ...JSON.parse(stdout) };
}

/** How each person stands, as a test reads it. */
export function standings(repository: HistoryRepository, ...words: readonly string[]): readonly string[] {
	return train(repository, ...words).trainings.map(
		({ person: who, status, by, version }) => `${who} ${version} ${status} ${by}`,
	);
}
