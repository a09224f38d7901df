/** What is known of one input of a judgement, and how it is known. */
export type Reading<Value> =
	| {
			readonly how: 'measured';
			readonly value: Value;
			/** How many things were counted. */
			readonly n: number;
			/** What was counted, with its number: `4 decisions, 3 of them typed`. */
			readonly from: string;
	  }
	| {
			readonly how: 'declared';
			readonly value: Value;
			/** The authors of the version that brought it; empty where its change log names none. */
			readonly who: readonly string[];
			readonly version: string;
			/** The day of its row in the change log; null where there is none. */
			readonly when: string | null;
	  }
	| {
			readonly how: 'not evaluated';
			/** As a clause. */
			readonly why: string;
	  };

/** The value of a reading; undefined where there is none. */
export function knownValue<Value>(reading: Reading<Value>): Value | undefined {
	return reading.how === 'not evaluated' ? undefined : reading.value;
}

/** How it is known: `measured (4 decisions, 3 of them typed)`, `declared (jane.doe in 1.2, 2026-01-20)`, `not evaluated: no runs recorded`. */
export function sourceWords(reading: Reading<unknown>): string {
	switch (reading.how) {
		case 'measured':
			return `measured (${reading.from})`;
		case 'declared': {
			const who = reading.who.length === 0 ? 'nobody named' : reading.who.join(', ');
			return `declared (${who} in ${reading.version}${reading.when === null ? '' : `, ${reading.when}`})`;
		}
		case 'not evaluated':
			return `not evaluated: ${reading.why}`;
	}
}
