import { configText, type SopWords, sopText } from './history-repository.ts';
import { newOffice, type Office, peopleRegister, personLines } from './office.ts';

/** The id and the file of the procedure of a small office. */
export const smallId = 'SOP-FIN-001';
export const smallFile = 'sops/a.sop.yaml';

/** How a small office differs from what it usually is. */
export interface SmallOffice {
	readonly config?: string;
	/** Who has which roles; Ann is controller and Bob has quality, unless told. */
	readonly people?: Readonly<Record<string, readonly string[]>>;
	readonly words?: SopWords;
	/** What a test changes in the text of the procedure. */
	readonly change?: (text: string) => string;
	readonly now?: string;
	readonly atEnd?: Parameters<typeof newOffice>[0];
}

/** The text of the procedure of a small office: Eve wrote it, the controller approves it. */
export function smallText(words: SopWords = {}): string {
	return sopText({ id: smallId, ...words })
		.replace('author: jane.doe', 'author: eve')
		.replace('date: 2026-01-20', 'date: 2026-01-10');
}

/** A library with people and one procedure on its mainline that nobody has signed; Ann is at the keyboard. */
export function smallOffice({
	config = 'approvals: required\n',
	people = { ann: ['controller'], bob: ['quality'], eve: [] },
	words = {},
	change = (text) => text,
	now = '2026-01-10',
	atEnd,
}: SmallOffice = {}): Office {
	const office = newOffice(atEnd).as('adm', now);
	office.git('init', '--quiet', '--initial-branch=main');
	const entered = Object.entries({ adm: [], ...people }).map(([id, roles]) => personLines(office, id, roles));
	office.write({
		'sop.config.yaml': configText(config),
		'registers/people.yaml': peopleRegister(...entered),
	});
	office.save('Begin');
	office
		.as('eve')
		.write({ [smallFile]: change(smallText(words)) })
		.save('Write');
	return office.as('ann');
}
