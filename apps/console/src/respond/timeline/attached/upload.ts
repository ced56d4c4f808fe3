import { ApiError, readProblem } from '../../../api.ts';
import { currentLanguage } from '../../../language.tsx';
import { ofShown } from '../../../shown-organisation.ts';

/**
 * Hands a file in and tells how far it is, which `fetch` cannot.
 * @throws ApiError with status 0 where the server was not reached
 */
export async function upload(url: string, file: Blob, onProgress: (part: number) => void): Promise<void> {
  const asked = new XMLHttpRequest();
  asked.open('POST', url);
  asked.setRequestHeader('accept-language', currentLanguage());
  for (const [name, value] of Object.entries(ofShown())) asked.setRequestHeader(name, value);
  asked.setRequestHeader('content-type', 'application/octet-stream');
  asked.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
  await new Promise<void>((resolve) => {
    asked.onloadend = () => resolve();
    asked.send(file);
  });
  if (asked.status === 0) throw new ApiError(0, '');
  if (asked.status >= 400)
    throw await readProblem(new Response(asked.responseText, { status: asked.status }));
}
