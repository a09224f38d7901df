import type { Check } from '../../audit/check.ts';
import { countOf } from '../../diagnostics/count-of.ts';
import { NamedLink } from '../page/named-link.tsx';
import type { PageContext } from '../page/packet-page.tsx';
import { relativePath } from '../page/relative-path.ts';
import { ResultMark } from '../page/result-mark.tsx';
import { ScrollRegion } from '../page/scroll-region.tsx';
import { hasLongWord } from '../page/wide-table.ts';
import { mostRows } from './most-rows.ts';

interface CheckBlockProps {
	readonly check: Check;
	readonly context: PageContext;
}

/** A check: what it asks, what came out and over how many, why not and what to do, and the items that need a look. */
export function CheckBlock({ check, context }: CheckBlockProps) {
	const { name, asks, result, counts, cause, cure, items } = check;
	const id = `check-${name.replaceAll('/', '-')}`;
	return (
		<article class="check" aria-labelledby={id}>
			<h3 id={id}>{asks}</h3>
			<p>
				<ResultMark result={result} /> <code>{name}</code>
			</p>
			<p>
				{counts.looked === 0
					? 'Nothing was looked at.'
					: `${countOf(counts.looked, 'item')} looked at: ${counts.holds} ${counts.holds === 1 ? 'holds' : 'hold'}, ${counts.doesNotHold} ${counts.doesNotHold === 1 ? 'does' : 'do'} not, ${counts.notEvaluated} not evaluated.`}
			</p>
			{cause !== null && (
				<p>
					<strong>Cause:</strong> {sentence(cause)}
				</p>
			)}
			{cure !== null && (
				<p>
					<strong>Cure:</strong> {sentence(cure)}
				</p>
			)}
			{items.length > 0 && <Items check={check} context={context} />}
		</article>
	);
}

function Items({ check: { asks, items }, context }: CheckBlockProps) {
	const shown = items.slice(0, mostRows);
	return (
		<>
			<ScrollRegion label={`Items of: ${asks}`}>
				<table>
					<caption>What does not hold or was not evaluated: {countOf(items.length, 'item')}</caption>
					<thead>
						<tr>
							<th scope="col">Item</th>
							<th scope="col">Result</th>
							<th scope="col">Why</th>
						</tr>
					</thead>
					<tbody>
						{shown.map(({ key, result, detail }) => (
							<tr key={key}>
								<th scope="row" class={key.length <= 20 ? 'short' : hasLongWord(key) ? 'token' : undefined}>
									<NamedLink name={key} context={context} />
								</th>
								<td>
									<ResultMark result={result} />
								</td>
								<td>{detail}</td>
							</tr>
						))}
					</tbody>
				</table>
			</ScrollRegion>
			{shown.length < items.length && (
				<p class="cut">
					The first {shown.length} of {items.length} items are shown. All are in{' '}
					<a href={relativePath(context.path, 'data/checks.json')}>data/checks.json</a>.
				</p>
			)}
		</>
	);
}

/** With one full stop at its end. */
function sentence(text: string): string {
	return /[.!?]$/.test(text) ? text : `${text}.`;
}
