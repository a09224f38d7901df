/** Deeper than this no procedure is, and readers that recurse run out of stack. */
export const deepestNesting = 100;

/**
 * Follows how deep a YAML text nests, lexeme by lexeme and without recursion: open brackets, and the columns at which
 * open lists and maps began. What stands in quotes, comments and block text is one lexeme and counts for nothing.
 */
export class NestingGauge {
	#brackets = 0;
	/** Columns of open block levels, each further right than the one before. */
	readonly #columns: number[] = [];
	#column = 0;
	/** Whether nothing but indentation and dashes stands before on the line. */
	#leads = true;

	get depth(): number {
		return this.#brackets + this.#columns.length;
	}

	/** Takes the next lexeme; `isScalar` for the text of a plain or block scalar. */
	take(lexeme: string, isScalar: boolean): void {
		const first = isScalar ? 'a' : lexeme[0];
		if (first === '\n' || first === '\r') this.#leads = true;
		else if (first === '[' || first === '{') this.#brackets++;
		else if (first === ']' || first === '}') this.#brackets = Math.max(0, this.#brackets - 1);
		const indicates = !isScalar && (lexeme === '-' || lexeme === '?' || lexeme === ':');
		if (first !== ' ' && first !== '\t' && first !== '\n' && first !== '\r' && first !== '#') {
			if (this.#brackets === 0 && (this.#leads || (indicates && lexeme !== ':'))) this.#open(this.#column);
			this.#leads &&= indicates;
		}
		const lineEnd = lexeme.lastIndexOf('\n');
		this.#column = lineEnd === -1 ? this.#column + lexeme.length : lexeme.length - lineEnd - 1;
		if (isScalar && lineEnd !== -1 && this.#column === 0) this.#leads = true;
	}

	/** Brackets that never closed do not reach beyond the collection that was given up. */
	dropBrackets(): void {
		this.#brackets = 0;
	}

	#open(column: number): void {
		while ((this.#columns.at(-1) ?? -1) >= column) this.#columns.pop();
		this.#columns.push(column);
	}
}
