/** Set by our server from the connection (or a trusted proxy) on every request; what a client sends is overwritten. */
export const CLIENT_ADDRESS = 'x-sonae-client-address';
