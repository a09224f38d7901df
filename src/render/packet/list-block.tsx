import type { PacketList } from '../../audit/packet-list.ts';
import type { Reperformance } from '../../audit/reperformance.ts';
import { countOf } from '../../diagnostics/count-of.ts';
import { CommandBlock } from '../page/command-block.tsx';
import type { PageContext } from '../page/packet-page.tsx';
import { relativePath } from '../page/relative-path.ts';
import { ListTable } from './list-table.tsx';
import { mostRows } from './most-rows.ts';

interface ListBlockProps {
	readonly list: PacketList;
	readonly context: PageContext;
}

/** A list: what a row is, how many there are, the rows or the first of them, its files, and where the figures come from. */
export function ListBlock({ list, context }: ListBlockProps) {
	const { name, title, about, rows, columns } = list;
	const id = `list-${name}`;
	const csv = `data/${name}.csv`;
	return (
		<article class="list" aria-labelledby={id}>
			<h3 id={id}>{title}</h3>
			<p>
				{countOf(rows.length, 'row')}
				{rows.length === 0 ? `; each would be ${about}` : ''}. As a file:{' '}
				<FileLink path={csv} context={context} />, <FileLink path={`data/${name}.json`} context={context} />.
			</p>
			{rows.length === 0 ? <p class="none">None.</p> : <ListTable list={list} context={context} />}
			{rows.length > mostRows && (
				<p class="cut">
					The first {mostRows} of {rows.length} rows are shown. All are in{' '}
					<FileLink path={csv} context={context} />.
				</p>
			)}
			<details>
				<summary>What the columns say</summary>
				<dl class="columns">
					{columns.map(({ key, title: column, about: says, onlyInFiles }) => (
						<div key={key}>
							<dt>
								{column} <code>{key}</code>
							</dt>
							<dd>
								{says}
								{onlyInFiles ? ' (only in the files)' : ''}
							</dd>
						</div>
					))}
				</dl>
			</details>
			<Provenance list={list} />
		</article>
	);
}

function FileLink({ path, context }: { readonly path: string; readonly context: PageContext }) {
	return <a href={relativePath(context.path, path)}>{path}</a>;
}

/** Information produced by the entity: what an auditor must know before relying on a list (PCAOB AS 1105.10). */
function Provenance({ list: { title, source, reperform } }: { readonly list: PacketList }) {
	return (
		<aside class="provenance" aria-label={`Where this comes from: ${title}`}>
			<p>
				<strong>Made from:</strong> {source}.
			</p>
			{reperform.map((one) => (
				<Reperform key={one.command} one={one} />
			))}
		</aside>
	);
}

/** How to get at a figure by hand. */
export function Reperform({ one: { does, command, gives, where } }: { readonly one: Reperformance }) {
	return (
		<>
			<p>
				<strong>By hand:</strong> {does}, {where ?? 'at the top of the repository'}:
			</p>
			<CommandBlock command={command} />
			<p>It prints {gives}.</p>
		</>
	);
}
