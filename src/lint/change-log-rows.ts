import type { Checklist, Sop } from '../model/documents.generated.ts';
import { rows } from '../model/several.ts';
import { isVersion, versionText } from '../model/version-number.ts';

/** A row of the change log whose version can be compared. */
export interface VersionRow {
	/** Its place in section 14. */
	readonly index: number;
	readonly version: string;
	/** YYYY-MM-DD; undefined where it says none. */
	readonly date: string | undefined;
}

/** The rows of section 14 in their order, without those whose version is none: document/schema reports them. */
export function versionRows(document: Sop | Checklist | undefined): readonly VersionRow[] {
	return rows(document?.change_log).flatMap(({ version, date }, index) => {
		const text = versionText(version);
		return text !== undefined && isVersion(text) ? [{ index, version: text, date }] : [];
	});
}

/** Section 14 for examples, with these versions and days from the first row on. */
export function exampleChangeLog(...versions: readonly (readonly [version: string, date: string])[]): string {
	return `change_log:
${versions
	.map(
		([version, date]) => `  - version: "${version}"
    date: ${date}
    author: jane.doe
    what: Limit of the clerk checked
    why: Yearly review
`,
	)
	.join('')}`;
}
