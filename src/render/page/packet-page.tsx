import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Period } from '../../audit/period.ts';
import { visibleText } from '../../model/visible-text.ts';
import { PageHead } from './page-head.tsx';
import { relativePath } from './relative-path.ts';

/** A page that others link to. */
export interface PageLink {
	/** `P-01`; empty for the cover. */
	readonly id: string;
	readonly title: string;
	/** In the packet. */
	readonly path: string;
}

/** What a page has to know of the packet around it. */
export interface PageContext {
	/** Of the page itself, in the packet. */
	readonly path: string;
	/** The pages in its navigation, in their order. */
	readonly nav: readonly PageLink[];
	readonly period: Period;
	/** The id of the library; null where it has none. */
	readonly library: string | null;
	/** Pages of the packet by what names them in lists and checks: `SOP-FIN-001@2.1`, an id, the path of a record. */
	readonly pages?: ReadonlyMap<string, string>;
}

/** What the frame of a page is made from. */
export interface PacketPage extends PageContext {
	/** `P-01`, an id with its version; nothing where the title says it all. */
	readonly id?: string;
	readonly title: string;
}

/** Path of the one style sheet of a packet. */
export const stylePath = 'packet.css';

/** Path of the page that every other page leads back to. */
export const coverPath = 'index.html';

/**
 * A whole page of a packet as HTML text: head, header with the navigation, the body given, footer. All text in it is
 * escaped, and what nobody sees in it is made visible.
 */
export function packetPage(page: PacketPage, body: ComponentChildren): string {
	return `<!doctype html>\n${visibleText(render(<Frame page={page}>{body}</Frame>))}\n`;
}

function Frame({ page, children }: { readonly page: PacketPage; readonly children: ComponentChildren }) {
	const { id, title, path, period, library } = page;
	const days = `${period.from} to ${period.to}`;
	const called = `Audit packet ${days} (${period.zone})`;
	const name = id === undefined || id === '' ? title : `${id} ${title}`;
	return (
		<html lang="en">
			<PageHead title={`${name} – audit packet ${days}`} styleFrom="'self'">
				<link rel="stylesheet" href={relativePath(path, stylePath)} />
			</PageHead>
			<body>
				<a class="skip" href="#content">
					Skip to the content
				</a>
				<header>
					<p class="packet">
						{path === coverPath ? called : <a href={relativePath(path, coverPath)}>{called}</a>}
					</p>
					<h1>
						{id === undefined || id === '' ? null : <span class="id">{id}</span>} {title}
					</h1>
				</header>
				<Navigation page={page} />
				<main id="content" tabindex={-1}>
					{children}
				</main>
				<footer>
					<p>
						Library {library ?? 'without an id'}. This page is one file of a packet: MANIFEST.sha256 holds its
						hash.
					</p>
				</footer>
			</body>
		</html>
	);
}

function Navigation({ page: { nav, path } }: { readonly page: PacketPage }) {
	if (nav.length === 0) return null;
	return (
		<nav aria-label="Sections of the packet">
			<ul>
				{nav.map((link) => (
					<li key={link.path}>
						<a href={relativePath(path, link.path)} aria-current={link.path === path ? 'page' : undefined}>
							{link.id === '' ? link.title : `${link.id} ${link.title}`}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
