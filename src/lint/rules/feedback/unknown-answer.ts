import type { HistoryRule } from '../../rule.ts';

export const unknownAnswer: HistoryRule = {
	name: 'feedback/unknown-answer',
	severity: 'warning',
	summary:
		'A row of the change log says that it answers feedback, and there is no such record on this document.',
	why: 'The suggestion that was meant stays open, and whoever made it is told that nobody listened.',
	remedy:
		'Write the path of the record as `sop feedback` lists it, and name its maker among the contributors.',
	points: 'At the path as written.',
	clauses: [],
	scope: 'history',
	examples: {
		bad: story('2026-06-01T100000Z-max.mustre'),
		good: story('2026-06-01T100000Z-max.muster'),
	},
	*check({ history, isReported }) {
		// A record that cannot be read may be the one that is meant.
		if (history.unseenRecords !== null || history.partial !== null) {
			yield { notEvaluated: history.unseenRecords ?? history.partial ?? '' };
			return;
		}
		const given = new Map(
			history.feedback
				.filter(({ value }) => value.meaning === 'feedback')
				.map(({ file, value }) => [file, value.document]),
		);
		for (const { here, id } of history.documents) {
			if (here === undefined || !isReported(here.file)) continue;
			for (const [index, { version, answers }] of here.changeLog.entries()) {
				for (const [at, file] of answers.entries()) {
					const document = given.get(file);
					if (document === id) continue;
					yield {
						file: here.file,
						place: { path: ['change_log', index, 'answers', ...(answers.length > 1 ? [at] : [])] },
						message:
							document === undefined
								? `${history.mainline} shows no feedback ${file}, which version ${version} says it answers`
								: `Version ${version} says that it answers feedback on ${document}: ${file}`,
					};
				}
			}
		}
	},
};

function story(name: string): string {
	const row = (version: string, day: string) =>
		`  - version: "${version}"\n    date: ${day}\n    author: jane.doe\n    what: The check\n    why: Invoices were paid twice\n`;
	const sop = (version: string, rows: string) =>
		`title: Check of invoices\nversion: "${version}"\nchange_log:\n${rows}`;
	const answer = `    contributors:\n      - max.muster\n    answers:\n      - records/feedback/SOP-FIN-900/${name}.yaml\n`;
	const people = '# file: registers/people.yaml\n{{people}}';
	return `# commit: 2026-06-01
${sop('1.0', row('1.0', '2026-06-01'))}${people}# record: feedback {person: max.muster, text: The portal exports the balance}
# commit: 2026-06-20
${sop('1.1', `${row('1.1', '2026-06-20')}${answer}${row('1.0', '2026-06-01')}`)}${people}`;
}
