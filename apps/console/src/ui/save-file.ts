import { notifications } from '@mantine/notifications';
import { currentLanguage } from '../language.tsx';

const ASK_MS = 700;

/** Asks how far the server is until `answered` says that it is done. */
async function follow(
  watch: string,
  answered: () => boolean,
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  while (!answered()) {
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    const told = await fetch(`/api/learn/report/progress?watch=${watch}`).catch(() => undefined);
    if (!told?.ok || answered()) continue;
    const { done, of } = (await told.json()) as { done: number; of: number };
    if (of > 0) onProgress(done, of);
  }
}

/**
 * Fetches a document and hands it to the browser to keep. What goes wrong is said here, not on a page of its own.
 * @param onProgress told how many of how many figures are laid out, while the server works
 */
export async function saveFile(
  url: string,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<void> {
  const watch = crypto.randomUUID();
  let answered = false;
  void follow(watch, () => answered, onProgress);
  const answer = await fetch(`${url}&watch=${watch}`, {
    headers: { 'accept-language': currentLanguage() },
  }).finally(() => {
    answered = true;
  });
  if (!answer.ok) {
    const problem = (await answer.json().catch(() => ({}))) as {
      title?: string;
      detail?: string;
      errors?: { mend: string }[];
    };
    const words = [problem.title, problem.detail, ...(problem.errors ?? []).map(({ mend }) => mend)];
    notifications.show({ message: words.filter(Boolean).join('：'), color: 'red', autoClose: 10_000 });
    return;
  }
  const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'sonae';
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
