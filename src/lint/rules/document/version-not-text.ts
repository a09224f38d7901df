import type { Path } from '../../../diagnostics/path.ts';
import type { Problem } from '../../../diagnostics/problem.ts';
import { rows } from '../../../model/several.ts';
import { quoted } from '../../../source/written-scalars.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';
import type { FileSubject } from '../../subject.ts';

export const versionNotText: FileRule = {
	name: 'document/version-not-text',
	severity: 'error',
	summary: 'A version number stands without quotes.',
	why: 'Without quotes a version is a number like any other: 2.10 becomes 2.1, and two versions look like one.',
	remedy: 'Put the version in double quotes.',
	points: 'At the version.',
	clauses: ['iso-9001 7.5.2 a', 'iso-13485 4.2.4 c'],
	fix: { safety: 'safe', summary: 'Puts the version in quotes, exactly as it is written.' },
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: 'version: 1.0\n',
		good: 'version: "1.0"\n',
	},
	*check(subject) {
		if (typeof subject.document?.version === 'number') yield problem(subject, ['version']);
		for (const [index, row] of rows(subject.document?.change_log).entries()) {
			if (typeof row.version === 'number') yield problem(subject, ['change_log', index, 'version']);
		}
	},
};

function problem(subject: FileSubject, path: Path): Problem {
	const { from, to } = subject.source.rangeOf({ path });
	const written = subject.source.text.slice(from, to);
	const found: Problem = {
		place: { path },
		message: `The version ${written} is a number, not text`,
		help: `Write ${quoted(written)}.`,
	};
	// Other ways to write a number, such as 1e3, are no version in quotes either.
	if (!/^\d+(?:\.\d+)?$/.test(written)) {
		return { ...found, help: 'Write one to four whole numbers with dots, in quotes, e.g. "2.1".' };
	}
	return {
		...found,
		fix: {
			safety: 'safe',
			edits: (source) => [{ ...source.rangeOf({ path }), text: quoted(written) }],
		},
	};
}
