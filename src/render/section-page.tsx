import type { Section } from '../audit/section.ts';
import { CheckBlock } from './packet/check-block.tsx';
import { ListBlock } from './packet/list-block.tsx';
import { type PageContext, packetPage } from './page/packet-page.tsx';

/** The page of a section: its question, what to know, its checks, its lists. */
export function sectionPage(section: Section, context: PageContext): string {
	const { id, title, question, notes, checks, lists } = section;
	return packetPage(
		{ ...context, id, title },
		<>
			<p class="question">{question}</p>
			{notes.map((note) => (
				<p key={note} class="note">
					{note}
				</p>
			))}
			{checks.length > 0 && (
				<section aria-labelledby="checks">
					<h2 id="checks">Checks</h2>
					{checks.map((check) => (
						<CheckBlock key={check.name} check={check} context={context} />
					))}
				</section>
			)}
			{lists.length > 0 && (
				<section aria-labelledby="lists">
					<h2 id="lists">Lists</h2>
					{lists.map((list) => (
						<ListBlock key={list.name} list={list} context={context} />
					))}
				</section>
			)}
		</>,
	);
}
