const FOLDED = /\n[ \t]/g;
const RULE = /^((?:RRULE|EXRULE)(?:;[^:\n]*)?:)(.*)$/gim;

/**
 * Rules of a calendar file in the one way the library reads them: in capitals and without blanks (RFC 5545 §2 asks for no
 * case). It would pass over what it does not know, and take a step of nothing for a step of one: both keep a name that is
 * refused.
 */
export const plainRules = (ics: string): string =>
  ics.replace(FOLDED, '').replace(
    RULE,
    (_, name: string, rule: string) =>
      name +
      rule
        .toUpperCase()
        .replace(/\s|;+(?=\s*(?:;|$))/g, '')
        .replace(/(^|;)INTERVAL=(?!\+?0*[1-9]\d*(?:;|$))/g, '$1NO-INTERVAL='),
  );

const KNOWN = /^(?:freq|until|count|interval|by[a-z]+|wkst|rscale|skip)$/;

/** Whether a rule says only what is read of it. */
export const saysOnlyWhatIsRead = (parts: object): boolean =>
  Object.keys(parts).every((name) => KNOWN.test(name));
