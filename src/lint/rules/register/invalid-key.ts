import type { PeopleRegister } from '../../../model/documents.generated.ts';
import { rows } from '../../../model/several.ts';
import { readPublicKeyLine, sshFingerprint } from '../../../model/signature/public-key-line.ts';
import type { FileRule } from '../../rule.ts';

const goodKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIMh+UtrhQzOSHIu/jIKcP3vJqWRSb4nM6kHp9cQk1cWv';

export const invalidKey: FileRule = {
	name: 'register/invalid-key',
	severity: 'error',
	summary: 'A key of the people register is no SSH public key, or stands with two people.',
	why: 'A signature is held against these keys. One that is cut off proves nobody, and one that two people share proves neither.',
	remedy: 'Copy the one line of the file that ends in .pub, whole. Give each person a key of their own.',
	points: 'At the key.',
	clauses: ['cfr-11 11.100(a)', 'cfr-11 11.70'],
	silenceable: false,
	scope: 'file',
	kinds: ['people'],
	examples: {
		bad: peopleWith('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIB'),
		good: peopleWith(goodKey),
	},
	*check({ kind, checked }) {
		if (kind !== 'people' || typeof checked !== 'object' || checked === null) return;
		// It has passed the schema of the people register, any key of which may be absent.
		const { people } = checked as PeopleRegister;
		const owners = new Map<string, string>();
		for (const [index, person] of rows(people).entries()) {
			for (const [at, key] of rows(person?.keys).entries()) {
				const path = ['people', index, 'keys', at];
				const known = key?.ssh ?? key?.gpg;
				if (known === undefined || person?.id === undefined) continue;
				const kindOfKey = key?.ssh === undefined ? 'gpg' : 'ssh';
				const place = { path: [...path, kindOfKey] };
				if (kindOfKey === 'ssh' && readPublicKeyLine(known) === undefined) {
					yield {
						place,
						message: /PRIVATE KEY/.test(known)
							? `The key of ${person.id} is a private one: everybody who can read this file can sign as them`
							: `The key of ${person.id} is no public SSH key`,
						...(/PRIVATE KEY/.test(known)
							? { help: 'Take it out, make a new key, and trust this one no more: it stays in the history.' }
							: {}),
					};
					continue;
				}
				const name = sshFingerprint(known) ?? known.toUpperCase();
				const other = owners.get(name);
				if (other !== undefined && other !== person.id)
					yield {
						place,
						message: `The key of ${person.id} stands with ${other} as well`,
						help: 'Give each their own key, and revoke this one.',
					};
				owners.set(name, other ?? person.id);
			}
		}
	},
};

function peopleWith(key: string): string {
	return `# file: registers/people.yaml
format: 1
people:
  - id: j.roe
    name: John Roe
    keys:
      - ssh: ${key}
`;
}
