import type { ComponentChildren } from 'preact';

interface PageHeadProps {
	readonly title: string;
	/** Where its style may come from, as a content security policy says it. */
	readonly styleFrom: "'self'" | "'unsafe-inline'";
	/** Its style. */
	readonly children: ComponentChildren;
}

/** The head of a page: no scripts, no fonts, no pictures from elsewhere, as a page shows what it holds and does nothing. */
export function PageHead({ title, styleFrom, children }: PageHeadProps) {
	const policy = `default-src 'none'; style-src ${styleFrom}; img-src data:; base-uri 'none'; form-action 'none'`;
	return (
		<head>
			<meta charset="utf-8" />
			<meta http-equiv="Content-Security-Policy" content={policy} />
			<meta name="viewport" content="width=device-width, initial-scale=1" />
			<meta name="referrer" content="no-referrer" />
			<title>{title}</title>
			{children}
		</head>
	);
}
