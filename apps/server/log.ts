/** What never reaches a log, wherever it stands in a line. Requests are logged by their route's pattern. */
export const SECRET_PATHS = [
  'password',
  'token',
  'key',
  'secret',
  'authorization',
  'cookie',
  '*.password',
  '*.token',
  '*.secret',
  '*.authorization',
  '*.cookie',
  'req.headers',
  'err.query',
  'err.parameters',
  'err.config',
  'timer.body',
];
