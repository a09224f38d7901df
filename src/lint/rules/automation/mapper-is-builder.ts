import { automationExample } from '../../automation-example.ts';
import type { FileRule } from '../../rule.ts';

export const mapperIsBuilder: FileRule = {
	name: 'automation/mapper-is-builder',
	severity: 'error',
	summary: 'The procedure is mapped and built by the same owner, or both are due on one day.',
	why: 'Whoever builds maps what is easy to build. A map is finished, and looked at, before anybody builds by it; so the two have owners and days of their own, the map first.',
	remedy: 'Name another owner for one of the two, and let the mapping be due before the build.',
	points: 'At the owner or the day of the build.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: automationExample(
			'mapping:',
			'  owner: jane.doe',
			'  due: 2026-03-31',
			'build:',
			'  owner: jane.doe',
			'  due: 2026-06-30',
		),
		good: automationExample(
			'mapping:',
			'  owner: jane.doe',
			'  due: 2026-03-31',
			'build:',
			'  owner: finance-systems',
			'  due: 2026-06-30',
		),
	},
	*check({ sop }) {
		const { mapping, build } = sop?.automation ?? {};
		if (mapping === undefined || build === undefined) return;
		if (mapping.owner !== undefined && mapping.owner === build.owner) {
			yield {
				place: { path: ['automation', 'build', 'owner'] },
				message: `${build.owner} maps the procedure and builds the automation`,
			};
		}
		if (mapping.due !== undefined && build.due !== undefined && build.due <= mapping.due) {
			yield {
				place: { path: ['automation', 'build', 'due'] },
				message:
					build.due === mapping.due
						? `Mapping and build are both due on ${build.due}`
						: `The build is due on ${build.due}, before the mapping on ${mapping.due}`,
			};
		}
	},
};
