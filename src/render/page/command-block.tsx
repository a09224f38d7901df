/** A command to be copied: it wraps, so that all of it is seen. */
export function CommandBlock({ command }: { readonly command: string }) {
	return (
		<pre>
			<code>{command}</code>
		</pre>
	);
}
