import type { FastifyInstance } from 'fastify';

const BODY_LIMIT = 64 * 1024;

/** Routes that read the fields of a plain form, apart from those that take none. */
export function withForms(app: FastifyInstance, mount: (scope: FastifyInstance) => void): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    );
    mount(scope);
  });
}
