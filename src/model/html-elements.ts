/** Names of HTML elements: those of the Living Standard, and those it calls obsolete. */
export const htmlElements: ReadonlySet<string> = new Set(
	`a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
	button canvas caption center cite code col colgroup command content data datalist dd del details dfn dialog dir div dl dt
	element em embed fieldset figcaption figure font footer form frame frameset head header hgroup hr html i iframe image img
	input ins isindex kbd keygen label legend li link listing main map mark marquee math menu menuitem meta meter multicol
	nav nextid nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre progress q
	rb rbc rp rt rtc ruby s samp script search section select selectedcontent shadow slot small source spacer span strike
	strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr
	xmp`.split(/\s+/),
);

/** Attributes that stand in a tag without a value. */
export const bareAttributes: ReadonlySet<string> = new Set(
	`allowfullscreen async autofocus autoplay checked compact controls default defer disabled download formnovalidate hidden
	inert ismap itemscope loop multiple muted nomodule noshade novalidate nowrap open playsinline readonly required reversed
	selected`.split(/\s+/),
);
