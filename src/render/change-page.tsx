import { type ChangeGroup, changeGroups } from '../model/diff/change-groups.ts';
import { diffHead } from '../model/diff/diff-summary.ts';
import type { DocumentChange } from '../model/diff/document-change.ts';
import type { DocumentDiff } from '../model/diff/document-diff.ts';
import { type PageContext, packetPage } from './page/packet-page.tsx';

/** The page of what changed between two versions of a document, by section, with the full text where words shorten it. */
export function changePage(diff: DocumentDiff, context: PageContext): string {
	const { from, to, counts } = diffHead(diff);
	return packetPage(
		{ ...context, id: diff.document, title: `${diff.title}: what changed` },
		<>
			<dl class="fields">
				{diff.classification === undefined ? null : (
					<Field label="Classification">{diff.classification}</Field>
				)}
				<Field label="From">{from}</Field>
				<Field label="To">{to}</Field>
				<Field label="Changes">{counts}</Field>
			</dl>
			{changeGroups(diff.changes).map((group) => (
				<Group key={group.name} group={group} />
			))}
		</>,
	);
}

function Field({ label, children }: { readonly label: string; readonly children: string }) {
	return (
		<div>
			<dt>{label}</dt>
			<dd>{children}</dd>
		</div>
	);
}

function Group({ group: { name, changes } }: { readonly group: ChangeGroup }) {
	return (
		<section>
			<h2>{name}</h2>
			<ul class="changes">
				{changes.map((change, index) => (
					<Change key={index} change={change} />
				))}
			</ul>
		</section>
	);
}

function Change({ change: { controlRelevant, words, before, after } }: { readonly change: DocumentChange }) {
	const line = oneLine(words);
	const isShort = [before, after].every((text) => text === undefined || line.includes(oneLine(text)));
	return (
		<li class={controlRelevant ? 'relevant' : undefined}>
			{controlRelevant ? <strong>! control-relevant: </strong> : null}
			{words}
			{isShort ? null : (
				<dl class="fields whole">
					{before === undefined ? null : <Field label="Before">{before}</Field>}
					{after === undefined ? null : <Field label="After">{after}</Field>}
				</dl>
			)}
		</li>
	);
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}
