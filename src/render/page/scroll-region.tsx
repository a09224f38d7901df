import type { ComponentChildren } from 'preact';

interface ScrollRegionProps {
	/** What it holds, for those who do not see it. */
	readonly label: string;
	readonly children: ComponentChildren;
}

/** A box in which a wide table scrolls by itself, also by keys (WCAG 2.1.1). */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
	return (
		<section class="scroll" aria-label={label} tabindex={0}>
			{children}
		</section>
	);
}
