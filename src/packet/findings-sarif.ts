import { authorNames } from '../audit/audited-change.ts';
import type { AuditedFinding, AuditedLint, Silencing } from '../audit/audited-lint.ts';
import type { LintReport } from '../diagnostics/lint-report.ts';
import { instantText } from '../model/zone.ts';
import type { ResultSuppression } from '../report/sarif.ts';
import { sarif } from '../report/sarif.ts';
import { withheldWords } from './withhold.ts';

/** What a packet may tell of findings, and what a reader has to know of it. */
export interface FindingsTold {
	readonly version: string;
	/** Where the library lies in the repository: empty, or ending in `/`. */
	readonly prefix: string;
	/** Whether a document is left out of the packet. */
	readonly isLeftOut: (id: string) => boolean;
	/** Whether nothing but the rule may be told of what is drawn from a document. */
	readonly isWithheld: (id: string) => boolean;
	/** What a document is called. */
	readonly nameOf: (id: string) => string;
	/** Puts pseudonyms in the place of people; undefined where people are named. */
	readonly redact?: ((text: string) => string) | undefined;
}

/**
 * The findings of an audit as SARIF 2.1.0. What the library keeps quiet is suppressed there, with who accepted it; of what
 * is drawn from a withheld document only the rule and the id are told.
 */
export function findingsSarif(lint: AuditedLint, told: FindingsTold): string {
	const { isLeftOut, isWithheld, nameOf, redact = (text) => text } = told;
	const isTold = (ids: readonly string[]) => ids.length === 0 || !ids.every(isLeftOut);
	const kept = new Map<object, AuditedFinding>();
	const findings = lint.findings
		.filter(({ document, of }) => isTold(document === null ? of : [document]))
		.map((finding) => {
			const shown = finding.of.some(isWithheld)
				? { ...finding, ...hidden, document: finding.document === null ? null : nameOf(finding.document) }
				: {
						...finding,
						file: redact(finding.file),
						message: redact(finding.message),
						help: redact(finding.help),
						anchor: redact(finding.anchor),
					};
			kept.set(shown, finding);
			return shown;
		});
	// Paths of records name documents and people: those that matter come with their findings.
	const files = lint.files
		.filter(({ kind }) => !kind.startsWith('record-'))
		.filter(({ document }) => document === null || !(isLeftOut(document) || isWithheld(document)))
		// A text that nobody can tell the id of stands for itself by its path: nobody knows its class either.
		.filter(({ document, kind, file }) => document !== null || !textKinds.has(kind) || !isWithheld(file))
		.map((one) => ({ ...one, file: redact(one.file) }));
	const rules = new Map(lint.rules.map((rule) => [rule.name, rule]));
	return sarif(
		reportOf(lint, told, files, findings),
		{
			color: false,
			width: 100,
			root: { fromWorkingDirectory: '', fromRepository: told.prefix },
			rules,
		},
		(shown) => {
			const { silenced = null, of = [] } = kept.get(shown) ?? {};
			return silenced === null ? [] : [suppressionOf(silenced, of.some(isWithheld), redact)];
		},
	);
}

const textKinds: ReadonlySet<string> = new Set(['sop', 'checklist']);

/** A finding of which only the rule is told: an empty path is no place. */
const hidden = { file: '', message: withheldWords, help: '', anchor: '', clauses: [] } as const;

function reportOf(
	lint: AuditedLint,
	{ version, isWithheld, redact = (text) => text }: FindingsTold,
	files: LintReport['files'],
	findings: LintReport['findings'],
): LintReport {
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	// Reasons that are about one file may quote it.
	const notEvaluated = lint.notEvaluated.flatMap(({ rule, reason, file, of }) =>
		file === null && !of.some(isWithheld) ? [{ rule, reason: redact(reason), documents: 0 }] : [],
	);
	return {
		tool: { name: 'sop', version },
		asOf: lint.asOf,
		files: files.map((one) => ({ ...one, title: null, function: null })),
		findings,
		notEvaluated,
		policy: null,
		summary: {
			documents: files.filter(({ document }) => document !== null).length,
			errors,
			warnings: findings.length - errors,
			notEvaluated: notEvaluated.length,
			fixable: 0,
			suppressed: 0,
			baselined: 0,
		},
	};
}

function suppressionOf(
	{ by, file, line, since, reason, until }: Silencing,
	isWithheld: boolean,
	redact: (text: string) => string,
): ResultSuppression {
	const who = since === null ? 'nobody can tell whom' : authorNames(since).join(', ');
	const when = since === null ? '' : ` on ${instantText(since.known)} with ${since.commit.slice(0, 12)}`;
	const why = reason === null ? '' : `: ${reason}`;
	const end = until === null ? '' : ` (until ${until})`;
	return {
		kind: by === 'suppression' ? 'inSource' : 'external',
		justification: isWithheld
			? `Silenced by ${by}; ${withheldWords}`
			: redact(`Silenced by ${by} at ${file}:${line}, accepted by ${who}${when}${why}${end}`),
	};
}
