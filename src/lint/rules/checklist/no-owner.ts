import type { FileRule } from '../../rule.ts';

export const noOwner: FileRule = {
	name: 'checklist/no-owner',
	severity: 'error',
	summary: 'A checklist names nobody who answers for it.',
	why: 'A checklist without an owner is still executed when it is long out of date, and nobody is asked why a run was missed.',
	remedy: 'Write `owner:` with the role that answers for the checklist, e.g. `owner: controller`.',
	points: 'At the top of the checklist.',
	clauses: ['soc-2 CC5.3', 'nist-800-53 xx-1 b'],
	scope: 'file',
	kinds: ['checklist'],
	examples: {
		bad: '# checklist\n# without owner\n',
		good: '# checklist\nowner: controller\n',
	},
	*check({ checklist }) {
		if (checklist !== undefined && checklist.owner === undefined)
			yield { place: { path: ['owner'] }, message: 'Nobody answers for this checklist: it names no owner' };
	},
};
