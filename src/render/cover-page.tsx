import type { Cover } from '../audit/cover.ts';
import { countOf } from '../diagnostics/count-of.ts';
import { CoverFacts } from './cover/cover-facts.tsx';
import { HowToCheck } from './cover/how-to-check.tsx';
import { Reperform } from './packet/list-block.tsx';
import { type PageContext, packetPage } from './page/packet-page.tsx';
import { relativePath } from './page/relative-path.ts';
import { ResultMark } from './page/result-mark.tsx';
import { ScrollRegion } from './page/scroll-region.tsx';

/** The cover of a packet: what it is about and what not, what came out, and how a reader makes sure of it. */
export function coverPage(cover: Cover, context: PageContext): string {
	return packetPage(
		{ ...context, title: cover.entity === null ? 'Audit packet' : `Audit packet: ${cover.entity}` },
		<>
			<CoverFacts cover={cover} />
			<section aria-labelledby="results">
				<h2 id="results">What came out</h2>
				<p>
					Three results are told apart: <ResultMark result="holds" />, <ResultMark result="does not hold" />{' '}
					and <ResultMark result="not evaluated" />. What could not be seen is never shown as good.
				</p>
				<Results cover={cover} context={context} />
			</section>
			<section aria-labelledby="not-covered">
				<h2 id="not-covered">What this packet does not cover</h2>
				{cover.partial === null ? null : (
					<p>
						<strong>Not all of the past is here:</strong> {cover.partial}.
					</p>
				)}
				{cover.notCovered.length === 0 ? (
					<p class="none">Nothing was named.</p>
				) : (
					<dl class="fields">
						{cover.notCovered.map(({ area, why }) => (
							<div key={area}>
								<dt>{area}</dt>
								<dd>{why}</dd>
							</div>
						))}
					</dl>
				)}
				<h3>Withheld and redacted</h3>
				{cover.withheld.length === 0 ? (
					<p class="none">Nothing.</p>
				) : (
					cover.withheld.map((line) => <p key={line}>{line}</p>)
				)}
				<h3>Sampling</h3>
				<p>{cover.sampling}</p>
			</section>
			<HowToCheck cover={cover} />
			{cover.reperform.length > 0 && (
				<section aria-labelledby="by-hand">
					<h2 id="by-hand">Two figures to get at by hand</h2>
					{cover.reperform.map((one) => (
						<Reperform key={one.command} one={one} />
					))}
				</section>
			)}
		</>,
	);
}

function Results({ cover: { sections }, context }: { readonly cover: Cover; readonly context: PageContext }) {
	return (
		<ScrollRegion label="Results by section">
			<table>
				<caption>{countOf(sections.length, 'section')}, each with the result over all its checks</caption>
				<thead>
					<tr>
						<th scope="col">Section</th>
						<th scope="col">Result</th>
						<th scope="col">Hold</th>
						<th scope="col">Do not hold</th>
						<th scope="col">Not evaluated</th>
						<th scope="col">Rows in lists</th>
					</tr>
				</thead>
				<tbody>
					{sections.map(({ id, title, page, result, counts, rows }) => (
						<tr key={id}>
							<th scope="row">
								<a href={relativePath(context.path, page)}>
									{id} {title}
								</a>
							</th>
							<td>{result === null ? 'only tells' : <ResultMark result={result} />}</td>
							<td class="number">{counts.holds}</td>
							<td class="number">{counts.doesNotHold}</td>
							<td class="number">{counts.notEvaluated}</td>
							<td class="number">{rows}</td>
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}
