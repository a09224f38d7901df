import { recordKinds } from '../../../model/record/record-kind.ts';
import type { FileRule } from '../../rule.ts';

export const strayFile: FileRule = {
	name: 'record/stray-file',
	severity: 'warning',
	summary: 'A file below `records/` holds no record.',
	why: 'What nobody reads proves nothing. A record in the wrong folder, or with another ending, is missed where it counts.',
	remedy:
		'Put it where it belongs: scans and other evidence into `attachments/`, records into the folder of their kind. `ignore` in the config leaves a file out.',
	points: 'At the file.',
	clauses: ['iso-9001 7.5.3.2 a'],
	silenceable: false,
	scope: 'file',
	kinds: ['record-stray'],
	examples: {
		bad: '# file: records/approvals/SOP-FIN-900/scan.txt\nSigned by hand\n',
		good: '# file: attachments/SOP-FIN-900/scan.txt\nSigned by hand\n',
	},
	*check({ file }) {
		const [, folder = ''] = file.split('/');
		const known = recordKinds.find((kind) => kind === folder);
		const ending = known === 'training' || known === 'runs' ? '.jsonl' : '.yaml';
		yield {
			place: { path: [] },
			message:
				known === undefined
					? `No records belong here: the folders below records/ are ${recordKinds.join(', ')}`
					: file.split('/').length > 3 || !file.endsWith(ending)
						? `No record stands in this file: those in ${known} end in ${ending}`
						: `No record stands in this file: those in ${known} lie in a folder of their own for each ${known === 'training' ? 'person' : 'document'}`,
		};
	},
};
