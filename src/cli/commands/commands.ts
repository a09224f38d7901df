import type { CommandDefinition } from '../command.ts';
import { baselineCommand } from './baseline/command.ts';
import { lintCommand } from './lint/command.ts';

/** All commands, in the order in which help lists them. */
export const commands: readonly CommandDefinition[] = [lintCommand, baselineCommand];
