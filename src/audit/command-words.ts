import { shellWord } from '../model/shell-word.ts';
import type { AuditInput } from './audit-input.ts';

/** The library as a path for git, relative to the top of the repository; nothing where it is all of it. */
export function libraryPath({ prefix }: Pick<AuditInput, 'prefix'>): string {
	return prefix === '' ? '' : ` ${shellWord(prefix)}`;
}

/** The commits of the period as git takes them: `OPENING..CLOSING`, or `CLOSING` alone where the mainline begins in it. */
export function commitsOfPeriod({ mainline, positions }: Pick<AuditInput, 'mainline' | 'positions'>): string {
	const [opening, closing] = [mainline.at(positions.opening), mainline.at(positions.closing)];
	if (closing === undefined) return '';
	return opening === undefined ? closing.id : `${opening.id}..${closing.id}`;
}
