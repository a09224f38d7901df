/** Work on the disk that goes on while whoever asked for it does other things. */
export interface WorkQueue {
	/** Begins a piece of work, or has it wait for its turn. */
	add(work: () => Promise<void>): void;
	/**
	 * Lets go on what goes on, and ends when no more than so many pieces are still to be done. Throws what the first of them
	 * failed with; then no other is begun.
	 */
	atMost(count: number): Promise<void>;
	/** Begins nothing more, and ends when nothing goes on. */
	drop(): Promise<void>;
}

/** A queue that does some pieces of work at a time, in their order. */
export function workQueue(together: number): WorkQueue {
	let waiting: (() => Promise<void>)[] = [];
	let begun = 0;
	let running = 0;
	let failure: { readonly error: unknown } | undefined;
	let lookers: (() => void)[] = [];
	const run = async (work: () => Promise<void>) => {
		running++;
		try {
			await work();
		} catch (error) {
			failure ??= { error };
		}
		running--;
		begin();
		const all = lookers;
		lookers = [];
		for (const look of all) look();
	};
	const toDo = () => waiting.length - begun + running;
	const begin = () => {
		while (failure === undefined && running < together) {
			const next = waiting[begun];
			if (next === undefined) return;
			begun++;
			void run(next);
			if (begun < waiting.length) continue;
			waiting = [];
			begun = 0;
		}
	};
	const changed = () =>
		new Promise<void>((resolve) => {
			lookers.push(resolve);
		});
	return {
		add(work) {
			waiting.push(work);
			begin();
		},
		async atMost(count) {
			// What the disk has done is heard of only between two rounds.
			await new Promise((resolve) => {
				setImmediate(resolve);
			});
			while (failure === undefined && toDo() > count) await changed();
			if (failure !== undefined) throw failure.error;
		},
		async drop() {
			waiting = [];
			begun = 0;
			while (running > 0) await changed();
		},
	};
}
