const plainText = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** What a browser would send of the first form that has a field of that name, untouched: each name with all its values. */
export function sentAsIs(html: string, having: string): Record<string, string[]> {
  const form = [...html.matchAll(/<form[^>]*>([\s\S]*?)<\/form>/g)].find(([, inner = '']) =>
    inner.includes(`name="${having}"`),
  )?.[1];
  if (form === undefined) throw new Error(`no form with a field ${having}`);
  const sent: Record<string, string[]> = {};
  const add = (name: string, value: string): void => {
    sent[name] = [...(sent[name] ?? []), plainText(value)];
  };
  const fields =
    /<input([^>]*)>|<textarea[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/textarea>|<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g;
  for (const [, input, area, text = '', select, options = ''] of form.matchAll(fields)) {
    if (area !== undefined) add(area, text);
    else if (select !== undefined) {
      const chosen =
        /<option value="([^"]*)" selected>/.exec(options) ?? /<option value="([^"]*)"/.exec(options);
      if (chosen) add(select, chosen[1] ?? '');
    } else if (input !== undefined) {
      const name = /name="([^"]+)"/.exec(input)?.[1];
      const isBox = input.includes('type="checkbox"');
      if (name && (!isBox || input.includes(' checked'))) add(name, /value="([^"]*)"/.exec(input)?.[1] ?? '');
    }
  }
  return sent;
}
