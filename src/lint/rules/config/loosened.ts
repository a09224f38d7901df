import { configFileName } from '../../../model/file-kind.ts';
import { loosenings } from '../../loosenings.ts';
import { isAnother, movedAdoption } from '../../moved-adoption.ts';
import type { HistoryProblem, HistoryRule } from '../../rule.ts';
import { unclearChanges } from '../../unclear-changes.ts';

export const loosened: HistoryRule = {
	name: 'config/loosened',
	severity: 'error',
	summary: 'The config asks for less than that of the mainline.',
	why: 'A change that loosens the rules it is judged by looks clean. Whoever takes it up should see that first, and decide it by itself. `adopted` is told of for as long as it is another than it was, because it decides who owns which number.',
	remedy:
		'Set it back, or bring the looser setting to the mainline in a change of its own. A day of adoption that has begun stays.',
	points:
		'At the setting; with `--policy-from` also at a suppression comment or an entry of the baseline that is new.',
	clauses: ['cfr-11 11.10(k)', 'soc-2 CC5.3'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\n# file: sop.config.yaml\nformat: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\n# now\n# file: sop.config.yaml\nformat: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\nrules:\n  decisions/gap: off\n',
		good: '# commit: 2026-01-20\n# file: sop.config.yaml\nformat: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\nrules:\n  decisions/gap: warning\n# now\n# file: sop.config.yaml\nformat: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\nrules:\n  decisions/gap: error\n',
	},
	*check({ history, library }) {
		if (history.cutOff !== null) yield { notEvaluated: history.cutOff };
		const before = history.mainlineConfig;
		if (before === undefined) return;
		const severities = library.ruleSeverities ?? {};
		const now = library.config;
		for (const problem of loosenings({ before, now, mainline: history.mainline, severities }))
			yield { file: configFileName, ...problem };
		// What here is as on the mainline may still have been moved there.
		if (!isAnother(now.adopted, before.adopted))
			for (const problem of movedAdoption(history, now.adopted)) yield { file: configFileName, ...problem };
	},
	*againstPolicy({ policy, library }) {
		const { from, config, here, baselineFile, newEntries, newSuppressions } = policy;
		const change = {
			before: config,
			now: here ?? {},
			mainline: from,
			severities: library.ruleSeverities ?? {},
		};
		const place = here === undefined ? { file: configFileName, gone: '' } : { file: configFileName };
		for (const problem of [...loosenings(change), ...unclearChanges(change)])
			yield { ...problem, ...place } satisfies HistoryProblem;
		for (const { rule, document, index, more } of newEntries)
			yield {
				file: baselineFile,
				place: { path: ['entries', index, 'rule'] },
				message: `The baseline puts off ${more} more of ${rule} in ${document} than on ${from}`,
				help: 'Mend what it puts off: a baseline may only shrink.',
			};
		for (const { file, rule, offsets } of newSuppressions)
			yield {
				file,
				place: { offsets },
				message: `This comment would keep ${rule} quiet, and is not on ${from}: it does not count`,
				help: 'Mend what it hides. Where it has to stay, somebody must take it up who sees that it is new.',
			};
	},
};
