/** The code spans of a stretch of inline Markdown: what stands in them is read as nothing. */
export class CodeSpans {
	readonly #text: string;
	/** Where the last run of backticks of each length begins: without it, each run that nothing closes would cost a walk. */
	readonly #lastOfLength: ReadonlyMap<number, number>;

	constructor(text: string) {
		this.#text = text;
		this.#lastOfLength = new Map([...text.matchAll(/`+/g)].map((run) => [run[0].length, run.index]));
	}

	/**
	 * The offset behind the code span that a run of backticks opens: behind the next run of the same length.
	 * Undefined where there is none, so that the run is plain text.
	 */
	end(runFrom: number, length: number): number | undefined {
		if ((this.#lastOfLength.get(length) ?? -1) < runFrom + length) return undefined;
		const runs = /`+/g;
		runs.lastIndex = runFrom + length;
		for (let run = runs.exec(this.#text); run; run = runs.exec(this.#text)) {
			if (run[0].length === length) return runs.lastIndex;
		}
		return undefined;
	}
}
