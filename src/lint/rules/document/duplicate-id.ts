import { groupBy } from '../../../diagnostics/group-by.ts';
import type { LibraryRule } from '../../rule.ts';

export const duplicateId: LibraryRule = {
	name: 'document/duplicate-id',
	severity: 'error',
	summary: 'Two files share one id, be it in other capitals.',
	why: 'An id that stands for two texts proves neither: an approval, a training or a run may belong to either of them.',
	remedy: 'Give one of them the next free id; `sop new` finds it.',
	points: 'At the id of every file but the first.',
	clauses: ['iso-9001 7.5.2 a', 'eu-gmp Chapter 4'],
	scope: 'library',
	examples: {
		bad: '# checklist: the SOP that it executes is SOP-FIN-900\nid: SOP-FIN-900\n',
		good: '# checklist: the SOP that it executes is SOP-FIN-900\nid: CHK-FIN-900\n',
	},
	*check({ documents, isReported }) {
		const withId = documents.filter(({ id }) => id !== undefined);
		for (const [, group] of groupBy(withId, ({ id }) => String(id).normalize('NFC').toLowerCase())) {
			if (group.length === 1) continue;
			// The finding belongs to what is being looked at, so the file that keeps the id may be any other.
			const keeper = group.find(({ file }) => !isReported(file)) ?? group[0];
			for (const { file, id } of group) {
				if (keeper === undefined || file === keeper.file) continue;
				const same = id === keeper.id;
				yield {
					file,
					place: { path: ['id'] },
					message: same
						? `The id ${id} is also that of ${keeper.file}`
						: `The id ${id} differs only in capitals from ${keeper.id} of ${keeper.file}`,
				};
			}
		}
	},
};
