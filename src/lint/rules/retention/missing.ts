import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const missing: FileRule = {
	name: 'retention/missing',
	severity: 'warning',
	summary: 'Neither the document nor the config says how long superseded versions are kept.',
	why: 'Years later an auditor asks for the version that was in force then. Without a period somebody clears it away, or nothing ever is.',
	remedy: 'Write `retention:` in the document, or once for all of them under `defaults` in sop.config.yaml.',
	points: 'At the top of the document.',
	clauses: ['iso-9001 7.5.3.2 d', 'iso-13485 4.2.4', 'hipaa 164.316(b)(2)(i)', 'eu-gmp 4.12'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: '# without retention\n',
		good: 'retention: 7 years\n',
	},
	*check({ document, library }) {
		if (document === undefined || document.retention !== undefined) return;
		if (library.config.defaults?.retention !== undefined) return;
		yield {
			place: { path: ['retention'] },
			message: 'Nothing says how long superseded versions of this document are kept',
			help: 'Write e.g. `retention: 7 years`, or set `retention` under `defaults` in sop.config.yaml.',
		};
	},
};
