import { notifications } from '@mantine/notifications';
import { ApiError, sendFile } from '../../api.ts';

/** Attaches a file to a report; what goes wrong is said. */
export async function sendSource(reportId: string, file: File): Promise<void> {
  try {
    await sendFile(`/api/survey/reports/${reportId}/sources?name=${encodeURIComponent(file.name)}`, file);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    notifications.show({ message: error.whole, color: 'red', autoClose: 10_000 });
  }
}
