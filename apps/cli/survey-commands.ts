import type { Command } from 'commander';
import { surveyScanCommand } from './survey-scan-command.ts';
import { surveySuppressCommand } from './survey-suppress-command.ts';

/** `sonae survey …` that works on files alone; needs neither server nor database. */
export function surveyCommands(program: Command): void {
  const survey = program
    .command('survey')
    .description('what is published of cases / 公表する事例の匿名化と点検');
  surveyScanCommand(survey);
  surveySuppressCommand(survey);
}
