import type { SilencingRule } from '../../rule.ts';

export const stale: SilencingRule = {
	name: 'baseline/stale',
	severity: 'warning',
	summary: 'An entry of the baseline puts off more findings than there are.',
	why: 'What has been mended must not come back under cover of an old entry: the baseline may only shrink.',
	remedy: 'Take the entry out: `sop baseline --prune` does.',
	points: 'At the entry in the baseline.',
	clauses: [],
	scope: 'silencing',
	examples: {
		bad: '# file: .sop-baseline.json\n{\n  "format": 1,\n  "entries": [\n    {\n      "rule": "document/placeholder",\n      "document": "registers/roles.yaml",\n      "place": "roles/controller/name",\n      "count": 1\n    }\n  ]\n}\n# file: registers/roles.yaml\nroles:\n  - id: controller\n    name: Controller\n',
		good: '# file: .sop-baseline.json\n{\n  "format": 1,\n  "entries": []\n}\n# file: registers/roles.yaml\nroles:\n  - id: controller\n    name: Controller\n',
	},
	*check({ staleBaselineEntries, baselineFile }) {
		if (baselineFile === undefined) return;
		for (const { rule, document, place, index, left } of staleBaselineEntries) {
			const where = place === '' ? document : `${document} ${place}`;
			yield {
				file: baselineFile,
				place: { path: ['entries', index, left === 0 ? 'rule' : 'count'] },
				message:
					left === 0
						? `${rule} finds nothing more at ${where}`
						: `${rule} finds only ${left} more at ${where}`,
			};
		}
	},
};
