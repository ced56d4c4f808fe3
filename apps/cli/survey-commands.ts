import type { Command } from 'commander';
import { exchangeCommands } from './exchange-commands.ts';
import { surveyAnonymiseCommand } from './survey-anonymise-command.ts';
import { surveyFormCommands } from './survey-form-commands.ts';
import { surveyScanCommand } from './survey-scan-command.ts';
import { scoreCommands } from './survey-score-commands.ts';
import { surveySiteCommand } from './survey-site-command.ts';
import { surveySuppressCommand } from './survey-suppress-command.ts';

/** `sonae survey …` that works on files alone; needs neither server nor database. */
export function surveyCommands(program: Command): void {
  const survey = program
    .command('survey')
    .description('reports, selection, packages and publication of a survey / 調査・公表');
  scoreCommands(survey);
  surveyAnonymiseCommand(survey);
  surveyFormCommands(survey);
  surveyScanCommand(survey);
  surveySiteCommand(survey);
  surveySuppressCommand(survey);
  exchangeCommands(survey);
}
