-- What a check told of a file may repeat a cell with U+0000 or half a character, and PostgreSQL then takes nothing of it
-- apart. Whole characters are never stored as escapes, so every escape of this kind is such a one.
UPDATE asset_import SET
  report = regexp_replace(report::text, '(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})', '\1\\ufffd', 'gi')::json,
  mapping = regexp_replace(mapping::text, '(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})', '\1\\ufffd', 'gi')::json
WHERE report::text ~* '\\u(0000|d[89a-f])' OR mapping::text ~* '\\u(0000|d[89a-f])';
