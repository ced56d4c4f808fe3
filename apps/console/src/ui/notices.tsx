import '@mantine/notifications/styles.css';
import './notices.css';
import { Notifications } from '@mantine/notifications';

export const Notices = () => <Notifications position="bottom-right" className="notices" />;
