/** A file that is to be written: nothing has touched the disk yet. */
export interface PlannedFile {
	/** Relative to the library, with `/`. */
	readonly path: string;
	readonly text: string;
}
