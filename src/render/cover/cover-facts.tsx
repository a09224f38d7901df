import type { Cover } from '../../audit/cover.ts';
import { countOf } from '../../diagnostics/count-of.ts';

/** What the packet is about: whose, which days, which documents, as of what, made how. */
export function CoverFacts({ cover }: { readonly cover: Cover }) {
	return (
		<section aria-labelledby="scope">
			<h2 id="scope">What this packet is about</h2>
			<dl class="fields">
				{factsOf(cover).map(([label, value]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd>{value}</dd>
					</div>
				))}
				<div>
					<dt>Made by</dt>
					<dd>
						{cover.tool}: <code>{cover.command}</code>
					</dd>
				</div>
			</dl>
		</section>
	);
}

function factsOf(cover: Cover): readonly (readonly [string, string])[] {
	const { entity, library, period, frameworks, scope, head, ref, documents } = cover;
	return [
		...(entity === null ? [] : [['Entity', entity] as const]),
		['Library', library ?? 'its config states no id'],
		['Period', `${period.from} to ${period.to}, both days included, in the zone ${period.zone}`],
		['Frameworks', frameworks.length === 0 ? 'none: the config names none' : frameworks.join(', ')],
		['Documents asked for', scope.length === 0 ? 'all' : scope.join('; ')],
		[
			'Full population',
			[
				`${countOf(documents.population, 'document')} ever stood on the mainline: ${documents.inScope} in scope, of which ${documents.withheld} withheld`,
				...(documents.later === 0 ? [] : [`${documents.later} began after the period`]),
				...(documents.filesWithoutId === 0
					? []
					: [`beside them ${countOf(documents.filesWithoutId, 'file')} without a usable id`]),
			].join('; '),
		],
		[
			'Data as of',
			head === null
				? `${ref} holds no commit`
				: `${head.at}, the mainline time of commit ${head.commit} of ${ref}`,
		],
	];
}
