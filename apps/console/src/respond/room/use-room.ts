import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../me.ts';
import { reading } from '../../queries.ts';
import { parties } from '../../ui/forms/choice-sources.ts';
import { useNames } from '../../ui/forms/use-names.ts';

/** What the cards of an incident read; one query each, however many cards look at it, and all told of changes as `room`. */
export const useHeadquarters = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/headquarters', { params: { id } }, 'room'));
export const useTasks = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/tasks', { params: { id } }, 'room', 'tasks'));
export const useRoles = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/roles', { params: { id } }, 'room'));
export const useTimes = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/times', { params: { id } }, 'room'));
export const useDesk = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/desk', { params: { id } }, 'room'));
/** Calls for roles, tasks or a headquarters that nobody has answered. */
export function useCallsGoingOn(incidentId: string): number {
  const { data } = useQuery(reading('GET /api/respond/pages', { query: { incidentId } }, 'pages'));
  return (data?.pages ?? []).filter(
    ({ subjectKind, state }) => subjectKind === 'summons' && (state === 'seeking' || state === 'exhausted'),
  ).length;
}
export const useLeftOpen = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/left-open', { params: { id } }, 'room', 'incident'));
export const useReports = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/reports', { params: { id } }, 'room'));
export const useChanges = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/changes', { params: { id } }, 'room'));
export const useInvestigation = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/investigation', { params: { id } }, 'room'));
export const useSystems = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/systems', { params: { id } }, 'room'));
export const useLinks = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/links', { params: { id } }, 'room'));
export const useFacts = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/facts', { params: { id } }, 'room'));
export const useBoard = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id/recovery', { params: { id } }, 'room', 'recovery'));
export const useIncident = (id: string) =>
  useQuery(reading('GET /api/respond/incidents/:id', { params: { id } }, 'incident'));
/** The same figure again is not drawn again: what did not change keeps its identity. */
export const useFigure = (id: string) =>
  useQuery({
    ...reading('GET /api/learn/incidents/:id/figure', { params: { id } }, 'room'),
    structuralSharing: true,
  });
/** The names of the parties that tasks were given to. */
export function usePartyNames(
  tasks: readonly { readonly party: string | null }[] | undefined,
): (key: string | null) => string | undefined {
  const may = useMay();
  const keys = (tasks ?? []).flatMap(({ party }) => party ?? []);
  const nameOf = useNames(parties, keys, { enabled: may('register.read') });
  return (key) => (key === null ? undefined : nameOf(key));
}
export function useIncidentPlan(id: string) {
  const may = useMay();
  return useQuery({
    ...reading('GET /api/respond/incidents/:id/plan', { params: { id } }, 'room', 'incident', 'plans'),
    enabled: may('register.read'),
  });
}
