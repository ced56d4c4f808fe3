import { CliError, EXIT } from './exit.ts';

const EXIT_OF: Readonly<Record<number, number>> = {
  401: EXIT.forbidden,
  403: EXIT.forbidden,
  404: EXIT.missing,
  409: EXIT.conflict,
};

interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { field: string; name?: string; mend: string }[];
}

const sentence = ({ title = 'the server refused', detail, errors }: Problem): string =>
  [
    title,
    detail,
    ...(errors ?? []).map(({ field, name, mend }) =>
      name ? `${field} (${name}): ${mend}` : `${field}: ${mend}`,
    ),
  ]
    .filter(Boolean)
    .join(' – ');

async function ask(
  key: string,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
  body: unknown,
): Promise<Response> {
  const base = process.env['SONAE_URL'] ?? 'http://127.0.0.1:8080';
  const [method = 'GET', pattern = ''] = key.split(' ');
  const url = new URL(
    pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
    base,
  );
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return fetch(url, {
    method,
    headers: {
      'accept-language': (process.env['LANG'] ?? '').startsWith('ja') ? 'ja' : 'en',
      ...(process.env['SONAE_KEY'] && { authorization: `Bearer ${process.env['SONAE_KEY']}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((error: unknown) => {
    const cause = (error as Error & { cause?: { code?: string } }).cause?.code ?? (error as Error).message;
    throw new CliError(
      EXIT.unreachable,
      `${base} cannot be reached (${cause}): is the server running? set SONAE_URL`,
    );
  });
}

const refusedBy = (answer: Response, problem: unknown): CliError =>
  new CliError(EXIT_OF[answer.status] ?? EXIT.failed, sentence(problem as Problem), {
    status: answer.status,
    problem,
  });

/** One request to the server, as the route table says. @throws CliError with the exit code of what went wrong */
export async function callServer(...asked: Parameters<typeof ask>): Promise<unknown> {
  const answer = await ask(...asked);
  const text = await answer.text();
  const json: unknown = text ? JSON.parse(text) : {};
  if (answer.ok) return json;
  throw refusedBy(answer, json);
}

/** A file the server answers with. @throws CliError with the exit code of what went wrong */
export async function fileFromServer(key: string, query: Readonly<Record<string, string>>): Promise<Buffer> {
  const answer = await ask(key, {}, query, undefined);
  if (answer.ok) return Buffer.from(await answer.arrayBuffer());
  throw refusedBy(answer, await answer.json().catch(() => ({})));
}
