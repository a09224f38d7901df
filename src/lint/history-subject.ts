import type { AuthorityAt } from '../control/approval/authority.ts';
import type { VersionAuthors } from '../control/approval/version-authors.ts';
import type { DocumentState } from '../control/document-state.ts';
import type { AnswerEvidence } from '../control/feedback/judged-answer.ts';
import type { JudgedException } from '../control/judged-exception.ts';
import type { Policy } from '../control/policy.ts';
import type { DocumentSummary } from '../model/document-summary.ts';
import type { Config } from '../model/documents.generated.ts';
import type { Timeline } from '../model/history/timeline.ts';
import type { Trail, TrailEntry } from '../model/history/trail.ts';
import type { Version } from '../model/history/version.ts';
import type { KnownRecord } from '../model/record/known-record.ts';
import type { LibraryFacts } from './subject.ts';
import type { Suppression } from './suppressions.ts';

/** The past of one document, beside what stands of it in the files that are judged. */
export interface PastDocument {
	readonly id: string;
	readonly trail: Trail;
	/** Its versions, as the newest commit of the mainline shows them. */
	readonly timeline: Timeline;
	/** How it stands on the mainline, by all records that are known. */
	readonly state: DocumentState;
	/** The document as it stands in the files that are judged; undefined where no file bears the id. */
	readonly here: DocumentSummary | undefined;
	/** The digest of that text: null where it has none; undefined where nothing depends on it. */
	readonly hereDigest: string | null | undefined;
	/** The longest time between two reviews that the text in force states, or the one here where none is. */
	readonly reviewEvery: string | undefined;
	/** The version that owns the number which stands here; undefined where the number is new. */
	readonly owner: Version | undefined;
	/** Whether the text here is that version, to the digest; undefined where that cannot be told. */
	readonly isOwner: boolean | undefined;
	/** Whether the change log here is that of the owner, row by row; undefined where that cannot be told. */
	readonly sameLog: boolean | undefined;
	/** Titles that it bore on the mainline, oldest first; only where it went and came back. */
	readonly titles: readonly string[];
	/** What hides it where no file bears the id and its file stands all the same. */
	readonly hiddenBy?: HiddenBy | undefined;
}

/** The line of a config that keeps a file from being looked at. */
export interface HiddenBy {
	/** The config, relative to the library. */
	readonly file: string;
	/** The place of the pattern in `ignore`. */
	readonly index: number;
	readonly pattern: string;
	/** The commit that brought it to the mainline, and its day; `not yet` where that does not have it; null where it cannot be told. */
	readonly since: { readonly commit: string; readonly day: string } | 'not yet' | null;
}

/** A record that the mainline changed or lost, though records only grow. */
export interface LostRecord {
	/** Relative to the library, with `/`. */
	readonly file: string;
	readonly what: 'changed' | 'removed';
	readonly commit: string;
	/** YYYY-MM-DD. */
	readonly day: string;
	/** Whether it stands again as it was, on the mainline or here. */
	readonly isBack: boolean;
}

/** A signature under which what its document leans on has moved. */
export interface MovedContext {
	readonly record: KnownRecord<'approvals'>;
	readonly document: string;
	readonly version: string;
	/** What has moved, as people call it; undefined where the record states what never stood there. */
	readonly moved: readonly string[] | undefined;
}

/** A comment that keeps a rule quiet in a signed text, written after the last signature. */
export interface LateSuppression {
	readonly file: string;
	readonly suppression: Suppression;
	readonly version: string;
	/** The day on which the last signature was known, YYYY-MM-DD. */
	readonly signed: string;
}

/** An entry that stood in a register on the mainline and stands there no more. */
export interface LostEntry {
	/** Path of the register, relative to the library. */
	readonly file: string;
	/** What it was, as people call it: `person jane.doe`, `role controller`. */
	readonly entry: string;
	/** The day the mainline showed it last, YYYY-MM-DD. */
	readonly day: string;
}

/** An id that another branch uses for a document of its own. */
export interface RivalId {
	readonly id: string;
	/** The branch as people know it. */
	readonly branch: string;
	/** The path on it, relative to the top of the repository. */
	readonly path: string;
}

/** All that git shows of a library's past, as rules need it. */
export interface HistoryFacts {
	/** The mainline as people know it: `main`, `origin/main`. */
	readonly mainline: string;
	/** Where the library lies in the repository: empty at its top, else ending in `/`. */
	readonly prefix: string;
	/** The policy of the mainline. */
	readonly policy: Policy;
	/** The instant that is judged, in seconds. */
	readonly on: number;
	/** Why some of the past cannot be seen; null where all of it can. */
	readonly partial: string | null;
	/** The same where history is cut off at some commit: what was before it, and who made what it shows, nobody can tell. */
	readonly cutOff: string | null;
	readonly zone: string;
	/** The day from which on the repository is the record; undefined where it always was. */
	readonly adopted: string | undefined;
	/** The day on which the record begins. */
	readonly begin: string;
	/** All documents that ever stood on the mainline. */
	readonly documents: readonly PastDocument[];
	/** Whether all files of the library are looked at: then an id that none bears is gone. */
	readonly whole: boolean;
	/** Why some records cannot be told; null where all of them could be read. */
	readonly unseenRecords: string | null;
	/** Who might do what at each commit of the mainline. */
	readonly authorityAt: AuthorityAt;
	/** Changes of the registers of people and roles that the mainline showed, oldest first. */
	readonly registerChanges: readonly TrailEntry[];
	/** Registers and configs that a mainline commit changes, by its position, relative to the library. */
	readonly changedBeside: (position: number) => readonly string[];
	/** Mainline time of a position, in seconds. */
	readonly timeAt: (position: number) => number;
	/** Who wrote a version of a document. */
	readonly authorsOf: (past: PastDocument, version: Version) => VersionAuthors;
	/** Approvals and withdrawals, of all documents that are looked at. */
	readonly signed: readonly KnownRecord<'approvals' | 'withdrawals'>[];
	/** Records of exceptions and feedback, in the order in which the mainline showed them. */
	readonly exceptions: readonly JudgedException[];
	readonly feedback: readonly KnownRecord<'feedback'>[];
	/** What answers among feedback are judged by. */
	readonly answerEvidence: AnswerEvidence;
	/** Comments that keep a rule quiet in a signed text and were written after it was signed. */
	readonly lateSuppressions: readonly LateSuppression[];
	/** Signatures of texts that stand here whose context, as they state it, is another by now. */
	readonly movedContexts: readonly MovedContext[];
	readonly lostRecords: readonly LostRecord[];
	/** Whether texts of records are not here, so that nobody can tell whether they only grew. */
	readonly recordsUnseen: boolean;
	readonly lostEntries: readonly LostEntry[];
	/** Why nobody can tell whether entries of a register are gone, each as a cause. */
	readonly registersUntold: readonly string[];
	/** `library` of each config that stood on the mainline, oldest first, each once in a row. */
	readonly libraryIds: readonly string[];
	/** The days of adoption that the mainline stated, oldest first, each once in a row. */
	readonly adoptions: readonly StatedAdoption[];
	/** The config as the mainline has it; undefined where none stands there. */
	readonly mainlineConfig: Config | undefined;
	/** Ids that other branches use; undefined where nobody asked (`--branches`). */
	readonly rivals: readonly RivalId[] | undefined;
	/**
	 * Whether the branch here would replace the mainline of the remote; undefined where there is no remote to compare with,
	 * `cut off` where the commits that would tell are not here.
	 */
	readonly replacesMainline:
		| { readonly head: string; readonly branch: string }
		| false
		| 'cut off'
		| undefined;
}

/** A day of adoption, and the mainline commit that stated it. */
export interface StatedAdoption {
	/** Undefined where the config stated none. */
	readonly adopted: string | undefined;
	readonly commit: string;
	/** The day of that commit. */
	readonly day: string;
	/** Whether an approval stood on the mainline before. */
	readonly afterApprovals: boolean;
}

/** The documents that are judged, and their past. */
export interface HistorySubject {
	readonly history: HistoryFacts;
	/** All documents as they stand here, those that are only referred to included. */
	readonly documents: readonly DocumentSummary[];
	/** Whether a file is one of those that are being looked at. */
	readonly isReported: (file: string) => boolean;
	readonly library: LibraryFacts;
	option<T extends string | number | boolean | readonly string[]>(name: string): T;
}
