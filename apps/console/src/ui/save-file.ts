import { notifications } from '@mantine/notifications';
import { readProblem } from '../api.ts';
import { newClientId } from '../client-id.ts';
import { currentLanguage } from '../language.tsx';
import { ofShown } from '../shown-organisation.ts';

const ASK_MS = 700;

/** Asks how far the server is until `answered` says that it is done. */
async function follow(
  watch: string,
  answered: () => boolean,
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  while (!answered()) {
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    const told = await fetch(`/api/learn/report/progress?watch=${watch}`, { headers: ofShown() }).catch(
      () => undefined,
    );
    if (!told?.ok || answered()) continue;
    const { done, of } = (await told.json()) as { done: number; of: number };
    if (of > 0) onProgress(done, of);
  }
}

/**
 * Fetches a document and hands it to the browser to keep. What goes wrong is said here, not on a page of its own.
 * @param onProgress told how many of how many figures are laid out, while the server works
 */
export async function saveFile(url: string, onProgress?: (done: number, of: number) => void): Promise<void> {
  const watch = newClientId();
  let answered = false;
  if (onProgress) void follow(watch, () => answered, onProgress);
  const answer = await fetch(onProgress ? `${url}&watch=${watch}` : url, {
    headers: { 'accept-language': currentLanguage(), ...ofShown() },
  }).finally(() => {
    answered = true;
  });
  await saveAnswer(answer);
}

/** Hands a file the server answered with to the browser. @returns false where it was none, which is said to the user */
export async function saveAnswer(answer: Response): Promise<boolean> {
  if (!answer.ok) {
    const { whole } = await readProblem(answer);
    notifications.show({ message: whole, color: 'red', autoClose: 10_000 });
    return false;
  }
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'sonae';
  keepFile(await answer.blob(), name);
  return true;
}

/** Hands what is at hand to the browser, to keep under a name. */
export function keepFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
