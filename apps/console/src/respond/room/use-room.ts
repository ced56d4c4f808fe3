import { useQuery } from '@tanstack/react-query';
import { call } from '../../api.ts';
import { useMay } from '../../me.ts';
import { parties } from '../../ui/forms/choice-sources.ts';
import { useNames } from '../../ui/forms/use-names.ts';

/** What the cards of an incident read; one query each, however many cards look at it, and all told of changes as `room`. */
export const useHeadquarters = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'headquarters'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/headquarters', { params: { id } }, signal),
  });
export const useTasks = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'tasks'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/tasks', { params: { id } }, signal),
  });
export const useRoles = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'roles'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/roles', { params: { id } }, signal),
  });
export const useTimes = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'times'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/times', { params: { id } }, signal),
  });
export const useDesk = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'desk'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/desk', { params: { id } }, signal),
  });
export const useReports = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'reports'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/reports', { params: { id } }, signal),
  });
export const useChanges = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'changes'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/changes', { params: { id } }, signal),
  });
export const useInvestigation = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'investigation'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/investigation', { params: { id } }, signal),
  });
export const useSystems = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'systems'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/systems', { params: { id } }, signal),
  });
export const useLinks = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'links'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/links', { params: { id } }, signal),
  });
export const useFacts = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'facts'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/facts', { params: { id } }, signal),
  });
export const useBoard = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'recovery'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/recovery', { params: { id } }, signal),
  });
export const useIncident = (id: string) =>
  useQuery({
    queryKey: ['incident', id],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id', { params: { id } }, signal),
  });
/** The same figure again is not drawn again: what did not change keeps its identity. */
export const useFigure = (id: string) =>
  useQuery({
    queryKey: ['room', id, 'figure'],
    queryFn: ({ signal }) => call('GET /api/learn/incidents/:id/figure', { params: { id } }, signal),
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
    queryKey: ['room', id, 'plan'],
    queryFn: ({ signal }) => call('GET /api/respond/incidents/:id/plan', { params: { id } }, signal),
    enabled: may('register.read'),
  });
}
