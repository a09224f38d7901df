import type { CommandDefinition } from '../command.ts';
import { approveCommand } from './approve/command.ts';
import { auditCommand } from './audit/command.ts';
import { automationCommand } from './automation/command.ts';
import { baselineCommand } from './baseline/command.ts';
import { codeownersCommand } from './codeowners/command.ts';
import { completionCommand } from './completion/command.ts';
import { configCommand } from './config/command.ts';
import { coverageCommand } from './coverage/command.ts';
import { diffCommand } from './diff/command.ts';
import { dueCommand } from './due/command.ts';
import { exceptCommand } from './except/command.ts';
import { explainCommand } from './explain/command.ts';
import { feedbackCommand } from './feedback/command.ts';
import { findCommand } from './find/command.ts';
import { handoffsCommand } from './handoffs/command.ts';
import { hereCommand } from './here/command.ts';
import { historyCommand } from './history/command.ts';
import { initCommand } from './init/command.ts';
import { lintCommand } from './lint/command.ts';
import { listCommand } from './list/command.ts';
import { newCommand } from './new/command.ts';
import { retireCommand } from './retire/command.ts';
import { reviewCommand } from './review/command.ts';
import { reviseCommand } from './revise/command.ts';
import { rulesCommand } from './rules/command.ts';
import { sampleCommand } from './sample/command.ts';
import { showCommand } from './show/command.ts';
import { templatesCommand } from './templates/command.ts';
import { trainCommand } from './train/command.ts';
import { verifyCommand } from './verify/command.ts';
import { withdrawCommand } from './withdraw/command.ts';

/** All commands, in the order in which help lists them. */
export const commands: readonly CommandDefinition[] = [
	hereCommand,
	initCommand,
	newCommand,
	reviseCommand,
	approveCommand,
	reviewCommand,
	withdrawCommand,
	retireCommand,
	exceptCommand,
	templatesCommand,
	lintCommand,
	baselineCommand,
	rulesCommand,
	explainCommand,
	listCommand,
	findCommand,
	showCommand,
	historyCommand,
	diffCommand,
	dueCommand,
	coverageCommand,
	automationCommand,
	trainCommand,
	handoffsCommand,
	feedbackCommand,
	auditCommand,
	verifyCommand,
	sampleCommand,
	codeownersCommand,
	configCommand,
	completionCommand,
];
