import './attached.css';
import { ActionIcon, Progress } from '@mantine/core';
import { fileSize } from '../../../../../../areas/respond/attachments/words.ts';
import { useSpeech } from '../../../language.tsx';
import { IconX } from '../../../ui/icons.ts';
import type { Staged } from './use-files.ts';
import { ATTACHED } from './words.ts';

/** The files that go with the line: what they are, how far on their way, and what is wrong with one. */
export function StagedFiles({
  files,
  onRemove,
}: {
  files: readonly Staged[];
  onRemove: (id: string) => void;
}) {
  const { say, bracketed } = useSpeech();
  if (files.length === 0) return null;
  return (
    <ul className="staged" aria-label={say(ATTACHED.waiting)}>
      {files.map(({ id, file, preview, part, wrong }) => (
        <li key={id}>
          {preview && <img src={preview} alt="" />}
          <div className="staged-name">
            {file.name}
            <span className="quiet">{bracketed(fileSize(file.size))}</span>
            {part !== undefined && (
              <Progress.Root size="sm">
                <Progress.Section
                  value={part * 100}
                  aria-label={say(ATTACHED.sending, { name: file.name })}
                />
              </Progress.Root>
            )}
            {wrong && (
              <div className="staged-wrong" role="alert">
                {wrong}
              </div>
            )}
          </div>
          {part === undefined && (
            <ActionIcon
              aria-label={say(ATTACHED.remove, { name: file.name })}
              title={say(ATTACHED.remove, { name: file.name })}
              onClick={() => onRemove(id)}
            >
              <IconX size={16} />
            </ActionIcon>
          )}
        </li>
      ))}
    </ul>
  );
}
