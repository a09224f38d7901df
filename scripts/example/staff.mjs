// Who the people register of a day names. What comes later, an absence, the end of a role or of an employment, is entered
// when it is known, and never on the first day.
import { people } from './people.mjs';

/** When the register is told that something ends or that somebody is away: the day it is entered, not the day it begins. */
const toldOn = { 'ravi.shah': '2026-03-02', 'emil.horak': '2026-07-06' };

/** @param {string} day */
export function staffOn(day) {
	return Object.values(people)
		.filter(({ roles }) => roles.some(({ from }) => from <= day))
		.map((person) =>
			day >= (toldOn[person.id] ?? day) && toldOn[person.id] !== undefined ? person : asHired(person, day),
		);
}

function asHired(person, day) {
	const { absent: _, until: __, ...rest } = person;
	return {
		...rest,
		roles: person.roles.filter(({ from }) => from <= day).map(({ role, from }) => ({ role, from })),
	};
}
