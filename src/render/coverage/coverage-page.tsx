import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Coverage } from '../../control/coverage/coverage-of.ts';
import { type CoverageStatus, coverageStatuses } from '../../control/coverage/coverage-status.ts';
import { shareWords } from '../../control/coverage/share.ts';
import { countOf } from '../../diagnostics/count-of.ts';
import { visibleText } from '../../model/visible-text.ts';
import { packetCss } from '../packet-css.ts';
import { PageHead } from '../page/page-head.tsx';
import { ScrollRegion } from '../page/scroll-region.tsx';
import { onPaper } from '../page/wide-table.ts';
import { coverageCss } from './coverage-css.ts';

/** What the page of coverage is made from. */
export interface CoveragePage {
	readonly coverage: Coverage;
	/** The rows of the table, in its order, as texts. */
	readonly rows: readonly Readonly<Record<string, string | null>>[];
	/** The moment it is about, and what was known. */
	readonly asOf: string;
	readonly period: { readonly from: string; readonly to: string };
	/** Why runs are not evaluated. */
	readonly noRuns: string;
	/** Why it is measured by the register that comes with `sop`; null where by the library's own. */
	readonly why: string | null;
	/** How many documents are withheld from the reader. */
	readonly withheld: number;
}

/**
 * One page that needs nothing beside itself: no scripts, no files. All text in it is escaped, and what nobody sees in it
 * is made visible; colours only repeat what letters and words say.
 */
export function coveragePage(page: CoveragePage): string {
	return `<!doctype html>\n${visibleText(render(<Page page={page} />))}\n`;
}

function Page({ page }: { readonly page: CoveragePage }) {
	const { coverage, asOf, period, noRuns, why, withheld } = page;
	return (
		<html lang="en">
			<PageHead title={`Coverage ${asOf}`} styleFrom="'unsafe-inline'">
				{/* The style is the program's own text, and holds nothing of the library. */}
				<style dangerouslySetInnerHTML={{ __html: packetCss() + coverageCss }} />
			</PageHead>
			<body>
				<header>
					<h1>Coverage of activities</h1>
					<p>
						<strong>{shareWords(coverage.share)}</strong> of the activities that are done here have an SOP in
						force, {asOf}. {coverage.share.setAside > 0 && `${coverage.share.setAside} set aside. `}
						{coverage.share.notEvaluated > 0 &&
							`${coverage.share.notEvaluated} not evaluated, counted as not covered.`}
					</p>
					{why !== null && <p>Measured by the activities that sop ships, as {why}.</p>}
					{withheld > 0 && (
						<p>Withheld by classification: {countOf(withheld, 'document')}. What they cover is counted.</p>
					)}
					<p>
						Executed from {period.from} to {period.to}: not evaluated, {noRuns}.
					</p>
				</header>
				<main>
					<h2 id="map">Map</h2>
					<FunctionMap coverage={coverage} />
					<h2 id="activities">Activities, gaps first</h2>
					<Rows rows={page.rows} />
				</main>
			</body>
		</html>
	);
}

function FunctionMap({ coverage: { functions } }: { readonly coverage: Coverage }) {
	const all = functions.flatMap(({ rows }) => rows);
	return (
		<>
			<div class="map">
				{functions.map(({ function: name, share, rows }) => (
					<section key={name} aria-label={name}>
						<h3>
							{name} <span>{shareWords(share)}</span>
						</h3>
						<ul class="fields">
							{rows.map(({ activity, status }) => (
								<li key={activity.id} title={`${activity.name}: ${status}`}>
									<Field status={status}>
										<span class="said">{`${activity.name}: ${status}`}</span>
									</Field>
								</li>
							))}
						</ul>
					</section>
				))}
			</div>
			<ul class="legend" aria-label="Legend">
				{coverageStatuses.map(({ status, means }) => {
					const count = all.filter((row) => row.status === status).length;
					return count === 0 ? null : (
						<li key={status}>
							<Field status={status} /> {status} ({count}): {means}
						</li>
					);
				})}
			</ul>
		</>
	);
}

function Field({
	status,
	children,
}: {
	readonly status: CoverageStatus;
	readonly children?: ComponentChildren;
}) {
	const letter = coverageStatuses.find((one) => one.status === status)?.letter;
	return (
		<span class={`field ${classes[status]}`}>
			<span aria-hidden="true">{letter}</span>
			{children}
		</span>
	);
}

/** The colours of results, and one for what is set aside. */
const classes: Readonly<Record<CoverageStatus, string>> = {
	none: 'fails',
	'retired only': 'fails',
	'checklist only': 'open',
	'not in force': 'open',
	unfinished: 'open',
	'not evaluated': 'open',
	'review overdue': 'open',
	covered: 'holds',
	'set aside': 'aside',
};

const columns = [
	['status', 'Status'],
	['risk', 'Risk'],
	['function', 'Function'],
	['name', 'Activity'],
	['sop', 'SOP'],
	['checklist', 'Checklist'],
	['owner', 'Owner'],
	['typicalOwner', 'Usual owner'],
	['nextReview', 'Next review'],
	['executed', 'Executed'],
	['why', 'Why'],
] as const;

function Rows({ rows }: Pick<CoveragePage, 'rows'>) {
	const paper = onPaper(columns.length);
	return (
		<ScrollRegion label="Activities">
			<table class={paper.className}>
				<caption>{rows.length} activities</caption>
				<thead>
					<tr>
						{columns.map(([key, title]) => (
							<th key={key} scope="col">
								{title}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map((row) => (
						<tr key={row['activity']}>
							{columns.map(([key, title]) =>
								key === 'name' ? (
									<th key={key} scope="row">
										{row['name'] === row['activity'] ? null : `${row['name']} `}
										<code>{row['activity']}</code>
									</th>
								) : (
									<td
										key={key}
										class={key === 'nextReview' ? 'short' : undefined}
										data-label={paper.label(title)}
									>
										{row[key]}
									</td>
								),
							)}
						</tr>
					))}
				</tbody>
			</table>
		</ScrollRegion>
	);
}
