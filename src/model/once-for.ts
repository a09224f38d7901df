/**
 * A function of one object that works its answer out once for each object and keeps it as long as the object lives.
 * For derived values that several rules ask of the same document; documents never change.
 */
export function onceFor<Subject extends object, Answer>(
	derive: (subject: Subject) => Answer,
): (subject: Subject) => Answer {
	const known = new WeakMap<Subject, { readonly answer: Answer }>();
	return (subject) => {
		let entry = known.get(subject);
		if (entry === undefined) {
			entry = { answer: derive(subject) };
			known.set(subject, entry);
		}
		return entry.answer;
	};
}
