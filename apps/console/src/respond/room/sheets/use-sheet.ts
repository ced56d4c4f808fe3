import { useHotkeys } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { digitOf, SHEETS, type Sheet, sheetOf } from './rules.ts';

const route = getRouteApi('/shell/respond/incidents/$id');

/** Which sheet is open, as the address says, and how another is opened or this one closed. */
export function useSheet(): { sheet: Sheet | undefined; show: (sheet: Sheet | undefined) => void } {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const show = useCallback(
    (sheet: Sheet | undefined) =>
      void navigate({ search: { sheet: sheet ?? '', tab: '' }, replace: true, resetScroll: false }),
    [navigate],
  );
  return { sheet: sheetOf(search.sheet, search.tab), show };
}

/** One key each, while nobody types and nothing else is asked. */
export function useSheetKeys({ sheet, show }: ReturnType<typeof useSheet>, enabled: boolean): void {
  useHotkeys(
    SHEETS.map((each) => [
      digitOf(each),
      () => {
        if (enabled && !document.querySelector('[role="dialog"]')) show(each === sheet ? undefined : each);
      },
      { preventDefault: false },
    ]),
  );
}
