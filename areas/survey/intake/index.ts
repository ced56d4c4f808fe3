export {
  contentOf,
  eventsReceived,
  findReport,
  listReports,
  lockReport,
  type StoredReport,
  titlesOfEvents,
  toldOfEvent,
} from './store.ts';
export { questionsOf } from './thread/index.ts';
