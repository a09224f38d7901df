// What people of the example company do again and again: write a document from a template, sign it, learn it, review it.
import { parse } from 'yaml';
import { answerTo } from './answers.mjs';
import { people } from './people.mjs';

/** @typedef {import('./workplace.mjs').Workplace} Workplace */
/** @typedef {import('./people.mjs').Person} Person */

const everybody = Object.values(people);

/** The people who hold a role on a day. */
export function holders(role, day) {
	return everybody.filter(
		({ roles, until }) =>
			(until === undefined || day <= until) &&
			roles.some(
				(held) => held.role === role && held.from <= day && (held.until === undefined || day <= held.until),
			),
	);
}

/** The file of a document, wherever it lies. */
export function fileOf(work, id) {
	const found = work
		.git('grep', '--untracked', '-l', '-E', `^id: "?${id}"?$`, '--', '*.sop.yaml', '*.checklist.yaml')
		.split('\n')[0];
	if (found === undefined || found === '') throw new Error(`no file has the id ${id}`);
	return found;
}

/**
 * Somebody writes a document from a template, on a branch of their own, and brings it to the mainline.
 *
 * @param {Workplace} work
 * @param {Person} who
 * @param {string} day
 * @param {{ template: string, id: string, reason: string, confirm?: object, edits?: readonly (readonly [RegExp | string, string])[] }} document
 */
export async function write(work, who, day, { template, id, reason, confirm = {}, edits = [] }) {
	work.as(who, day);
	const branch = id.toLowerCase();
	work.branch(branch);
	// They have looked at each proposed value.
	const asked = (await work.sop('new', template, '--id', id, '--questions')).replace(
		/^# {2}(?=[a-z])/gm,
		'  ',
	);
	const questions = parse(asked);
	const answers = {
		...questions,
		author: who.id,
		reason,
		placeholders: Object.fromEntries(
			Object.keys(questions.placeholders ?? {}).map((words) => [words, answerTo(words)]),
		),
		confirm: { ...questions.confirm, ...confirm },
	};
	work.write({ 'answers.yaml': JSON.stringify(answers) });
	await work.sop('new', template, '--id', id, '--answers', 'answers.yaml');
	work.remove('answers.yaml');
	for (const [from, to] of edits) work.edit(fileOf(work, id), from, to);
	work.save(`Add ${id} ${parse(work.read(fileOf(work, id))).title}`);
	work.merge(branch);
}

/**
 * Every line of section 15 is signed with an SSH key, each by somebody who holds its role and did not write the text.
 *
 * @param {Workplace} work
 * @param {string} day of the first signature
 * @param {string} id
 * @param {{ lines?: number }} [how]
 * @returns {Promise<string[]>} the paths of the records
 */
export async function sign(work, day, id, { lines = 9 } = {}) {
	const document = parse(work.read(fileOf(work, id)));
	const authors = [document.change_log[0].author].flat();
	const signed = new Set(authors);
	const paths = [];
	for (const [index, { role, meaning }] of document.approval.signatures.slice(0, lines).entries()) {
		const signer = holders(role, day).find((one) => !signed.has(one.id));
		if (signer === undefined) throw new Error(`${day}: nobody can sign ${id} as ${role}`);
		signed.add(signer.id);
		work.as(signer, `${day}T${String(13 + index).padStart(2, '0')}:00:00Z`);
		const path = await work.sop('approve', id, '--as', role, '--meaning', meaning, '--sign', '--commit');
		paths.push(path.trim());
	}
	return paths;
}

/**
 * Everybody who has to learn a document learns it, but those who are left out.
 *
 * @param {Workplace} work
 * @param {Person} trainer who also writes the record
 * @param {string} day
 * @param {string} id
 * @param {readonly Person[]} [without]
 */
export async function learn(work, trainer, day, id, without = []) {
	await record(work, trainer, day, id, { without, again: false });
}

/**
 * What has to be learnt again every year is learnt again, before its time is over.
 *
 * @param {Workplace} work
 * @param {string} day
 * @param {Readonly<Record<string, Person>>} trainers who teaches each document, by its id
 */
export async function learnAgain(work, day, trainers) {
	for (const [id, trainer] of Object.entries(trainers))
		await record(work, trainer, day, id, { without: [], again: true });
}

async function record(work, trainer, day, id, { without, again }) {
	work.as(trainer, `${day}T16:00:00Z`);
	const left = new Set(without.map((one) => one.id));
	const gaps = again ? [] : ['--gaps'];
	const { trainings } = JSON.parse(await work.printed('train', '--id', id, ...gaps, '--format', 'json'));
	const ways = new Map();
	for (const { person, version, how } of trainings) {
		if (person === null || left.has(person)) continue;
		const key = `${person} ${id}@${version}`;
		ways.set(key, (ways.get(key) ?? new Set()).add(how));
	}
	for (const [key, hows] of ways) {
		const [person, text] = key.split(' ');
		const isRead = [...hows].every((how) => /^read(?: and understood)?$/i.test(how));
		work.as(
			everybody.find((one) => one.id === (isRead ? person : trainer.id)),
			work.now,
		);
		const taught = isRead ? [] : ['--trainer', person === trainer.id ? people.olga.id : trainer.id];
		await work.sop('train', 'record', text, '--person', person, ...taught, '--commit');
	}
}

/**
 * A new version: the number and the row of the change log by `sop revise`, the words by hand, on a branch.
 *
 * @param {Workplace} work
 * @param {Person} who
 * @param {string} day
 * @param {{ id: string, what: string, why: string, retrain?: 'yes' | 'no', major?: boolean, effective?: string, edits: readonly (readonly [RegExp | string, string])[], row?: string }} change
 */
export async function revise(
	work,
	who,
	day,
	{ id, what, why, retrain = 'no', major = false, effective, edits, row = '' },
) {
	work.as(who, day);
	const branch = `${id.toLowerCase()}-${day}`;
	work.branch(branch);
	const more = [
		...(major ? ['--major'] : []),
		...(effective === undefined ? [] : ['--effective', effective]),
	];
	await work.sop(
		'revise',
		id,
		'--what',
		what,
		'--why',
		why,
		'--author',
		who.id,
		'--retrain',
		retrain,
		...more,
	);
	const file = fileOf(work, id);
	for (const [from, to] of edits) work.edit(file, from, to);
	if (row !== '') work.edit(file, /(\n\s+retrain: (?:true|false)\n)/, (found) => `${found}${row}`);
	work.save(`Revise ${id}: ${what}`);
	work.merge(branch);
}

/**
 * A periodic review of the version in force.
 *
 * @param {Workplace} work
 * @param {Person} who
 * @param {string} day
 * @param {string} id
 * @param {{ verdict?: 'keep' | 'revise' | 'retire', reason: string, event?: string, as?: string }} found
 */
export async function review(work, who, day, id, { verdict = 'keep', reason, event, as }) {
	work.as(who, day);
	const more = [
		...(event === undefined ? [] : ['--event', event]),
		...(as === undefined ? [] : ['--as', as]),
	];
	await work.sop('review', id, '--verdict', verdict, '--reason', reason, ...more, '--sign', '--commit');
}
