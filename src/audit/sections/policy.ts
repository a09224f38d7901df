import { shellWord } from '../../model/shell-word.ts';
import { dayAt, instantText } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import { authorNames, trustOf } from '../audited-change.ts';
import type { AuditedPolicy, PolicyChange } from '../audited-policy.ts';
import { type Check, type CheckItem, checkOf, notEvaluated } from '../check.ts';
import { commitsOfPeriod } from '../command-words.ts';
import { documentsInText } from '../documents-in-text.ts';
import { libraryItself } from '../library-itself.ts';
import { listOf, type PacketList } from '../packet-list.ts';
import type { Section } from '../section.ts';

const asks = {
	'policy/not-loosened': 'No change in the period made the config ask for less, or the baseline put off more',
	'policy/registers-only-grow': 'No person, address, key or role left the registers in the period',
} as const;
const notHere = 'a text of it is not in this repository';
const fetchAll = 'Fetch the whole history with all texts, and make the packet again.';

/** what the library asked of itself over the period, and who changed that. */
export function policy(input: AuditInput): Section {
	const { ownPolicy } = input;
	const namedIn = documentsInText(input.documents, input.prefix);
	return {
		id: 'A-2',
		name: 'policy',
		title: 'Policy',
		question:
			'Which settings, registers and clause packs held over the period, who changed them, and do they ask for less than before?',
		checks: ownPolicy === undefined ? unseen() : checksOf(ownPolicy, namedIn),
		lists: ownPolicy === undefined ? [] : listsOf(input, ownPolicy),
		notes: [
			'The checks of this packet go by none of the settings that turn rules down: they are listed because the library goes by them itself.',
			'Who is whom the commits name as author: a claim, unless each is signed by a key that the register held for that person before.',
			'Workflow files and settings of the forge, such as who may push, are not in a repository and cannot be listed here.',
		],
	};
}

function unseen(): readonly Check[] {
	return Object.entries(asks).map(([name, statement]) =>
		notEvaluated(name, statement, 'configs and registers of the period could not be read', fetchAll),
	);
}

/** Which documents a text names. */
type NamedIn = ReturnType<typeof documentsInText>;

function checksOf(own: AuditedPolicy, namedIn: NamedIn): readonly Check[] {
	const net: readonly CheckItem[] =
		own.loosened === undefined
			? []
			: [itemOf('config at the end against the beginning', own.loosened, namedIn)];
	const changes = own.changes.filter(({ kind }) => kind !== 'register');
	return [
		checkOf({
			name: 'policy/not-loosened',
			asks: asks['policy/not-loosened'],
			items: [...net, ...changes.map((one) => itemOf(keyOf(one), one.loosens, namedIn))],
			cure: fetchAll,
		}),
		checkOf({
			name: 'policy/registers-only-grow',
			asks: asks['policy/registers-only-grow'],
			items: own.registers.map((file): CheckItem => {
				const of = own.changes.filter((one) => one.file === file);
				const isSeen = of.every(({ loosens }) => loosens !== undefined);
				const lost = of.flatMap((one) =>
					(one.loosens ?? []).map((entry) => `${entry} with ${one.commit.slice(0, 7)}`),
				);
				return itemOf(file, lost.length === 0 && !isSeen ? undefined : lost, namedIn);
			}),
			cure: fetchAll,
		}),
	];
}

function itemOf(key: string, loosens: readonly string[] | undefined, namedIn: NamedIn): CheckItem {
	if (loosens === undefined) return { key, of: [libraryItself], result: 'not evaluated', detail: notHere };
	const result = loosens.length === 0 ? 'holds' : 'does not hold';
	const detail = loosens.join('; ');
	return { key, of: [libraryItself, ...namedIn(detail)], result, detail };
}

function keyOf({ commit, file }: Pick<PolicyChange, 'commit' | 'file'>): string {
	return `${commit.slice(0, 12)} ${file}`;
}

function listsOf(input: AuditInput, own: AuditedPolicy): readonly PacketList[] {
	return [
		settingList(own, documentsInText(input.documents, input.prefix)),
		changeList(input, own),
		packList(own),
		baselineList(own),
	];
}

function settingList({ settings }: AuditedPolicy, namedIn: NamedIn): PacketList {
	return listOf({
		name: 'settings',
		title: 'Settings that differ from the default',
		about: 'one setting of the config, with all that it extends',
		key: ['setting'],
		source: 'sop.config.yaml as the mainline had it before the period and at its end',
		reperform: [],
		columns: [
			{ key: 'setting', title: 'Setting', about: 'its place in the config', released: true },
			{ key: 'default', title: 'Default', about: 'what holds where nothing is set' },
			{ key: 'opening', title: 'At the beginning', about: 'what was set; empty where nothing was' },
			{ key: 'closing', title: 'At the end', about: 'what was set; empty where nothing was' },
		],
		rows: settings.map(({ setting, usual, opening, closing }) => ({
			of: [libraryItself, ...namedIn(`${setting} ${opening} ${closing}`)],
			cells: { setting, default: usual, opening, closing },
		})),
	});
}

function changeList(input: AuditInput, { changes }: AuditedPolicy): PacketList {
	const files = [...new Set(changes.map(({ file }) => file))].sort();
	const paths = files.map((file) => shellWord(input.prefix + file)).join(' ');
	return listOf({
		name: 'policy-changes',
		title: 'Changes of the policy',
		about: 'one file of the policy, changed by one commit of the mainline in the period',
		key: ['at', 'commit', 'file'],
		source: 'the commits of the mainline in the period that touch config, baseline or registers',
		reperform:
			files.length === 0
				? []
				: [
						{
							does: 'list the commits with what they changed',
							command: `git log --first-parent --diff-merges=first-parent --patch --no-renames ${commitsOfPeriod(input)} -- ${paths}`,
							gives: 'the commits of the rows, with the lines of their cell diff',
						},
					],
		columns: [
			{
				key: 'at',
				title: 'Known at',
				about: 'when the mainline showed it',
				onlyInFiles: true,
				released: true,
			},
			{ key: 'known', title: 'Known', about: 'the day on which the mainline showed it', released: true },
			{ key: 'commit', title: 'Commit', about: 'of the mainline', released: true },
			{ key: 'file', title: 'File', about: 'relative to the library', total: 'values' },
			{ key: 'what', title: 'What', about: 'added, changed or removed', total: 'values', released: true },
			{
				key: 'who',
				title: 'Who',
				about: 'authors of what the commit brought: ids of people, else what commits claim',
				released: true,
			},
			{
				key: 'trust',
				title: 'Trust',
				about: 'commit-signed where each is signed by a key of its author, else claimed',
				total: 'values',
				released: true,
			},
			{ key: 'cause', title: 'Why no more', about: 'why it is no more than a claim', onlyInFiles: true },
			{
				key: 'loosens',
				title: 'Asks for less',
				about: 'what it asks less for than before; of registers, what left them',
			},
			{ key: 'unclear', title: 'May ask for less', about: 'changes of which nobody can tell' },
			{
				key: 'diff',
				title: 'Difference',
				about: 'in the unified format, with three lines around',
				onlyInFiles: true,
			},
		],
		rows: changes.map((change) => ({
			of: [libraryItself, ...change.of],
			cells: {
				at: instantText(change.known),
				known: dayAt(change.known, input.period.zone),
				commit: change.commit,
				file: change.file,
				what: change.what,
				who: authorNames(change),
				trust: trustOf(change),
				cause: [...new Set(change.who.flatMap(({ cause }) => cause ?? []))].join('; ') || null,
				loosens: change.loosens ?? [notHere],
				unclear: change.unclear,
				diff: change.diff,
			},
		})),
	});
}

function packList({ packs }: AuditedPolicy): PacketList {
	return listOf({
		name: 'clause-packs',
		title: 'Clause packs',
		about: 'one set of clauses that the tool holds',
		key: ['framework'],
		source: 'the tool itself',
		reperform: [],
		columns: [
			{ key: 'framework', title: 'Framework', about: 'the id by which a config names it' },
			{ key: 'name', title: 'Name', about: 'as its clauses are cited' },
			{ key: 'title', title: 'Title', about: 'of the law or standard' },
			{ key: 'edition', title: 'Edition', about: 'that its clauses are of' },
			{ key: 'version', title: 'Version', about: 'of the pack' },
			{ key: 'date', title: 'Date', about: 'on which its content was last changed' },
			{ key: 'status', title: 'Status', about: 'of the edition', total: 'values' },
			{
				key: 'named',
				title: 'Named',
				about: 'whether the config at the end of the period names it',
				total: 'values',
			},
			{ key: 'digest', title: 'Digest', about: 'SHA-256 of all that it says', onlyInFiles: true },
		],
		rows: packs.map(({ isNamed, ...pack }) => ({ of: [], cells: { ...pack, named: isNamed } })),
	});
}

function baselineList({ baselines }: AuditedPolicy): PacketList {
	return listOf({
		name: 'baseline-counts',
		title: 'Findings put off by the baseline',
		about: 'the baseline at the end of one day: before the period, at the end of each quarter, at its end',
		key: ['day'],
		source: '.sop-baseline.json as the mainline had it',
		reperform: [],
		columns: [
			{ key: 'day', title: 'Day', about: 'at whose end it stood so', released: true },
			{ key: 'entries', title: 'Entries', about: 'how many it had', released: true },
			{ key: 'findings', title: 'Findings', about: 'how many these cover', released: true },
		],
		rows: baselines.map(({ day, entries, findings }) => ({
			of: [libraryItself],
			cells: { day, entries, findings },
		})),
	});
}
