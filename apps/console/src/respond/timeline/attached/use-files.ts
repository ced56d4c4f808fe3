import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { isPicture, LARGEST_FILE_BYTES } from '../../../../../../areas/respond/attachments/schema.ts';
import { EMPTY_FILE, FILE_TOO_LARGE } from '../../../../../../areas/respond/attachments/words.ts';
import { ApiError } from '../../../api.ts';
import { newClientId } from '../../../client-id.ts';
import { useSpeech } from '../../../language.tsx';
import { lookAgain } from '../../../queries.ts';
import { upload } from './upload.ts';
import { ATTACHED } from './words.ts';

export interface Staged {
  /** Its own id: sent again after a lost answer, it is one file all the same. */
  readonly id: string;
  readonly file: File;
  /** Of a picture, to be looked at before it is sent. */
  readonly preview?: string;
  /** From 0 to 1, while it is on its way. */
  readonly part?: number;
  readonly wrong?: string;
}

const previewOf = (file: File): Promise<string | undefined> =>
  new Promise((resolve) => {
    if (!isPicture(file.type)) return resolve(undefined);
    const reader = new FileReader();
    reader.onloadend = () => resolve(typeof reader.result === 'string' ? reader.result : undefined);
    reader.readAsDataURL(file);
  });

/** Files that stand beside the line being typed, until they are sent with it: nothing that was pasted goes out by itself. */
export function useFiles(incidentId: string) {
  const { say } = useSpeech();
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly Staged[]>([]);
  const sending = useRef(false);
  const change = (id: string, to: Partial<Staged>) =>
    setFiles((all) => all.map((each) => (each.id === id ? { ...each, ...to } : each)));
  const remove = (id: string) => setFiles((all) => all.filter((each) => each.id !== id));
  const add = (given: Iterable<File>) => {
    for (const file of given) {
      const id = newClientId();
      const wrong =
        file.size > LARGEST_FILE_BYTES ? FILE_TOO_LARGE : file.size === 0 ? EMPTY_FILE : undefined;
      setFiles((all) => [...all, { id, file, ...(wrong && { wrong: say(wrong) }) }]);
      void previewOf(file).then((preview) => preview && change(id, { preview }));
    }
  };
  const sendOne = async ({ id, file }: Staged, note: string): Promise<boolean> => {
    setFiles((all) =>
      all.map(({ wrong, ...each }) => ({ ...each, ...(each.id === id ? { part: 0 } : wrong && { wrong }) })),
    );
    const said = new URLSearchParams({ name: file.name || 'file', clientId: id, ...(note && { note }) });
    try {
      await upload(`/api/respond/incidents/${incidentId}/attachments?${said}`, file, (part) =>
        change(id, { part }),
      );
      remove(id);
      return true;
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      const wrong = problem.status === 0 ? say(ATTACHED.notNow) : problem.whole;
      setFiles((all) => all.map(({ part: _part, ...each }) => (each.id === id ? { ...each, wrong } : each)));
      return false;
    }
  };
  /** One after the other; the first bears the note. @returns whether that one is there, and whether all are */
  const send = async (note: string): Promise<{ first: boolean; all: boolean }> => {
    if (sending.current) return { first: false, all: false };
    sending.current = true;
    try {
      let first = false;
      let all = true;
      for (const [at, each] of files.entries()) {
        const sent =
          each.file.size > 0 &&
          each.file.size <= LARGEST_FILE_BYTES &&
          (await sendOne(each, at === 0 ? note : ''));
        if (at === 0) first = sent;
        all &&= sent;
      }
      lookAgain(client, ['timeline']);
      return { first, all };
    } finally {
      sending.current = false;
    }
  };
  return { files, add, remove, send, pending: files.some(({ part }) => part !== undefined) };
}
