import type { PageContext } from './packet-page.tsx';
import { relativePath } from './relative-path.ts';

interface NamedLinkProps {
	readonly name: string;
	/** What to look the page up by, where that is not the name itself. */
	readonly by?: string;
	readonly context: PageContext;
}

/** A name, as a link where the packet has a page for it. */
export function NamedLink({ name, by = name, context }: NamedLinkProps) {
	const to = context.pages?.get(by);
	return to === undefined ? name : <a href={relativePath(context.path, to)}>{name}</a>;
}
