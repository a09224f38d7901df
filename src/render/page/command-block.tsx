import { ScrollRegion } from './scroll-region.tsx';

interface CommandBlockProps {
	/** What it does or where it runs, for those who do not see what stands above it. */
	readonly label: string;
	readonly command: string;
}

/** A command to be copied. */
export function CommandBlock({ label, command }: CommandBlockProps) {
	return (
		<ScrollRegion label={label}>
			<pre>
				<code>{command}</code>
			</pre>
		</ScrollRegion>
	);
}
