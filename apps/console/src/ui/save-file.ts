import { notifications } from '@mantine/notifications';
import { currentLanguage } from '../language.tsx';

/** Fetches a document and hands it to the browser to keep. What goes wrong is said here, not on a page of its own. */
export async function saveFile(url: string): Promise<void> {
  const answer = await fetch(url, { headers: { 'accept-language': currentLanguage() } });
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
